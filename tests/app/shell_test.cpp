// The window around the screens: places, pages over pages, the sync corner, signing in.
#include "app/shell/app_settings.h"
#include "app/shell/entry_form.h"
#include "app/shell/main_window.h"
#include "app/shell/navigation_item.h"
#include "app/shell/search_field.h"
#include "app/shell/sign_in_page.h"
#include "app/shell/sync_status_box.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "tests/app/own_settings.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace dure::app;

namespace {

class NamedPage : public Page
{
public:
    explicit NamedPage(const QString& name, bool closes = true)
        : m_name(name)
        , m_closes(closes)
    {
        auto* layout = new QVBoxLayout(this);
        field = new ImeLineEdit;
        layout->addWidget(field);
        action = new KeyButton(ButtonKind::Plain, QStringLiteral("열기"));
        addAction(action);
    }
    QString title() const override { return m_name; }
    bool mayClose() override { return m_closes; }
    ImeLineEdit* field;
    KeyButton* action;

private:
    QString m_name;
    bool m_closes;
};

struct Window
{
    AppSettings settings;
    MainWindow window{settings};
    int made = 0;
    Window()
    {
        for (const char* id : {"orders", "deliveries", "customers"}) {
            window.addPlace(
                {QString::fromLatin1(id), QString::fromLatin1(id), Icon::Package, NavigationSection::Work, [this, id] {
                     ++made;
                     return new NamedPage(QString::fromLatin1(id));
                 }});
        }
        window.resize(1366, 738);
        window.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&window)); }();
        window.activateWindow();
        window.goTo(QStringLiteral("orders"));
    }
};

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("shell test");
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { m_theme.reset(); }

    void a_page_is_made_when_its_place_is_first_gone_to()
    {
        Window w;
        QCOMPARE(w.made, 1);
        QTest::keyClick(&w.window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(w.made, 2);
        QCOMPARE(w.window.currentPage()->title(), QStringLiteral("deliveries"));
        w.window.goTo(QStringLiteral("orders"));
        w.window.goTo(QStringLiteral("nowhere"));
        QCOMPARE(w.made, 2);
        QCOMPARE(w.window.currentPlace(), QStringLiteral("orders"));
    }

    void going_to_another_place_and_back_keeps_the_open_editor()
    {
        Window w;
        auto* editor = new NamedPage(QStringLiteral("new order"));
        w.window.openPage(editor);
        w.window.goTo(QStringLiteral("customers"));
        w.window.goTo(QStringLiteral("orders"));
        QCOMPARE(w.window.currentPage(), editor);
        QVERIFY(w.window.windowTitle().startsWith(QStringLiteral("new order")));
        w.window.closePage(editor);
        QCOMPARE(w.window.currentPage()->title(), QStringLiteral("orders"));
    }

    void a_page_that_may_not_close_stays_and_the_lowest_page_always_does()
    {
        Window w;
        auto* editor = new NamedPage(QStringLiteral("draft"), false);
        w.window.openPage(editor);
        w.window.closePage(editor);
        QCOMPARE(w.window.currentPage(), editor);
        w.window.goTo(QStringLiteral("customers"));
        Page* lowest = w.window.currentPage();
        w.window.closePage(lowest);
        QCOMPARE(w.window.currentPage(), lowest);
        QVERIFY(!w.window.close());
    }

    void the_top_bar_shows_the_actions_of_the_current_page_alone()
    {
        Window w;
        auto* first = static_cast<NamedPage*>(w.window.currentPage());
        QVERIFY(first->action->isVisible());
        auto* editor = new NamedPage(QStringLiteral("editor"));
        w.window.openPage(editor);
        QVERIFY(editor->action->isVisible());
        QVERIFY(!first->action->isVisible());
        w.window.closePage(editor);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(first->action->isVisible());
    }

    void a_new_page_puts_the_focus_inside_itself()
    {
        Window w;
        w.window.goTo(QStringLiteral("customers"));
        QVERIFY(w.window.currentPage()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), &w.window.search());
        QTest::keyClick(&w.window.search(), Qt::Key_Escape);
        QVERIFY(w.window.currentPage()->isAncestorOf(QApplication::focusWidget()));
    }

    void names_give_way_to_icons_where_the_window_is_narrow_for_the_text()
    {
        Window w;
        const auto* item = w.window.findChild<NavigationItem*>();
        const int withNames = item->width();
        m_theme->setLook(Appearance::Light, 140);
        QTRY_VERIFY(item->width() > withNames); // 1366 pixels are enough
        w.window.resize(1180, 738);
        QTRY_VERIFY(item->width() < withNames);
        QVERIFY(item->toolTip().contains(item->text()));
        QCOMPARE(item->accessibleName(), item->text());
        m_theme->setLook(Appearance::Light, 100);
        QTRY_COMPARE(item->width(), withNames);
    }

    void everything_has_room_with_ninety_pixels_less()
    {
        Window w;
        w.window.resize(1366, 648);
        QCOMPARE(w.window.size(), QSize(1366, 648));
        for (const auto* item : w.window.findChildren<NavigationItem*>())
            QVERIFY(item->height() >= tokens().px(Px::Control));
    }

    void each_sync_state_says_what_waits_and_since_when()
    {
        using State = SyncStatus::State;
        SyncStatusBox box;
        SyncStatus status;
        status.state = State::Synced;
        status.checkedAt = QDateTime(QDate::currentDate(), QTime(9, 41));
        box.setStatus(status);
        QCOMPARE(box.text(), QStringLiteral("All synced checked 09:41"));
        status.state = State::Offline;
        status.waiting = 3;
        status.waitingSince = QDateTime(QDate(2020, 11, 20), QTime(9, 12));
        box.setStatus(status);
        QVERIFY(box.text().contains(QStringLiteral("3 waiting since 11-20 09:12")));
        status.state = State::Syncing;
        status.toSend = 3;
        status.toReceive = 128;
        box.setStatus(status);
        QVERIFY(box.text().contains(QStringLiteral("3 to send · 128 to receive")));
        status.state = State::Attention;
        status.attention = 2;
        box.setStatus(status);
        QVERIFY(box.text().startsWith(QStringLiteral("2 ")));
        QCOMPARE(box.accessibleName(), box.text());
    }

    void the_link_in_the_sync_corner_asks_for_what_its_state_needs()
    {
        SyncStatusBox box;
        QSignalSpy signIn(&box, &SyncStatusBox::signInRequested);
        auto* link = box.findChild<KeyButton*>();
        SyncStatus status; // on this PC alone: there is nothing to click
        box.setStatus(status);
        QVERIFY(!link->isVisibleTo(&box));
        status.state = SyncStatus::State::SignedOut;
        box.setStatus(status);
        link->click();
        QCOMPARE(signIn.count(), 1);
    }

    void signing_in_asks_only_with_everything_filled_in()
    {
        AppSettings settings;
        settings.setServer(QStringLiteral("https://dure.example"));
        SignInPage page(settings);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy asked(&page, &SignInPage::signInRequested);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("miseon@hangyeol.example"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(asked.count(), 0);
        auto* message = page.findChild<MessageStrip*>();
        QVERIFY(message->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("secret"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0],
            (QVariantList{QStringLiteral("miseon@hangyeol.example"), QStringLiteral("secret"),
                QStringLiteral("https://dure.example"), QString()}));
        page.showError(QStringLiteral("비밀번호가 맞지 않습니다."), QStringLiteral("한/영과 Caps Lock을 확인하세요."));
        QVERIFY(message->text().startsWith(QStringLiteral("비밀번호가")));
    }

    void while_signing_in_escape_cancels_and_nothing_is_asked_twice()
    {
        AppSettings settings;
        SignInPage page(settings);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy cancelled(&page, &SignInPage::cancelRequested);
        QSignalSpy asked(&page, &SignInPage::signInRequested);
        page.setBusy(true);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) // pressed twice, or held
            QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(cancelled.count(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
        for (KeyButton* button : page.form(SignInPage::Way::SignIn).findChildren<KeyButton*>()) {
            if (button->keyHint() == QStringLiteral("Esc"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(cancelled.count(), 2);
        QCOMPARE(asked.count(), 0);
    }

    void a_join_that_was_cancelled_says_what_to_do_if_the_code_is_used_up()
    {
        AppSettings settings;
        SignInPage page(settings);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.go(SignInPage::Way::Join);
        page.setBusy(true);
        page.sayCancelled();
        QVERIFY(page.form(SignInPage::Way::Join).message().text().contains(QStringLiteral("sign in with the same")));
    }

    void an_address_that_is_not_right_is_asked_for_again()
    {
        AppSettings settings;
        settings.setServer(QStringLiteral("https://dure.example"));
        SignInPage page(settings);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.showServerError(QStringLiteral("not right"), {});
        auto* focused = qobject_cast<ImeLineEdit*>(QApplication::focusWidget());
        QVERIFY(focused);
        QCOMPARE(focused->text(), QStringLiteral("https://dure.example"));
    }

    void a_page_over_an_open_company_goes_back_by_escape()
    {
        AppSettings settings;
        SignInPage page(settings);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy back(&page, &SignInPage::backRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(back.count(), 0);
        page.setWayBack(QStringLiteral("우리공장"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(back.count(), 1);
    }

    void a_key_that_another_action_has_is_refused()
    {
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F8));
        QVERIFY(!setKeyFor(KeyAction::Save, QKeySequence(Qt::Key_F7)));
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F8));
        QVERIFY(setKeyFor(KeyAction::Save, QKeySequence(Qt::Key_F11)));
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F11));
        QVERIFY(setKeyFor(KeyAction::Save, {}));
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F8));
    }
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
