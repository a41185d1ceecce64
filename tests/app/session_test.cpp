// The whole program without a cloud: its windows made anew, and what it says of the disk.
#include "app/orders/order_editor_page.h"
#include "app/session/session.h"
#include "app/shell/app_settings.h"
#include "app/shell/main_window.h"
#include "app/shell/sign_in_page.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "core/sqlite/database.h"
#include "tests/app/own_settings.h"

#include <QApplication>
#include <QDirIterator>
#include <QPointer>
#include <QTest>

using namespace dure;
using namespace dure::app;

namespace {

/// A PC with a company of its own.
struct LonePc
{
    QTemporaryDir folder;
    AppSettings settings;
    Session session{settings, SessionOptions{folder.path(), {}}};

    LonePc()
    {
        [&] { QVERIFY(session.start()); }();
        Q_EMIT shown<SignInPage>()->startLocalRequested(QStringLiteral("한결플라스틱(주)"));
        [&] { QTRY_VERIFY(shown<MainWindow>()); }();
        shown<MainWindow>()->activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(shown<MainWindow>())); }();
    }
    template <class W> W* shown() const
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* wanted = qobject_cast<W*>(widget); wanted && wanted->isVisible())
                return wanted;
        return nullptr;
    }
    OrderEditorPage* editor() const { return qobject_cast<OrderEditorPage*>(shown<MainWindow>()->currentPage()); }
    /// A new order with something typed into it.
    void typeAnOrder()
    {
        QTest::keySequence(shown<MainWindow>()->currentPage(), keyFor(KeyAction::New));
        QTRY_VERIFY(editor() && editor()->isReady());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("PB-0300"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    sqlite::Database otherHand() const
    {
        QDirIterator files(folder.path(), {QStringLiteral("company.db")}, QDir::Files, QDirIterator::Subdirectories);
        [&] { QVERIFY(files.hasNext()); }();
        return {files.next().toStdString(), {}};
    }
};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("session test");
        QApplication::setQuitOnLastWindowClosed(false);
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { m_theme.reset(); }

    void another_language_waits_until_the_old_window_has_gone()
    {
        LonePc pc;
        const QPointer<MainWindow> old = pc.shown<MainWindow>();
        bool wordsChanged = false;
        const auto changeWords = [&] {
            QVERIFY(!old);
            wordsChanged = true;
        };
        pc.typeAnOrder();
        sqlite::Database other = pc.otherHand();
        other.execute("ALTER TABLE draft RENAME TO draft_gone");
        pc.session.remakeWindows(changeWords);
        QTRY_VERIFY(pc.editor()->strip().text().contains(QStringLiteral("stays open")));
        QVERIFY(old);
        QVERIFY(!wordsChanged);
        other.execute("ALTER TABLE draft_gone RENAME TO draft");
        pc.session.remakeWindows(changeWords);
        QTRY_VERIFY(wordsChanged);
        QTRY_VERIFY(pc.shown<MainWindow>());
    }

    void a_disk_that_fails_is_told_of_whether_it_was_read_or_written()
    {
        LonePc pc;
        sqlite::Database other = pc.otherHand();
        other.execute("ALTER TABLE draft RENAME TO draft_gone"); // read on the thread that writes
        QTest::keySequence(pc.shown<MainWindow>()->currentPage(), keyFor(KeyAction::New));
        const MessageStrip& notice = pc.shown<MainWindow>()->notice();
        QTRY_VERIFY(notice.isVisible());
        QVERIFY2(notice.text().contains(QStringLiteral("could not be read or written")), qPrintable(notice.text()));
        other.execute("ALTER TABLE draft_gone RENAME TO draft");
    }
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
