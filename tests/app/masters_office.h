#pragma once
// A window on a small company, for the pages of customers, products, prices and the company's own profile.
#include "app/session/work_places.h"
#include "app/shell/app_settings.h"
#include "app/shell/main_window.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "small_company.h"

#include <QAbstractButton>
#include <QApplication>
#include <QStandardPaths>
#include <algorithm>

namespace dure::app {

struct MastersOffice
{
    SmallCompany company;
    AppSettings settings;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<WorkPlaces> places;

    MastersOffice()
    {
        window = std::make_unique<MainWindow>(settings);
        places = std::make_unique<WorkPlaces>(*window, *company.data);
        window->resize(1366, 738);
        window->show();
        window->goTo(QStringLiteral("orders"));
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
    }
    ~MastersOffice()
    {
        window.reset();
        places.reset();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// By keys, or as an input method commits it where a key has no such letter.
    void type(const QString& text, bool replacing = false)
    {
        if (auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget()); edit && replacing)
            edit->selectAll();
        if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; })) {
            QTest::keyClicks(QApplication::focusWidget(), text);
            return;
        }
        QInputMethodEvent hangul;
        hangul.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &hangul);
    }
    /// Replaces the field by `committed`, with `preedit` still being composed behind it.
    void compose(const QString& committed, const QString& preedit)
    {
        type(committed, true);
        QInputMethodEvent composing(preedit, {});
        QApplication::sendEvent(QApplication::focusWidget(), &composing);
    }
};

inline void prepareMastersTests(std::unique_ptr<Theme>& theme)
{
    QCoreApplication::setOrganizationName(QStringLiteral("DureTest"));
    QStandardPaths::setTestModeEnabled(true);
    theme = std::make_unique<Theme>(*qApp);
    theme->setLook(Appearance::Light, 100);
}

/// The classes of widgets that take the keyboard and that a screen reader could not name.
inline QStringList namelessFields(const QWidget& page)
{
    QStringList nameless;
    for (const QWidget* each : page.findChildren<QWidget*>()) {
        const bool isButton = qobject_cast<const QAbstractButton*>(each);
        const bool takesKeys = (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy() && each->isVisible();
        if (takesKeys && !isButton && each->accessibleName().isEmpty())
            nameless += QLatin1String(each->metaObject()->className()) + u' ' + each->objectName();
    }
    return nameless;
}

} // namespace dure::app
