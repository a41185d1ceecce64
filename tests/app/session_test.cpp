// The whole program without a cloud: its windows made anew, and what it says of the disk.
#include "app/company/company_profile_page.h"
#include "app/orders/order_editor_page.h"
#include "app/session/session.h"
#include "app/shell/app_settings.h"
#include "app/shell/entry_form.h"
#include "app/shell/main_window.h"
#include "app/shell/navigation_item.h"
#include "app/shell/settings_page.h"
#include "app/shell/sign_in_page.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "core/sqlite/database.h"
#include "core/sqlite/folder_lock.h"
#include "tests/app/own_settings.h"

#include <QAction>
#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>
#include <QTimer>

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

/// A box would stop the test.
void closeBoxes()
{
    QTimer::singleShot(500, qApp, [] {
        if (QWidget* box = QApplication::activeModalWidget())
            box->close();
    });
}

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
    template <class W> W* shown() const { return topWindow<W>(); }
    void startAnother(const QString& name)
    {
        Q_EMIT shown<MainWindow>()->signInRequested();
        Q_EMIT shown<SignInPage>()->startLocalRequested(name);
    }
    QString openName() const
    {
        const auto* head = shown<MainWindow>() ? shown<MainWindow>()->findChild<CompanyHead*>() : nullptr;
        return head ? head->text() : QString();
    }
    QAction* menuAction(const QString& name) const
    {
        for (QAction* action : shown<MainWindow>()->findChildren<QAction*>())
            if (action->text() == name)
                return action;
        return nullptr;
    }
    QStringList companies() const
    {
        SystemClock clock;
        SystemRandom random;
        QStringList names;
        const auto profile = client::loadProfile(folder.path().toStdString(), random, clock);
        for (const client::LocalCompany& company : profile->companies)
            names += QString::fromStdString(company.name);
        return names;
    }
    QString companyFolder() const
    {
        QDirIterator files(folder.path(), {QStringLiteral("company.db")}, QDir::Files, QDirIterator::Subdirectories);
        return QFileInfo(files.next()).absolutePath();
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

    void another_language_comes_back_to_where_it_was_chosen()
    {
        LonePc pc;
        pc.shown<MainWindow>()->goTo(QStringLiteral("settings"));
        const QPointer<MainWindow> old = pc.shown<MainWindow>();
        pc.session.remakeWindows([] {});
        QTRY_VERIFY(!old && pc.shown<MainWindow>());
        QCOMPARE(pc.shown<MainWindow>()->currentPlace(), QStringLiteral("settings"));
        QVERIFY(qobject_cast<SettingsPage*>(pc.shown<MainWindow>()->currentPage()));
    }

    void a_company_of_this_pc_is_called_as_its_details_say()
    {
        LonePc pc;
        pc.shown<MainWindow>()->goTo(QStringLiteral("settings"));
        auto* page = qobject_cast<SettingsPage*>(pc.shown<MainWindow>()->currentPage());
        Q_EMIT page->companyProfileRequested();
        auto* form = qobject_cast<CompanyProfilePage*>(pc.shown<MainWindow>()->currentPage());
        QTRY_VERIFY(form && form->isReady());
        QTRY_VERIFY(form->isAncestorOf(QApplication::focusWidget()));
        auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QCOMPARE(name->text(), QStringLiteral("한결플라스틱(주)"));
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Hangyeol"));
        QTest::keySequence(form, keyFor(KeyAction::Save));
        QTRY_COMPARE(pc.openName(), QStringLiteral("Hangyeol"));
        QCOMPARE(pc.companies(), QStringList{QStringLiteral("Hangyeol")});
        QVERIFY(pc.menuAction(QStringLiteral("Hangyeol")));
        QStringList words;
        for (const QLabel* label : page->findChildren<QLabel*>())
            words += label->text();
        QVERIFY(words.contains(QStringLiteral("Hangyeol")));
    }

    void a_company_that_another_program_holds_leaves_the_open_one_open()
    {
        LonePc pc;
        const QString folder = pc.companyFolder();
        pc.startAnother(QStringLiteral("둘째공장"));
        QTRY_COMPARE(pc.openName(), QStringLiteral("둘째공장"));
        const auto lock = sqlite::FolderLock::take(client::companyLock(folder.toStdString()), "dure-cli");
        QVERIFY(lock);
        const QPointer<MainWindow> window = pc.shown<MainWindow>();
        closeBoxes();
        pc.menuAction(QStringLiteral("한결플라스틱(주)"))->trigger();
        QTRY_VERIFY(window->notice().isVisible());
        QVERIFY2(window->notice().text().contains(QStringLiteral("dure-cli")), qPrintable(window->notice().text()));
        QCOMPARE(pc.openName(), QStringLiteral("둘째공장"));
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keySequence(window->currentPage(), keyFor(KeyAction::New)); // work goes on
        QTRY_VERIFY(pc.editor() && pc.editor()->isReady());
    }

    void a_company_that_is_taken_while_its_windows_are_remade_leads_to_the_page_to_sign_in()
    {
        LonePc pc;
        std::unique_ptr<sqlite::FolderLock> lock;
        closeBoxes();
        pc.session.remakeWindows([&] {
            lock = sqlite::FolderLock::take(client::companyLock(pc.companyFolder().toStdString()), "dure-cli").value();
        });
        QTRY_VERIFY(pc.shown<SignInPage>());
        const QString said = pc.shown<SignInPage>()->form(SignInPage::Way::SignIn).message().text();
        QVERIFY2(said.contains(QStringLiteral("dure-cli")), qPrintable(said));
        lock.reset();
        Q_EMIT pc.shown<SignInPage>()->existingRequested(QStringLiteral("한결플라스틱(주)"));
        QTRY_COMPARE(pc.openName(), QStringLiteral("한결플라스틱(주)"));
    }

    void another_company_waits_until_what_is_typed_is_kept()
    {
        LonePc pc;
        pc.typeAnOrder();
        const QPointer<OrderEditorPage> editor = pc.editor();
        sqlite::Database other = pc.otherHand();
        other.execute("ALTER TABLE draft RENAME TO draft_gone");
        pc.startAnother(QStringLiteral("둘째공장"));
        QTRY_VERIFY(editor && editor->strip().text().contains(QStringLiteral("stays open")));
        QCOMPARE(pc.openName(), QStringLiteral("한결플라스틱(주)"));
        QCOMPARE(pc.companies(), QStringList{QStringLiteral("한결플라스틱(주)")});
        other.execute("ALTER TABLE draft_gone RENAME TO draft");
        pc.startAnother(QStringLiteral("둘째공장"));
        QTRY_COMPARE(pc.openName(), QStringLiteral("둘째공장"));
    }

    void a_company_that_could_not_be_made_is_not_remembered()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.filePath(QStringLiteral("companies")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        AppSettings settings;
        Session session(settings, SessionOptions{folder.path(), {}});
        QVERIFY(session.start());
        closeBoxes();
        Q_EMIT topWindow<SignInPage>()->startLocalRequested(QStringLiteral("한결플라스틱(주)"));
        QVERIFY(!topWindow<MainWindow>());
        QVERIFY(inTheWay.remove());
        Q_EMIT topWindow<SignInPage>()->startLocalRequested(QStringLiteral("한결플라스틱(주)"));
        QTRY_VERIFY(topWindow<MainWindow>());
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
