// Everyday safety by keys: backups that make themselves, one that is put back, and the trash.
#include "app/customers/customer_editor_page.h"
#include "app/safety/backup_page.h"
#include "app/safety/backup_pane.h"
#include "app/safety/ending_page.h"
#include "app/safety/trash_model.h"
#include "app/safety/trash_page.h"
#include "app/session/session.h"
#include "app/shell/entry_form.h"
#include "app/shell/search_field.h"
#include "app/shell/settings_page.h"
#include "app/shell/sign_in_page.h"
#include "core/domain/schema.h"
#include "sync/client/backup_places.h"
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

#include <QDirIterator>

using namespace dure;
using namespace dure::app;

namespace {

template <class W> W* topWindow()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* wanted = qobject_cast<W*>(widget); wanted && wanted->isVisible())
            return wanted;
    return nullptr;
}

/// The whole program on a PC with a company of its own.
struct LonePc
{
    QTemporaryDir folder;
    AppSettings settings;
    Session session{settings, SessionOptions{folder.path(), {}}};

    LonePc()
    {
        [&] { QVERIFY(session.start()); }();
        Q_EMIT topWindow<SignInPage>()->startLocalRequested(QStringLiteral("한결플라스틱(주)"));
        activate();
    }
    MainWindow& window() const { return *topWindow<MainWindow>(); }
    void activate()
    {
        [&] { QTRY_VERIFY(topWindow<MainWindow>()); }();
        window().activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(&window())); }();
    }
    template <class P> P* page() const { return qobject_cast<P*>(window().currentPage()); }
    template <class P> P* waitFor() const
    {
        [&] { QTRY_VERIFY(page<P>()); }();
        return page<P>();
    }
    void addCustomer(const QString& name)
    {
        window().goTo(QStringLiteral("customers"));
        press(Qt::Key_F2);
        auto* editor = waitFor<CustomerEditorPage>();
        [&] { QTRY_VERIFY(editor->isReady()); }();
        [&] { QTRY_VERIFY(editor->isAncestorOf(QApplication::focusWidget())); }();
        type(name);
        press(Qt::Key_F8);
        [&] { QTRY_VERIFY(!page<CustomerEditorPage>()); }();
    }
    /// From the palette, as "Ctrl+K, word, Enter".
    void doByName(const QString& command)
    {
        QTest::keyClick(window().currentPage(), Qt::Key_K, Qt::ControlModifier);
        [&] { QTRY_COMPARE(QApplication::focusWidget(), &window().search()); }();
        QTest::keyClicks(&window().search(), command);
        QTest::qWait(300);
        QTest::keyClick(&window().search(), Qt::Key_Return);
    }
    std::string database() const
    {
        QDirIterator files(folder.path(), {QStringLiteral("company.db")}, QDir::Files, QDirIterator::Subdirectories);
        return files.next().toStdString();
    }
    std::int64_t customers() const { return storage::readBackup(database(), storage::BackupCheck::Facts)->customers; }
};

struct QuickDesk
{
    SmallCompany company;
    QTemporaryDir data;
    Uuid space = derivedUuid({}, "space");
    std::unique_ptr<BackupDesk> desk;

    explicit QuickDesk(int quietMs = 0)
    {
        QDir().mkpath(QString::fromStdString(client::companyFolder(data.path().toStdString(), space)));
        desk = std::make_unique<BackupDesk>(*company.data, BackupOptions{data.path(), space, 20, quietMs});
    }
    std::string own() const { return client::ownBackupFolder(data.path().toStdString(), space); }
};

} // namespace

class SafetyTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Asia/Seoul");
        tzset();
        m_settings.use("safety test");
    }

    void a_backup_is_made_at_the_first_quiet_moment_and_once_a_day()
    {
        QuickDesk pc;
        pc.company.customer("삼성공업");
        QSignalSpy made(pc.desk.get(), &BackupDesk::backedUp);
        QTRY_COMPARE(made.count(), 1);
        QTRY_COMPARE(pc.desk->files().size(), std::size_t{1});
        QCOMPARE(pc.desk->word().what, QStringLiteral("Backed up at 09:41."));
        QTest::qWait(150);
        QCOMPARE(made.count(), 1);
        pc.company.clock.setNow(pc.company.clock.nowMs() + 24 * 3'600'000);
        QTRY_COMPARE(made.count(), 2);
    }

    void while_somebody_saves_it_waits()
    {
        QuickDesk pc(60'000);
        pc.company.customer("삼성공업");
        QTest::qWait(150);
        QVERIFY(pc.desk->files().empty());
        QCOMPARE(pc.desk->word().what, QStringLiteral("No backup yet."));
    }

    void three_days_without_one_are_said_with_the_way_out()
    {
        QuickDesk pc(3'600'000);
        QVERIFY(storage::writeBackup(pc.company.data->databasePath().toStdString(), pc.own(), {20261120180203}));
        pc.desk->refresh();
        QTRY_COMPARE(pc.desk->files().size(), std::size_t{1});
        QCOMPARE(pc.desk->word().tone, Tone::Amber);
        QVERIFY(!pc.desk->word().wayOut.isEmpty());
    }

    void closing_makes_the_one_that_is_missing_and_says_so()
    {
        QuickDesk pc(3'600'000);
        pc.company.customer("삼성공업");
        QTRY_VERIFY(pc.desk->isDue());
        EndingPage ending(*pc.desk);
        ending.show();
        QVERIFY2(ending.word().startsWith(QStringLiteral("Today's backup is being made")), qPrintable(ending.word()));
        QTRY_VERIFY(!ending.isVisible());
        QCOMPARE(storage::backupsIn(pc.own()).size(), std::size_t{1});
        QTRY_VERIFY(pc.desk->isListed());
        QVERIFY(!pc.desk->isDue());
    }

    void what_is_broken_off_at_the_end_leaves_nothing_behind()
    {
        QuickDesk pc(3'600'000);
        pc.company.customer("삼성공업");
        QTRY_VERIFY(pc.desk->isDue());
        {
            EndingPage ending(*pc.desk);
            ending.show();
            ending.endButton().click(); // before it can be made
            QVERIFY(!ending.isVisible());
        }
        QTRY_COMPARE(pc.desk->percent(), -1);
        QVERIFY(pc.desk->word().tone != Tone::Amber);
        pc.desk.reset();
        QVERIFY(storage::backupsIn(pc.own()).size() <= 1); // it may have been whole by then
        QVERIFY(QDir(QString::fromStdString(pc.own())).entryList({QStringLiteral("*.part")}, QDir::Files).isEmpty());
    }

    void one_that_fails_at_the_end_stays_to_be_read()
    {
        QuickDesk pc(3'600'000);
        pc.company.customer("삼성공업");
        QTRY_VERIFY(pc.desk->isDue());
        QFile block(QString::fromStdString(pc.own())); // a file where the folder should be
        QDir(QString::fromStdString(pc.own())).removeRecursively();
        QVERIFY(block.open(QIODevice::WriteOnly));
        EndingPage ending(*pc.desk);
        ending.show();
        QTRY_COMPARE(ending.word(), QStringLiteral("The backup could not be made."));
        QVERIFY(QTest::qWaitForWindowActive(&ending));
        QTest::keyClick(&ending, Qt::Key_Escape);
        QVERIFY(!ending.isVisible());
    }

    void the_last_window_goes_when_the_backup_is_made()
    {
        LonePc pc;
        pc.addCustomer(QStringLiteral("삼성공업"));
        MainWindow& window = pc.window();
        window.goTo(QStringLiteral("settings"));
        const auto says = [&](const QString& word) {
            return std::ranges::any_of(window.findChildren<QLabel*>(),
                [&](const QLabel* label) { return label->text().remove(QChar(0x2060)) == word; });
        };
        QTRY_VERIFY(says(QStringLiteral("No backup yet.")));
        window.close();
        QVERIFY(!window.isVisible());
        EndingPage* ending = nullptr;
        for (QWidget* each : QApplication::topLevelWidgets())
            if (auto* page = qobject_cast<EndingPage*>(each); page && page->isVisible())
                ending = page;
        QVERIFY(ending);
        QTRY_VERIFY(!ending->isVisible());
    }

    void another_folder_gets_the_next_one_and_the_list_shows_both()
    {
        QuickDesk pc(3'600'000);
        QTemporaryDir disk;
        QSignalSpy made(pc.desk.get(), &BackupDesk::backedUp);
        pc.desk->backUpNow();
        QTRY_COMPARE(made.count(), 1);
        pc.company.clock.setNow(pc.company.clock.nowMs() + 60'000);
        pc.desk->chooseFolder(disk.path());
        QTRY_COMPARE(made.count(), 2);
        QTRY_COMPARE(pc.desk->files().size(), std::size_t{2});
        QVERIFY(pc.desk->folder().startsWith(disk.path()));
    }

    void a_folder_among_the_data_or_one_that_cannot_be_written_is_refused()
    {
        QuickDesk pc(3'600'000);
        QSignalSpy failed(pc.desk.get(), &BackupDesk::failed);
        pc.desk->chooseFolder(pc.data.path() + QStringLiteral("/companies"));
        QTRY_COMPARE(failed.count(), 1);
        QFile file(pc.data.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        pc.desk->chooseFolder(file.fileName());
        QTRY_COMPARE(failed.count(), 2);
        QVERIFY(pc.desk->chosenFolder().isEmpty());
    }

    void a_backup_that_fails_is_said_and_what_is_there_stays()
    {
        QuickDesk pc(3'600'000);
        QFile inTheWay(QString::fromStdString(pc.own()));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QSignalSpy failed(pc.desk.get(), &BackupDesk::failed);
        pc.desk->backUpNow();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(pc.desk->word().tone, Tone::Amber);
    }

    void a_company_goes_back_to_a_backup_by_keys_and_forward_again()
    {
        LonePc pc;
        pc.addCustomer(QStringLiteral("삼성공업"));
        pc.doByName(QStringLiteral("Backups"));
        auto* page = pc.waitFor<BackupPage>();
        QTest::keyClick(page, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page->table().model()->rowCount(), 1);
        press(Qt::Key_Escape);
        pc.addCustomer(QStringLiteral("한빛화학"));
        QCOMPARE(pc.customers(), std::int64_t{2});

        pc.doByName(QStringLiteral("Backups"));
        page = pc.waitFor<BackupPage>();
        QTRY_VERIFY(page->pane().restoreButton()->isEnabled());
        page->table().setFocus();
        press(Qt::Key_F3);
        QVERIFY(page->strip().isVisible());
        const QPointer<MainWindow> before = &pc.window();
        press(Qt::Key_Return); // "Go back to it" has the focus
        QTRY_VERIFY(before.isNull() && topWindow<MainWindow>());
        pc.activate();
        QVERIFY(pc.window().notice().isVisible());
        QCOMPARE(pc.customers(), std::int64_t{1});

        // what was there before is not lost: it stands in the list and goes back the same way
        pc.doByName(QStringLiteral("Backups"));
        page = pc.waitFor<BackupPage>();
        QTRY_COMPARE(page->table().model()->rowCount(), 2);
        QTRY_VERIFY(page->pane().restoreButton()->isEnabled());
        page->table().setFocus();
        press(Qt::Key_Return);
        const QPointer<MainWindow> second = &pc.window();
        press(Qt::Key_Return);
        QTRY_VERIFY(second.isNull() && topWindow<MainWindow>());
        QCOMPARE(pc.customers(), std::int64_t{2});
    }

    void a_deleted_order_comes_back_by_keys_and_goes_again_by_undo()
    {
        Office office;
        const Uuid order
            = office.company.order(office.daon, office.products[4], "PET 500ml 투명", 100, Date::fromYmd(2026, 11, 30));
        office.company.run([order](commands::Commands& c) { return c.deleteOrder(order); });
        office.places->showTrash();
        auto* page = qobject_cast<TrashPage*>(office.window.currentPage());
        QTRY_COMPARE(page->model().rowCount(), 1);
        QTRY_COMPARE(QApplication::focusWidget(), &page->table());
        QCOMPARE(page->model().index(0, 2).data().toString(), QStringLiteral("(주)다온코스메틱"));
        QVERIFY(page->model().index(0, 4).data().toString().contains(QStringLiteral("김미선")));
        press(Qt::Key_Return);
        QTRY_COMPARE(page->model().rowCount(), 0);
        QVERIFY(page->strip().isVisible());
        QCOMPARE(office.detail(order).lines.size(), std::size_t{1});
        QTest::keyClick(page, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(page->model().rowCount(), 1);
    }

    void who_only_reads_is_told_why_nothing_comes_back()
    {
        Office office;
        const Uuid gone = office.company.customer("한빛화학");
        office.company.run([gone](commands::Commands& c) { return c.deleteCustomer(gone); });
        office.company.data->setRole(Executive);
        office.places->showTrash();
        auto* page = qobject_cast<TrashPage*>(office.window.currentPage());
        QTRY_COMPARE(page->model().rowCount(), 1);
        page->restore();
        QVERIFY(page->strip().isVisible());
        QTest::qWait(50);
        QCOMPARE(page->model().rowCount(), 1);
    }
};

QTEST_MAIN(SafetyTest)
#include "safety_test.moc"
