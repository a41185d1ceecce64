// The client's data: its threads, its lock, and what it tells the screens.
#include "tests/app/small_company.h"

#include "app/data/error_text.h"
#include "core/sqlite/database.h"

#include <QSignalSpy>

using namespace dure;
using namespace dure::app;

namespace {

/// A statement that takes seconds unless it is broken off.
std::int64_t countFor(Reader& reader, std::int64_t steps)
{
    auto count = reader.db().prepareOnce(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT count(*) FROM n");
    count.bind(1, steps);
    count.step();
    return count.integer(0);
}

} // namespace

class CompanyDataTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_second_client_on_the_same_folder_is_told_who_holds_it()
    {
        SmallCompany company;
        const auto second = company.openAgain();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, storage::OpenErrorKind::InUse);
        QVERIFY(second.error().holder.contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(errorText(second.error()).whole().contains(second.error().holder));
        company.data.reset();
        QVERIFY(company.openAgain().has_value());
    }

    void a_command_is_seen_by_the_next_read_and_told_to_everyone()
    {
        SmallCompany company;
        QSignalSpy changed(company.data.get(), &CompanyData::changed);
        const Uuid id = company.customer("삼성공업");
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(changed[0][0].value<ChangeSet>().touches(TableId::Customer));
        const auto found = company.read([id](Reader& r) { return r.customers().find(id); });
        QCOMPARE(found->name, std::string("삼성공업"));
    }

    void a_refused_command_changes_nothing_and_says_why()
    {
        SmallCompany company;
        QSignalSpy changed(company.data.get(), &CompanyData::changed);
        const auto result
            = company.run([](commands::Commands& c) { return c.saveCustomer(commands::CustomerInput{}); });
        QVERIFY(!result);
        QCOMPARE(result.error().kind, commands::ErrorKind::Invalid);
        QVERIFY(!errorText(result.error()).whole().isEmpty());
        QTest::qWait(50);
        QCOMPARE(changed.count(), 0);
    }

    void a_long_log_is_carried_into_the_file_while_nobody_waits()
    {
        SmallCompany company;
        const QString path = company.data->databasePath();
        sqlite::Database(path.toStdString(), {}).execute("PRAGMA wal_checkpoint(TRUNCATE)");
        constexpr qint64 bytes = 8 << 20;
        const qint64 before = QFileInfo(path).size();
        company.data->post([](storage::SpaceDatabase& space) {
            auto put = space.db().prepare("INSERT INTO state(name, value) VALUES('large', zeroblob(?))");
            put->bind(1, std::int64_t{bytes}).run();
        });
        QTRY_VERIFY(QFileInfo(path).size() >= before + bytes);
    }

    void a_command_that_the_disk_fails_is_answered_all_the_same()
    {
        SmallCompany company;
        sqlite::Database other(company.data->databasePath().toStdString(), {});
        other.execute("ALTER TABLE outbox_row RENAME TO outbox_row_gone");
        commands::CustomerInput input;
        input.customer.name = "삼성공업";
        const auto save = [&] { return company.run([input](commands::Commands& c) { return c.saveCustomer(input); }); };
        const auto failed = save();
        QVERIFY(!failed.has_value());
        QCOMPARE(failed.error().kind, commands::ErrorKind::StorageFailed);
        other.execute("ALTER TABLE outbox_row_gone RENAME TO outbox_row");
        QVERIFY(save().has_value());
    }

    void a_newer_read_breaks_the_older_one_off()
    {
        SmallCompany company;
        QObject screen;
        QList<std::int64_t> answers;
        const auto ask = [&](std::int64_t steps) {
            company.data->read(
                &screen, QStringLiteral("search"), [steps](Reader& r) { return countFor(r, steps); },
                [&](std::int64_t count) { answers += count; });
        };
        QElapsedTimer clock;
        clock.start();
        ask(2'000'000'000); // minutes
        QTest::qWait(100);
        for (std::int64_t steps = 10; steps <= 50; steps += 10)
            ask(steps);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 10'000);
        QCOMPARE(answers.first(), 50);
        QVERIFY(clock.elapsed() < 10'000);
        QTest::qWait(100);
        QCOMPARE(answers.size(), 1);
    }

    void a_background_read_gives_way_and_still_ends()
    {
        SmallCompany company;
        QObject screen;
        QStringList order;
        company.data->read(
            &screen, QStringLiteral("slow"), [](Reader& r) { return countFor(r, 3'000'000); },
            [&](std::int64_t) { order += QStringLiteral("slow"); }, ReadPriority::Background);
        QTest::qWait(20);
        company.data->read(
            &screen, QStringLiteral("quick"), [](Reader& r) { return countFor(r, 3); },
            [&](std::int64_t) { order += QStringLiteral("quick"); });
        QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{QStringLiteral("quick"), QStringLiteral("slow")}), 20'000);
    }

    void nothing_reaches_a_screen_that_is_gone()
    {
        SmallCompany company;
        auto screen = std::make_unique<QObject>();
        bool reached = false;
        company.data->read(
            screen.get(), {}, [](Reader& r) { return countFor(r, 100'000); }, [&](std::int64_t) { reached = true; });
        company.data->run(
            screen.get(), [](commands::Commands&) { return 1; }, [&](int) { reached = true; });
        screen.reset();
        company.read([](Reader& r) { return countFor(r, 1); });
        company.run([](commands::Commands&) { return 1; });
        QVERIFY(!reached);
    }

    void what_was_asked_for_before_quitting_is_written()
    {
        SmallCompany company;
        for (int i = 0; i < 20; ++i) {
            commands::CustomerInput input;
            input.customer.name = "거래처 " + std::to_string(i);
            company.data->run(
                company.data.get(), [input](commands::Commands& c) { return c.saveCustomer(input); },
                [](commands::Result&&) {});
        }
        company.data.reset(); // at once
        company.data = company.openAgain().value();
        QCOMPARE(company.read([](Reader& r) { return r.customers().chipCounts().all; }), 20);
    }

    void sync_waits_until_the_user_is_served()
    {
        SmallCompany company;
        QStringList order;
        std::mutex guard;
        const auto note = [&](const QString& what) {
            const std::scoped_lock lock(guard);
            order += what;
        };
        std::atomic<bool> blocked = true;
        company.data->post([&](storage::SpaceDatabase&) {
            while (blocked)
                QThread::msleep(1);
        });
        company.data->post([&](storage::SpaceDatabase&) { note(QStringLiteral("sync")); });
        company.data->run(
            company.data.get(),
            [&](commands::Commands&) {
                note(QStringLiteral("user"));
                return true;
            },
            [](bool) {});
        blocked = false;
        QTRY_COMPARE(order.size(), 2);
        QCOMPARE(order.first(), QStringLiteral("user"));
    }

    void sync_announces_what_it_changed_from_its_thread()
    {
        SmallCompany company;
        QSignalSpy changed(company.data.get(), &CompanyData::changed);
        QSignalSpy waiting(company.data.get(), &CompanyData::commandDone);
        company.data->post([&](storage::SpaceDatabase&) {
            ChangeSet changes;
            changes.everything = true;
            company.data->announce(changes);
        });
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(waiting.count(), 0);
    }

    void undo_is_offered_with_its_name_and_takes_the_action_back()
    {
        SmallCompany company;
        const Uuid id = company.customer("늘봄화장품");
        QTRY_VERIFY(company.data->undoable());
        QVERIFY(undoText(*company.data->undoable()).contains(QStringLiteral("늘봄화장품")));
        bool undone = false;
        company.data->undo(this, *company.data->undoable(),
            [&](commands::Result&& result, const auto&) { undone = result.has_value(); });
        QTRY_VERIFY(undone);
        QVERIFY(!company.read([id](Reader& r) { return r.customers().find(id); }));
    }

    void undo_takes_back_the_action_that_was_shown_and_no_newer_one()
    {
        SmallCompany company;
        const Uuid first = company.customer("늘봄화장품");
        const auto shown = company.data->undoable();
        QVERIFY(shown.has_value());
        const Uuid second = company.customer("한빛산업");
        QVERIFY(company.data->undoable() != shown);
        std::optional<commands::Result> answer;
        company.data->undo(this, *shown, [&](commands::Result&& result, const auto&) { answer = std::move(result); });
        QTRY_VERIFY(answer);
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().refusal, commands::Refusal::NotTheLast);
        QVERIFY(company.read([=](Reader& r) { return r.customers().find(first) && r.customers().find(second); }));
    }

    void what_was_done_before_the_program_opened_the_company_is_not_offered()
    {
        SmallCompany company;
        const Uuid old = company.customer("늘봄화장품");
        company.data.reset();
        company.data = company.openAgain().value();
        company.run([](commands::Commands&) { return true; });
        QVERIFY(!company.data->undoable());
        const Uuid fresh = company.customer("한빛산업");
        QVERIFY(company.data->undoable());
        std::optional<commands::Result> answer;
        const auto undo = [&] {
            answer.reset();
            company.data->undo(
                this, {}, [&](commands::Result&& result, const auto&) { answer.emplace(std::move(result)); });
            QTRY_VERIFY(answer);
        };
        undo();
        QVERIFY(answer->has_value());
        QVERIFY(!company.data->undoable());
        undo(); // the key, pressed once more
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().refusal, commands::Refusal::NothingToUndo);
        QVERIFY(company.read([=](Reader& r) { return r.customers().find(old) && !r.customers().find(fresh); }));
    }

    void what_was_done_is_known_to_who_hears_of_it()
    {
        SmallCompany company;
        company.customer("늘봄화장품");
        commands::CustomerInput input;
        input.customer.name = "한빛산업";
        QString known;
        company.data->run(
            this, [input](commands::Commands& c) { return c.saveCustomer(input); },
            [&](commands::Result&&) { known = undoText(*company.data->undoable()); });
        QTRY_VERIFY(known.contains(QStringLiteral("한빛산업")));
    }

    void midnight_is_noticed()
    {
        SmallCompany company;
        QCOMPARE(company.data->today(), Date::fromYmd(2026, 11, 23));
        company.clock.setNow(company.clock.nowMs() + 86'400'000);
        QCOMPARE(company.data->today(), Date::fromYmd(2026, 11, 24));
    }
};

QTEST_GUILESS_MAIN(CompanyDataTest)
#include "company_data_test.moc"
