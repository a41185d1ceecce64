// Keys as people have them elsewhere: presets and single keys, by real keys in the whole program.
#include "app/customers/customer_editor_page.h"
#include "app/session/session.h"
#include "app/shell/key_field.h"
#include "app/shell/key_help_page.h"
#include "app/shell/search_field.h"
#include "app/shell/settings_page.h"
#include "app/shell/sign_in_page.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/segmented_control.h"
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

#include <QAbstractButton>

using namespace dure;
using namespace dure::app;

namespace {

MainWindow* shownWindow()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* window = qobject_cast<MainWindow*>(widget); window && window->isVisible())
            return window;
    return nullptr;
}

/// The whole program; keys that changed make its windows anew, as main() has it.
struct Desk
{
    QTemporaryDir folder;
    AppSettings settings;
    Session session{settings, SessionOptions{folder.path(), {}}};

    Desk()
    {
        QObject::connect(
            &settings, &AppSettings::keysChanged, &settings, [this] { session.remakeWindows([] {}); },
            Qt::QueuedConnection);
        [&] { QVERIFY(session.start()); }();
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* page = qobject_cast<SignInPage*>(widget); page && page->isVisible())
                Q_EMIT page->startLocalRequested(QStringLiteral("한결플라스틱(주)"));
        activate();
    }
    void activate()
    {
        [&] { QTRY_VERIFY(shownWindow()); }();
        shownWindow()->activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(shownWindow())); }();
    }
    SettingsPage* settingsPage()
    {
        shownWindow()->goTo(QStringLiteral("settings"));
        return qobject_cast<SettingsPage*>(shownWindow()->currentPage());
    }
    KeyField* field(KeyAction action)
    {
        for (KeyField* each : settingsPage()->findChildren<KeyField*>())
            if (each->accessibleName().startsWith(keyActionText(action) + QStringLiteral(": ")))
                return each;
        return nullptr;
    }
    void choosePreset(const QString& name)
    {
        const QPointer<MainWindow> before = shownWindow();
        for (auto* control : settingsPage()->findChildren<SegmentedControl*>())
            for (auto* segment : control->findChildren<QAbstractButton*>())
                if (segment->text().contains(name)) {
                    segment->setFocus();
                    QTest::keyClick(segment, Qt::Key_Space);
                    [&] { QTRY_VERIFY(before.isNull() && shownWindow()); }();
                    activate();
                    return;
                }
        qFatal("no preset %s", qPrintable(name));
    }
    CustomerEditorPage* newCustomer()
    {
        shownWindow()->goTo(QStringLiteral("customers"));
        press(Qt::Key_F2);
        CustomerEditorPage* page = nullptr;
        [&] { QTRY_VERIFY(page = qobject_cast<CustomerEditorPage*>(shownWindow()->currentPage())); }();
        [&] { QTRY_VERIFY(page->isReady() && page->isAncestorOf(QApplication::focusWidget())); }();
        return page;
    }
};

} // namespace

class KeysTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;

private Q_SLOTS:
    void initTestCase() { m_settings.use("keys test"); }
    void cleanup() { QSettings().clear(); }

    void no_preset_gives_one_key_to_two_actions()
    {
        for (const KeyPreset preset : allKeyPresets()) {
            QSet<QString> keys;
            for (const KeyAction action : allKeyActions()) {
                const QKeySequence key = presetKeyFor(preset, action);
                QVERIFY2(!key.isEmpty(), qPrintable(keyActionText(action)));
                QVERIFY2(isUsableKey(action, key), qPrintable(key.toString()));
                keys += key.toString();
            }
            QCOMPARE(keys.size(), allKeyActions().size());
        }
    }

    void what_types_or_moves_is_no_key()
    {
        for (const QKeySequence& key : {QKeySequence(Qt::Key_A), QKeySequence(Qt::Key_Return),
                 QKeySequence(Qt::Key_Tab), QKeySequence(Qt::Key_Down), QKeySequence(Qt::CTRL | Qt::Key_C),
                 QKeySequence(Qt::CTRL | Qt::Key_3), QKeySequence(Qt::Key_F2), QKeySequence(Qt::Key_Escape)})
            QVERIFY2(!isUsableKey(KeyAction::Save, key), qPrintable(key.toString()));
        QVERIFY(isUsableKey(KeyAction::Save, QKeySequence(Qt::Key_F12)));
        QVERIFY(isUsableKey(KeyAction::Save, QKeySequence(Qt::CTRL | Qt::Key_S)));
    }

    void a_key_that_was_given_away_does_not_close_any_more()
    {
        QCOMPARE(secondCloseKey(), QKeySequence(Qt::Key_F9));
        QVERIFY(setKeyFor(KeyAction::Print, QKeySequence(Qt::Key_F9)));
        QVERIFY(secondCloseKey().isEmpty());
    }

    void a_preset_is_there_at_once_on_buttons_and_under_the_fingers()
    {
        Desk desk;
        desk.choosePreset(keyPresetText(KeyPreset::Almaengi));
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F4));
        CustomerEditorPage* page = desk.newCustomer();
        bool isOnButton = false;
        for (const KeyButton* button : page->actionBar()->findChildren<KeyButton*>())
            isOnButton = isOnButton || button->keyHint() == keyText(QKeySequence(Qt::Key_F4));
        QVERIFY(isOnButton);
        type(QStringLiteral("삼성공업"));
        press(Qt::Key_F8); // saves no more
        QTest::qWait(50);
        QVERIFY(qobject_cast<CustomerEditorPage*>(shownWindow()->currentPage()));
        press(Qt::Key_F4);
        QTRY_VERIFY(!qobject_cast<CustomerEditorPage*>(shownWindow()->currentPage()));
    }

    void ecount_finds_by_f3_and_saves_by_f8()
    {
        Desk desk;
        desk.choosePreset(keyPresetText(KeyPreset::Ecount));
        desk.newCustomer();
        type(QStringLiteral("삼성공업"));
        press(Qt::Key_F8);
        QTRY_VERIFY(!qobject_cast<CustomerEditorPage*>(shownWindow()->currentPage()));
        press(Qt::Key_F3);
        QTRY_COMPARE(QApplication::focusWidget(), &shownWindow()->search());
    }

    void help_shows_the_keys_as_they_are_now()
    {
        Desk desk;
        desk.choosePreset(keyPresetText(KeyPreset::Almaengi));
        desk.newCustomer();
        press(Qt::Key_F1);
        QTRY_VERIFY(qobject_cast<KeyHelpPage*>(shownWindow()->currentPage()));
        QStringList caps;
        for (const KeyCap* cap : shownWindow()->currentPage()->findChildren<KeyCap*>())
            caps += cap->accessibleName();
        QVERIFY2(caps.contains(QStringLiteral("F4")), qPrintable(caps.join(u' ')));
        QVERIFY(!caps.contains(QStringLiteral("F8")));
    }

    void one_key_is_changed_by_keys_and_used_at_once()
    {
        Desk desk;
        KeyField* field = desk.field(KeyAction::Save);
        QVERIFY(field);
        field->setFocus();
        press(Qt::Key_Return);
        press(Qt::Key_F7); // prints
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F8));
        press(Qt::Key_Return);
        press(Qt::Key_A); // types
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F8));
        press(Qt::Key_Return);
        press(Qt::Key_F12);
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F12));
        const QPointer<MainWindow> before = shownWindow();
        for (auto* button : desk.settingsPage()->findChildren<KeyButton*>())
            if (button->text() == QStringLiteral("Use it now"))
                button->click();
        QTRY_VERIFY(before.isNull() && shownWindow());
        desk.activate();
        desk.newCustomer();
        type(QStringLiteral("삼성공업"));
        press(Qt::Key_F12);
        QTRY_VERIFY(!qobject_cast<CustomerEditorPage*>(shownWindow()->currentPage()));
        field = desk.field(KeyAction::Save);
        field->setFocus();
        press(Qt::Key_Return);
        press(Qt::Key_Delete); // the preset's again
        QCOMPARE(keyFor(KeyAction::Save), QKeySequence(Qt::Key_F8));
    }
};

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
