// A PC that may not have its company any more hands in what it has not sent, wipes it and says so; a role that was
// taken back takes its offers away. The real program against the real dure-server.
#include "app/lists/list_page.h"
#include "app/session/leaving_page.h"
#include "app/sync/handing_in.h"
#include "app/widgets/key_map.h"
#include "core/storage/outbox.h"
#include "tests/app/own_settings.h"
#include "tests/app/people_office.h"

#include <QDir>
#include <QEventLoop>
#include <numeric>

using namespace dure;
using namespace dure::app;

namespace {

const QString staffEmail = QStringLiteral("youngho@hangyeol.example");
constexpr int visitMs = 20'000; ///< of a coordinator: long enough to sign in and sync on a busy machine

/// A line that loses the first answers.
class LossyTransport : public client::Transport
{
public:
    LossyTransport(std::unique_ptr<client::Transport> inner, int losses)
        : m_inner(std::move(inner))
        , m_losses(losses)
    { }
    void send(const client::WireRequest& request, std::function<void(client::WireReply)> done) override
    {
        m_inner->send(request, [done, lost = m_losses-- > 0](client::WireReply reply) {
            done(lost ? client::WireReply{0, {}, "lost"} : std::move(reply));
        });
    }
    void setToken(const std::string& token) override { m_inner->setToken(token); }
    void cancelAll() override { m_inner->cancelAll(); }

private:
    std::unique_ptr<client::Transport> m_inner;
    int m_losses;
};

} // namespace

class LeavingTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<RealCloud> cloud;
    std::unique_ptr<OwnersDesk> owner;
    std::unique_ptr<OtherPc> pc;

    void join(std::uint8_t role, std::int64_t untilMs = 0)
    {
        const auto invite = untilMs == 0
            ? owner->ask(client::invite(cloud->space, {role}))
            : owner->ask(client::grantCoordinator(cloud->space, staffEmail.toStdString(), untilMs));
        pc = std::make_unique<OtherPc>(cloud->server->url());
        auto* page = shown<SignInPage>();
        page->go(SignInPage::Way::Join);
        fill(page->form(SignInPage::Way::Join),
            {QString::fromStdString(invite.code), staffEmail, QStringLiteral("이영호"),
                QStringLiteral("staff-password")});
        page->form(SignInPage::Way::Join).ask();
        QTRY_VERIFY_WITH_TIMEOUT(shown<MainWindow>(), patienceMs);
    }
    client::Profile profile() const
    {
        SystemClock clock;
        SystemRandom random;
        return client::loadProfile(pc->folder.path().toStdString(), random, clock).value();
    }
    std::unique_ptr<CompanyData> openFolder() const
    {
        const client::Profile who = profile();
        return CompanyData::open({pc->companyFolder(cloud->space), {who.user, who.userName}, nullptr, nullptr}).value();
    }
    /// Work that nobody has sent yet, as a PC without a line leaves it.
    void writeCustomer(const std::string& name)
    {
        auto data = openFolder();
        commands::CustomerInput input;
        input.customer.name = name;
        QEventLoop loop;
        bool saved = false;
        data->run(
            data.get(), [input](commands::Commands& c) { return c.saveCustomer(input); },
            [&](commands::Result&& result) {
                saved = result.has_value();
                loop.quit();
            });
        loop.exec();
        QVERIFY(saved);
    }
    void waitForFirstSync()
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto devices = owner->ask(client::listDevices(cloud->space)).devices;
                return devices.size() == 1 && devices[0].lastSync != 0;
            }(),
            patienceMs);
    }
    /// Until the PC hears at once of what happens: a change between its pull and its watch comes with the next poll.
    void waitForWatch()
    {
        waitForFirstSync();
        QTRY_VERIFY_WITH_TIMEOUT(
            cloud->transport()->sendAndWait({"GET", "/metrics", {}}).body.find("\ndure_watches 1") != std::string::npos,
            patienceMs);
    }
    Uuid staffsDevice()
    {
        for (const auto& device : owner->ask(client::listDevices(cloud->space)).devices)
            if (device.user != owner->session.user)
                return device.device;
        return {};
    }
    bool isWiped() const { return !QDir(pc->companyFolder(cloud->space)).exists(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("leaving test");
        QApplication::setQuitOnLastWindowClosed(false);
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init()
    {
        QSettings().clear();
        cloud = std::make_unique<RealCloud>();
        owner = std::make_unique<OwnersDesk>(*cloud);
        QTRY_COMPARE_WITH_TIMEOUT(owner->page->people()->people().rows().size(), 1, patienceMs);
    }
    void cleanup()
    {
        pc.reset();
        owner.reset();
        cloud.reset();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void a_stopped_pc_hands_in_then_wipes_and_the_owner_accepts()
    {
        join(Staff);
        waitForFirstSync();
        pc->session.reset();
        writeCustomer("가온상사");
        owner->page->refresh();
        FactTable& devices = owner->page->devices().devices();
        QTRY_COMPARE_WITH_TIMEOUT(devices.rows().size(), 1, patienceMs);
        FactRow* row = devices.rows()[0];
        buttonIn(*row, DeviceSection::tr("Stop its use"))->click();
        QVERIFY(row->strip().text().contains(QStringLiteral("handed in")));
        QVERIFY(owner->ask(client::listDevices(cloud->space)).devices[0].revoked == 0); // asked once, in place
        buttonIn(row->strip(), DeviceSection::tr("Stop its use"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(owner->page->strip().text().contains(QStringLiteral("stopped")), patienceMs);
        const Uuid before = profile().device;

        pc->start();
        QTRY_VERIFY_WITH_TIMEOUT(shown<SignInPage>(), patienceMs);
        QVERIFY(!shown<MainWindow>());
        QVERIFY(isWiped());
        const QString told = shown<SignInPage>()->form(SignInPage::Way::SignIn).message().text();
        QVERIFY2(told.contains(QStringLiteral("한결플라스틱(주)")) && told.contains(u'1'), qPrintable(told));
        QVERIFY(profile().companies.empty());
        QVERIFY(profile().device != before); // whoever signs in next does so on a new one

        owner->page->refresh();
        FactTable& handed = owner->page->handovers()->handovers();
        QTRY_COMPARE_WITH_TIMEOUT(handed.rows().size(), 1, patienceMs);
        buttonIn(*handed.rows()[0], HandoverSection::tr("Look at it"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(handed.rows()[0]->isOpen(), patienceMs);
        QStringList words;
        for (const QLabel* label : handed.rows()[0]->findChildren<QLabel*>())
            words += label->text();
        QVERIFY2(words.join(u'|').contains(QStringLiteral("가온상사")), qPrintable(words.join(u'|')));
        buttonIn(*handed.rows()[0], HandoverSection::tr("Accept"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(handed.rows().size(), 0, patienceMs);

        // the owner's PC has it as a customer like any other
        testing::Pc office(
            pc->folder.path().toStdString() + "/office", cloud->server->url(), ownersEmail, ownersPassword, 7);
        office.sync();
        QCOMPARE(office.count("SELECT count(*) FROM customer WHERE name = '가온상사'"), std::int64_t{1});
    }

    void an_ended_membership_is_left_likewise()
    {
        join(Staff);
        waitForWatch();
        const auto members = owner->ask(client::listMembers(cloud->space)).members;
        owner->ask(client::endMembership(cloud->space, members[1].user));
        QTRY_VERIFY_WITH_TIMEOUT(shown<SignInPage>(), 40'000);
        QVERIFY(isWiped());
        QVERIFY(
            shown<SignInPage>()->form(SignInPage::Way::SignIn).message().text().contains(QStringLiteral("membership")));
    }

    void a_coordinators_time_ends_without_the_cloud_too()
    {
        const std::int64_t until = QDateTime::currentMSecsSinceEpoch() + visitMs;
        join(Coordinator, until);
        waitForWatch();
        cloud->server.reset(); // nobody tells the PC
        QTRY_VERIFY_WITH_TIMEOUT(shown<SignInPage>(), visitMs + patienceMs);
        QVERIFY(QDateTime::currentMSecsSinceEpoch() >= until - 50);
        QVERIFY(!shown<MainWindow>());
        QVERIFY(isWiped());
    }

    void without_a_line_the_work_waits_for_the_cloud_and_nothing_is_deleted()
    {
        join(Coordinator, QDateTime::currentMSecsSinceEpoch() + visitMs);
        waitForWatch(); // the cloud knows of its contact before this PC knows of its end
        pc->session.reset();
        cloud->server.reset();
        writeCustomer("가온상사");
        pc->start();
        QTRY_VERIFY_WITH_TIMEOUT(shown<LeavingPage>(), visitMs + patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(shown<LeavingPage>()->strip().isVisible(), patienceMs);
        QVERIFY(!isWiped());
        QVERIFY(!shown<MainWindow>());
        pc->session.reset(); // switched off meanwhile
        pc->start();
        QTRY_VERIFY_WITH_TIMEOUT(shown<LeavingPage>(), patienceMs);
        QVERIFY(!isWiped());
    }

    void handing_in_goes_on_after_lost_answers()
    {
        join(Staff);
        waitForFirstSync();
        pc->session.reset();
        for (const char* name : {"가온상사", "나래정밀", "다온산업"})
            writeCustomer(name);
        owner->ask(client::revokeDevice(cloud->space, staffsDevice()));
        auto data = openFolder();
        CloudLine line(std::make_unique<LossyTransport>(cloud->transport(profile().token), 2));
        HandingIn work(*data, line, cloud->space, client::HandIn::Scope::Everything);
        int pauses = 0;
        qint64 handedIn = -1;
        connect(&work, &HandingIn::paused, this, [&] { ++pauses; });
        connect(&work, &HandingIn::finished, this, [&](qint64 count) { handedIn = count; });
        work.start();
        QTRY_COMPARE_WITH_TIMEOUT(pauses, 1, patienceMs);
        work.tryNow(); // a person does not wait for the next try
        QTRY_COMPARE_WITH_TIMEOUT(pauses, 2, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(handedIn, 3, patienceMs);
        const auto handovers = owner->ask(client::listHandovers(cloud->space)).handovers;
        QCOMPARE(std::accumulate(handovers.begin(), handovers.end(), std::int64_t{0},
                     [](std::int64_t sum, const auto& each) { return sum + each.actions; }),
            std::int64_t{3});
    }

    void a_role_taken_back_takes_its_offers_away_and_keys_say_why()
    {
        join(Staff);
        waitForWatch();
        MainWindow* window = shown<MainWindow>();
        window->activateWindow(); // the owner's stands beside it
        QVERIFY(QTest::qWaitForWindowActive(window));
        window->goTo(QStringLiteral("orders"));
        auto* list = qobject_cast<ListPage*>(window->currentPage());
        QVERIFY(list);
        QVERIFY(list->mayWrite(TableId::SalesOrder));
        const auto members = owner->ask(client::listMembers(cloud->space)).members;
        owner->ask(client::setRole(cloud->space, members[1].user, Executive));
        QTRY_VERIFY_WITH_TIMEOUT(!list->mayWrite(TableId::SalesOrder), 40'000);
        list->strip().clear();
        list->setFocus();
        list->table().setFocus();
        QTest::keySequence(&list->table(), keyFor(KeyAction::New));
        QTRY_VERIFY(list->strip().text().contains(QStringLiteral("reads here")));
        QCOMPARE(window->currentPage(), list); // no editor opened
        for (const KeyButton* button : window->findChildren<KeyButton*>())
            QVERIFY2(!button->isVisible() || button->text() != QStringLiteral("New order"), "still offered");
        waitForWatch(); // again: what happens before it comes with the next poll
        owner->ask(client::setRole(cloud->space, members[1].user, Staff));
        QTRY_VERIFY_WITH_TIMEOUT(list->mayWrite(TableId::SalesOrder), 40'000);
    }
};

QTEST_MAIN(LeavingTest)
#include "leaving_test.moc"
