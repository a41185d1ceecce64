// People and devices as the owner sees them, and the ways in, against the real dure-server.
#include "app/people/qr_code.h"
#include "app/people/second_factor_section.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/password_field.h"
#include "tests/app/own_settings.h"
#include "tests/app/people_office.h"

#include <QMessageAuthenticationCode>

using namespace dure;
using namespace dure::app;

namespace {

QByteArray fromBase32(const QString& text)
{
    QByteArray bytes;
    quint64 bits = 0;
    int count = 0;
    for (const QChar letter : text) {
        const int value = int(QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(letter));
        if (value < 0)
            continue;
        bits = bits << 5 | quint64(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes += char(bits >> count & 0xff);
        }
    }
    return bytes;
}

/// RFC 6238, as a telephone does it.
QString codeNow(const QString& secret)
{
    QByteArray counter(8, '\0');
    qint64 step = QDateTime::currentSecsSinceEpoch() / 30;
    for (int i = 7; i >= 0; --i, step >>= 8)
        counter[i] = char(step & 0xff);
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, fromBase32(secret), QCryptographicHash::Sha1);
    const int at = mac[19] & 0xf;
    quint32 number = 0;
    for (int i = 0; i < 4; ++i)
        number = number << 8 | quint8(mac[at + i]);
    return QStringLiteral("%1").arg((number & 0x7fffffff) % 1'000'000, 6, 10, QLatin1Char('0'));
}

} // namespace

class PeopleTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<RealCloud> cloud;
    std::unique_ptr<OwnersDesk> owner;

    /// As the owner does it: the form on the page, then the code that is shown.
    QString inviteOnThePage(const QString& email = {})
    {
        PersonSection* people = owner->page->people();
        people->openInvitation();
        people->findChild<InPlaceSheet*>()->findChild<ImeLineEdit*>()->setText(email);
        buttonIn(*people, PersonSection::tr("Make the invitation code"))->click();
        if (!QTest::qWaitFor([&] { return people->findChild<CodeSheet*>() != nullptr; }, patienceMs))
            return {};
        return people->findChild<CodeSheet*>()->code();
    }
    bool join(const QString& code, const QString& email, const QString& name)
    {
        auto* page = shown<SignInPage>();
        page->go(SignInPage::Way::Join);
        EntryForm& form = page->form(SignInPage::Way::Join);
        fill(form, {code, email, name, QStringLiteral("staff-password")});
        form.ask();
        return QTest::qWaitFor([] { return shown<MainWindow>() != nullptr; }, patienceMs);
    }
    bool waitForRows(const FactTable& table, qsizetype count)
    {
        return QTest::qWaitFor([&] { return table.rows().size() == count; }, patienceMs);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("people test");
        QApplication::setQuitOnLastWindowClosed(false);
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init()
    {
        QSettings().clear();
        cloud = std::make_unique<RealCloud>();
        QVERIFY(!cloud->server->url().empty());
        owner = std::make_unique<OwnersDesk>(*cloud);
        QVERIFY(waitForRows(owner->page->people()->people(), 1));
    }
    void cleanup()
    {
        owner.reset();
        cloud.reset();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void who_has_the_code_joins_on_another_pc_and_stands_on_the_page()
    {
        const QString code = inviteOnThePage(QStringLiteral("youngho@hangyeol.example"));
        QCOMPARE(code.size(), 14);
        QVERIFY(waitForRows(owner->page->people()->invitations(), 1));
        OtherPc pc(cloud->server->url());
        QVERIFY(join(code, QStringLiteral("youngho@hangyeol.example"), QStringLiteral("이영호")));
        owner->page->refresh();
        QVERIFY(waitForRows(owner->page->people()->people(), 2));
        QVERIFY(waitForRows(owner->page->people()->invitations(), 0));
        // a device is listed once it holds something of the company: the owner has only looked
        QTRY_COMPARE_WITH_TIMEOUT(owner->ask(client::listDevices(cloud->space)).devices.size(), 1U, patienceMs);
        owner->page->refresh();
        QVERIFY(waitForRows(owner->page->devices().devices(), 1));
    }

    void a_wrong_code_is_said_beside_the_field_and_keeps_what_was_typed()
    {
        OtherPc pc(cloud->server->url());
        auto* page = shown<SignInPage>();
        page->go(SignInPage::Way::Join);
        EntryForm& form = page->form(SignInPage::Way::Join);
        fill(form, {"abcd-efgh-jkmn", "youngho@hangyeol.example", "이영호", "staff-password"});
        form.ask();
        QTRY_VERIFY_WITH_TIMEOUT(form.message().isVisible(), patienceMs);
        QVERIFY(form.message().text().contains(QStringLiteral("code is not right")));
        QCOMPARE(form.findChild<ImeLineEdit*>()->text(), QStringLiteral("abcd-efgh-jkmn"));
        QVERIFY(!shown<MainWindow>());
    }

    void an_invitation_that_was_taken_back_opens_nothing()
    {
        const QString code = inviteOnThePage();
        FactTable& waiting = owner->page->people()->invitations();
        QVERIFY(waitForRows(waiting, 1));
        buttonIn(*waiting.rows()[0], PersonSection::tr("Take back"))->click();
        QVERIFY(waitForRows(waiting, 0));
        OtherPc pc(cloud->server->url());
        auto* page = shown<SignInPage>();
        page->go(SignInPage::Way::Join);
        fill(page->form(SignInPage::Way::Join), {code, "a@hangyeol.example", "이영호", "staff-password"});
        page->form(SignInPage::Way::Join).ask();
        QTRY_VERIFY_WITH_TIMEOUT(page->form(SignInPage::Way::Join).message().isVisible(), patienceMs);
        QVERIFY(!shown<MainWindow>());
    }

    void a_role_is_changed_in_place()
    {
        OtherPc pc(cloud->server->url());
        QVERIFY(join(inviteOnThePage(), QStringLiteral("youngho@hangyeol.example"), QStringLiteral("이영호")));
        owner->page->refresh();
        FactTable& people = owner->page->people()->people();
        QVERIFY(waitForRows(people, 2));
        QVERIFY(!buttonIn(*people.rows()[0], PersonSection::tr("Change"))); // oneself
        buttonIn(*people.rows()[1], PersonSection::tr("Change"))->click();
        auto* role = people.rows()[1]->findChild<ChoiceField*>();
        role->setCurrentIndex(role->findData(int(Executive)));
        buttonIn(*people.rows()[1], PersonSection::tr("Change the role"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(owner->page->strip().text().contains(QStringLiteral("Executive")), patienceMs);
        QCOMPARE(owner->ask(client::listMembers(cloud->space)).members[1].role, std::uint8_t{Executive});
    }

    void the_only_owner_stays_and_the_page_says_why()
    {
        auto call = client::setRole(cloud->space, owner->session.user, Staff);
        const auto reply = client::askAndWait(*owner->own, call);
        QVERIFY(!reply);
        QVERIFY(accountErrorText(reply.error()).wayOut.contains(QStringLiteral("owner first")));
    }

    void escape_closes_the_sheet_first_and_then_the_page()
    {
        owner->window.show();
        owner->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&owner->window));
        owner->page->people()->openInvitation();
        auto* sheet = owner->page->people()->findChild<InPlaceSheet*>();
        QTRY_VERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
        const QPointer<InPlaceSheet> alive(sheet);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!alive);
        QCOMPARE(owner->window.currentPage(), owner->page);
        QTest::keyClick(&owner->window, Qt::Key_Escape);
        QTRY_VERIFY(owner->window.currentPage() != owner->page);
        owner->window.hide();
    }

    void without_a_connection_the_page_is_calm_and_offers_nothing()
    {
        cloud->server.reset();
        owner->page->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(owner->page->isOffline(), patienceMs);
        QVERIFY(!owner->page->people()->isVisibleTo(owner->page));
        QVERIFY(buttonIn(*owner->page, OfflineNote::tr("Try again")));
        QVERIFY(owner->page->strip().text().isEmpty());
    }

    void who_may_decide_nothing_is_offered_nothing()
    {
        PeoplePage* page = owner->open(Executive); // the cloud still knows the owner
        QVERIFY(waitForRows(page->people()->people(), 1));
        QVERIFY(!buttonIn(*page, PersonSection::tr("Invite somebody")));
        QVERIFY(!page->handovers());
        PeoplePage* small = owner->open(Staff);
        QVERIFY(!small->people() && !small->visits());
        QVERIFY(waitForRows(small->devices().devices(), 1));
    }

    void a_visit_is_granted_until_a_day_and_ended_at_once()
    {
        owner->page->visits()->openGrant();
        auto* sheet = owner->page->visits()->findChild<InPlaceSheet*>();
        buttonIn(*sheet, VisitSection::tr("Let in"))->click(); // without an e-mail: said at the field
        QVERIFY(!sheet->findChild<FormCell*>()->problem().isEmpty());
        sheet->findChild<ImeLineEdit*>()->setText(QStringLiteral("park@it-coordi.example"));
        buttonIn(*sheet, VisitSection::tr("Let in"))->click();
        FactTable& visits = owner->page->visits()->visits();
        QVERIFY(waitForRows(visits, 1));
        const QString code = owner->page->visits()->findChild<CodeSheet*>()->code();
        OtherPc pc(cloud->server->url());
        QVERIFY(join(code, QStringLiteral("park@it-coordi.example"), QStringLiteral("박정우")));
        owner->page->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(
            visits.rows().size() == 1 && buttonIn(*visits.rows()[0], VisitSection::tr("End now")), patienceMs);
        buttonIn(*visits.rows()[0], VisitSection::tr("End now"))->click();
        QVERIFY(waitForRows(visits, 0));
    }

    void a_forgotten_password_is_made_anew_with_the_owners_code()
    {
        const QString invitation = inviteOnThePage();
        {
            OtherPc pc(cloud->server->url());
            QVERIFY(join(invitation, QStringLiteral("youngho@hangyeol.example"), QStringLiteral("이영호")));
        }
        owner->page->refresh();
        FactTable& people = owner->page->people()->people();
        QVERIFY(waitForRows(people, 2));
        buttonIn(*people.rows()[1], PersonSection::tr("Change"))->click();
        buttonIn(*people.rows()[1], PersonSection::tr("Code for a forgotten password"))->click();
        const auto codeShown = [&] {
            for (auto* sheet : owner->page->people()->findChildren<CodeSheet*>())
                if (sheet->code() != invitation)
                    return sheet->code();
            return QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!codeShown().isEmpty(), patienceMs);
        const QString code = codeShown();

        OtherPc pc(cloud->server->url());
        auto* page = shown<SignInPage>();
        page->go(SignInPage::Way::NewPassword);
        EntryForm& form = page->form(SignInPage::Way::NewPassword);
        fill(form, {"youngho@hangyeol.example", code, "short"});
        form.ask();
        QVERIFY(form.message().text().contains(QStringLiteral("too short")));
        fill(form, {"youngho@hangyeol.example", code, "another-password"});
        form.ask();
        QTRY_VERIFY_WITH_TIMEOUT(shown<SignInPage>() && shown<SignInPage>()->way() == SignInPage::Way::SignIn
                && shown<SignInPage>()->form(SignInPage::Way::SignIn).message().isVisible(),
            patienceMs);
        fill(shown<SignInPage>()->form(SignInPage::Way::SignIn), {"youngho@hangyeol.example", "another-password"});
        shown<SignInPage>()->form(SignInPage::Way::SignIn).ask();
        QTRY_VERIFY_WITH_TIMEOUT(shown<MainWindow>(), patienceMs);
    }

    void the_password_is_changed_on_the_account_page()
    {
        auto* page = new AccountPage(
            owner->line, owner->clock, {cloud->space, owner->session.user, Owner}, QString::fromStdString(ownersEmail));
        owner->window.openPage(page);
        auto fields = page->findChildren<PasswordField*>();
        fields[0]->setText(QString::fromStdString(ownersPassword));
        fields[1]->setText(QStringLiteral("new-password"));
        fields[2]->setText(QStringLiteral("new-passwort"));
        KeyButton* change = buttonIn(*page, AccountPage::tr("Change the password"));
        change->click();
        QVERIFY(page->strip().text().isEmpty()); // said at the field, nothing was asked
        fields[2]->setText(QStringLiteral("new-password"));
        change->click();
        QTRY_VERIFY_WITH_TIMEOUT(page->strip().text().contains(QStringLiteral("was changed")), patienceMs);
        cloud->signIn(ownersEmail, "new-password", makeUuidV7(owner->clock.nowMs(), owner->random));
    }

    void a_second_factor_is_set_up_and_asked_for_at_the_next_sign_in()
    {
        auto* page = new AccountPage(
            owner->line, owner->clock, {cloud->space, owner->session.user, Owner}, QString::fromStdString(ownersEmail));
        owner->window.openPage(page);
        auto* section = page->findChild<SecondFactorSection*>();
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(*section, SecondFactorSection::tr("Set it up")), patienceMs);
        section->findChild<PasswordField*>()->setText(QString::fromStdString(ownersPassword));
        buttonIn(*section, SecondFactorSection::tr("Set it up"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(section->findChild<QrCode*>(), patienceMs);
        QVERIFY(section->findChild<QrCode*>()->side() >= 21);
        const QString secret = section->findChild<QLabel*>(QStringLiteral("secret"))->text();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        section->findChild<ImeLineEdit*>()->setText(codeNow(secret));
        buttonIn(*section, SecondFactorSection::tr("Switch it on"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(*section, SecondFactorSection::tr("They are on paper")), patienceMs);
        buttonIn(*section, SecondFactorSection::tr("They are on paper"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(section->isOn(), patienceMs);

        OtherPc pc(cloud->server->url());
        EntryForm& form = shown<SignInPage>()->form(SignInPage::Way::SignIn);
        fill(form, {QString::fromStdString(ownersEmail), QString::fromStdString(ownersPassword)});
        form.ask();
        QTRY_VERIFY_WITH_TIMEOUT(form.message().text().contains(QStringLiteral("second factor")), patienceMs);
        const QString wrong
            = codeNow(secret) == QStringLiteral("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
        fill(form, {QString::fromStdString(ownersEmail), QString::fromStdString(ownersPassword), wrong});
        form.ask();
        QTRY_VERIFY_WITH_TIMEOUT(form.message().text().contains(QStringLiteral("not right")), patienceMs);
        QTest::qWait(int(30'000 - QDateTime::currentMSecsSinceEpoch() % 30'000)); // a code opens the door once
        fill(form, {QString::fromStdString(ownersEmail), QString::fromStdString(ownersPassword), codeNow(secret)});
        form.ask();
        QTRY_VERIFY_WITH_TIMEOUT(shown<MainWindow>(), patienceMs);
    }
};

QTEST_MAIN(PeopleTest)
#include "people_test.moc"
