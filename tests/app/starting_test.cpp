// Beginning without an account and signing in later: the real program against the real dure-server.
#include "app/forms/editor_page.h"
#include "app/shell/navigation.h"
#include "app/shell/navigation_item.h"
#include "app/widgets/key_map.h"
#include "core/sqlite/database.h"
#include "tests/app/own_settings.h"
#include "tests/app/people_office.h"

#include <QThread>

using namespace dure;
using namespace dure::app;

namespace {

const QString ourCompany = QStringLiteral("우리공장");

void startAlone(const QString& name)
{
    auto* page = shown<SignInPage>();
    for (FormCell* cell : page->findChildren<FormCell*>()) {
        auto* edit = qobject_cast<ImeLineEdit*>(cell->field());
        if (edit && edit->accessibleName() == SignInPage::tr("Company name")) {
            edit->setText(name);
            edit->setFocus();
        }
    }
    buttonIn(*page, SignInPage::tr("Start without an account"))->click();
}

client::Profile profileOf(const OtherPc& pc)
{
    SystemClock clock;
    SystemRandom random;
    return client::loadProfile(pc.folder.path().toStdString(), random, clock).value();
}

QStringList companiesOf(const OtherPc& pc)
{
    QStringList names;
    for (const client::LocalCompany& company : profileOf(pc).companies)
        names += QString::fromStdString(company.name);
    return names;
}

} // namespace

class StartingTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<RealCloud> cloud;
    std::unique_ptr<OtherPc> pc;

    /// From the settings of the company that is open.
    SignInPage* goToSignIn()
    {
        auto* window = shown<MainWindow>();
        Q_EMIT window->signInRequested();
        return QTest::qWaitFor([] { return shown<SignInPage>() != nullptr; }) ? shown<SignInPage>() : nullptr;
    }

    void signInAs(const std::string& email, const std::string& password)
    {
        SignInPage* page = goToSignIn();
        QVERIFY(page);
        fill(page->form(SignInPage::Way::SignIn), {QString::fromStdString(email), QString::fromStdString(password)});
        page->form(SignInPage::Way::SignIn).ask();
        QTRY_VERIFY_WITH_TIMEOUT(!shown<SignInPage>(), patienceMs);
    }
    /// In the head of the navigation.
    static bool sees(const QString& company)
    {
        for (const CompanyHead* head : shown<MainWindow>()->findChildren<CompanyHead*>())
            if (head->text() == company)
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("starting test");
        QApplication::setQuitOnLastWindowClosed(false);
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init()
    {
        QSettings().clear();
        cloud = std::make_unique<RealCloud>();
        pc = std::make_unique<OtherPc>(cloud->server->url());
        QVERIFY(shown<SignInPage>());
        startAlone(ourCompany);
        QTRY_VERIFY(shown<MainWindow>() && !shown<SignInPage>());
    }
    void cleanup()
    {
        pc.reset();
        cloud.reset();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void the_page_to_sign_in_goes_back_to_the_company()
    {
        SignInPage* page = goToSignIn();
        QVERIFY(page);
        QVERIFY(buttonIn(*page, SignInPage::tr("Back to %1").arg(ourCompany)));
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!shown<SignInPage>());
        QVERIFY(shown<MainWindow>());
    }

    void a_name_that_is_here_already_opens_what_is_there_and_makes_no_second_company()
    {
        SignInPage* page = goToSignIn();
        QVERIFY(page);
        startAlone(QStringLiteral(" ") + ourCompany);
        QCOMPARE(companiesOf(*pc), QStringList{ourCompany});
        KeyButton* open = buttonIn(*page, SignInPage::tr("Open it"));
        QVERIFY(open);
        open->click();
        QTRY_VERIFY(!shown<SignInPage>());
        QCOMPARE(companiesOf(*pc), QStringList{ourCompany});
    }

    void signing_in_opens_the_accounts_company_beside_the_one_of_this_pc_and_says_so()
    {
        SignInPage* page = goToSignIn();
        QVERIFY(page);
        fill(page->form(SignInPage::Way::SignIn),
            {QString::fromStdString(ownersEmail), QString::fromStdString(ownersPassword)});
        page->form(SignInPage::Way::SignIn).ask();
        QTRY_VERIFY_WITH_TIMEOUT(!shown<SignInPage>(), patienceMs);
        auto* window = shown<MainWindow>();
        QVERIFY(window);
        const QString said = window->notice().text();
        QVERIFY2(said.contains(QStringLiteral("한결플라스틱")) && said.contains(ourCompany), qPrintable(said));
        QCOMPARE(companiesOf(*pc).size(), 2);
    }

    void another_account_does_not_get_the_company_that_is_open()
    {
        cloud->server.reset();
        const Uuid others = *Uuid::fromString(
            testing::addCompany(DURE_SERVER, cloud->data, "다른회사(주)", "daepyo@other.example", "other-password"));
        cloud->server = std::make_unique<testing::ServerProcess>(DURE_SERVER, cloud->data);
        pc->settings.setServer(QString::fromStdString(cloud->server->url()));
        signInAs(ownersEmail, ownersPassword);
        QCOMPARE(profileOf(*pc).lastSpace, cloud->space);
        signInAs("daepyo@other.example", "other-password");
        QCOMPARE(profileOf(*pc).lastSpace, others);
        QTRY_VERIFY(sees(QStringLiteral("다른회사(주)")));
        QVERIFY(!sees(QStringLiteral("한결플라스틱(주)")));
        signInAs("daepyo@other.example", "other-password"); // again: the work that is open stays
        QVERIFY(sees(QStringLiteral("다른회사(주)")));
    }

    void a_company_of_another_account_is_not_opened_with_this_one()
    {
        cloud->server.reset();
        const Uuid others = *Uuid::fromString(
            testing::addCompany(DURE_SERVER, cloud->data, "다른회사(주)", "daepyo@other.example", "other-password"));
        cloud->server = std::make_unique<testing::ServerProcess>(DURE_SERVER, cloud->data);
        pc->settings.setServer(QString::fromStdString(cloud->server->url()));
        signInAs(ownersEmail, ownersPassword);
        signInAs("daepyo@other.example", "other-password");
        QTRY_VERIFY(sees(QStringLiteral("다른회사(주)")));
        QAction* first = nullptr;
        for (QAction* each : shown<MainWindow>()->findChildren<QAction*>())
            if (each->isCheckable() && each->text() == QStringLiteral("한결플라스틱(주)"))
                first = each;
        QVERIFY(first);
        first->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shown<SignInPage>(), patienceMs);
        QCOMPARE(profileOf(*pc).lastSpace, others);
        QVERIFY(!sees(QStringLiteral("한결플라스틱(주)")));
        // with its own account it opens, and has lost nothing
        fill(shown<SignInPage>()->form(SignInPage::Way::SignIn),
            {QString::fromStdString(ownersEmail), QString::fromStdString(ownersPassword)});
        shown<SignInPage>()->form(SignInPage::Way::SignIn).ask();
        QTRY_VERIFY_WITH_TIMEOUT(!shown<SignInPage>(), patienceMs);
        QTRY_VERIFY(sees(QStringLiteral("한결플라스틱(주)")));
        QVERIFY(QDir(pc->companyFolder(cloud->space)).exists());
    }

    void nobody_is_signed_in_while_what_is_typed_cannot_be_kept()
    {
        auto* window = shown<MainWindow>();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keySequence(window->currentPage(), keyFor(KeyAction::New));
        auto* editor = qobject_cast<EditorPage*>(window->currentPage());
        QTRY_VERIFY(editor && editor->isReady());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("PB-0300"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const std::string file = client::companyDatabase(pc->companyFolder(profileOf(*pc).lastSpace).toStdString());
        sqlite::Database other(file, {});
        other.execute("ALTER TABLE draft RENAME TO draft_gone");
        SignInPage* page = goToSignIn();
        fill(page->form(SignInPage::Way::SignIn),
            {QString::fromStdString(ownersEmail), QString::fromStdString(ownersPassword)});
        page->form(SignInPage::Way::SignIn).ask();
        QTRY_VERIFY_WITH_TIMEOUT(editor->strip().text().contains(QStringLiteral("stays open")), patienceMs);
        QVERIFY(profileOf(*pc).token.empty());
        QCOMPARE(companiesOf(*pc), QStringList{ourCompany});
        other.execute("ALTER TABLE draft_gone RENAME TO draft");
        page->form(SignInPage::Way::SignIn).ask();
        QTRY_VERIFY_WITH_TIMEOUT(!shown<SignInPage>(), patienceMs);
        QVERIFY(sees(QStringLiteral("한결플라스틱(주)")));
    }

    void going_back_while_the_cloud_is_asked_takes_the_question_back()
    {
        OwnersDesk owner(*cloud);
        const auto invite = owner.ask(client::invite(cloud->space, {Staff}));
        const auto join = [&](SignInPage* page) {
            page->go(SignInPage::Way::Join);
            fill(page->form(SignInPage::Way::Join),
                {QString::fromStdString(invite.code), QStringLiteral("youngho@hangyeol.example"),
                    QStringLiteral("이영호"), QStringLiteral("staff-password")});
            page->form(SignInPage::Way::Join).ask();
        };
        SignInPage* page = goToSignIn();
        join(page);
        while (owner.ask(client::listMembers(cloud->space)).members.size() < 2) // without hearing the answer
            QThread::msleep(20);
        buttonIn(*page, SignInPage::tr("Back to %1").arg(ourCompany))->click();
        QTRY_VERIFY(!shown<SignInPage>());
        page = goToSignIn();
        join(page);
        const MessageStrip& message = page->form(SignInPage::Way::Join).message();
        QTRY_VERIFY_WITH_TIMEOUT(message.isVisible(), patienceMs);
        QVERIFY2(message.text().contains(QStringLiteral("used up")), qPrintable(message.text()));
    }

    void a_window_that_was_closed_behind_the_page_comes_back()
    {
        SignInPage* page = goToSignIn();
        QVERIFY(page);
        shown<MainWindow>()->close();
        QTRY_VERIFY(!shown<MainWindow>());
        buttonIn(*page, SignInPage::tr("Back to %1").arg(ourCompany))->click();
        QTRY_VERIFY(!shown<SignInPage>());
        QVERIFY(shown<MainWindow>());
    }

    void an_address_that_answers_nobody_is_asked_for_again()
    {
        SignInPage* page = goToSignIn();
        QVERIFY(page);
        EntryForm& form = page->form(SignInPage::Way::SignIn);
        form.showServer();
        fill(form, {QStringLiteral("a@b.example"), QStringLiteral("secret"), QStringLiteral("http://127.0.0.1:9")});
        form.ask();
        QTRY_VERIFY_WITH_TIMEOUT(form.message().isVisible(), patienceMs);
        auto* focused = qobject_cast<ImeLineEdit*>(page->focusWidget());
        QVERIFY(focused);
        QCOMPARE(focused->text(), QStringLiteral("http://127.0.0.1:9"));
    }
};

QTEST_MAIN(StartingTest)
#include "starting_test.moc"
