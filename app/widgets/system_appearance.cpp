#include "app/widgets/system_appearance.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibrary>
#include <QPalette>
#include <QSettings>
#include <QWidget>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace dure::app {

struct SystemAppearanceWatch::Filter : QAbstractNativeEventFilter
{
    SystemAppearanceWatch* watch = nullptr;
    bool nativeEventFilter(const QByteArray& kind, void* message, qintptr*) override
    {
#ifdef Q_OS_WIN
        if (kind == "windows_generic_MSG" && static_cast<MSG*>(message)->message == WM_SETTINGCHANGE)
            Q_EMIT watch->changed();
#else
        Q_UNUSED(kind);
        Q_UNUSED(message);
#endif
        return false;
    }
};

SystemAppearanceWatch::SystemAppearanceWatch(QObject* parent)
    : QObject(parent)
    , m_filter(new Filter)
{
    m_filter->watch = this;
    QCoreApplication::instance()->installNativeEventFilter(m_filter);
}

SystemAppearanceWatch::~SystemAppearanceWatch()
{
    if (QCoreApplication::instance())
        QCoreApplication::instance()->removeNativeEventFilter(m_filter);
    delete m_filter;
}

bool systemIsDark()
{
#ifdef Q_OS_WIN
    const QSettings personalize(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return personalize.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    // Read once, before Theme puts its own palette in place of the platform's.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
#endif
}

void setDarkCaption(QWidget& window, bool dark)
{
#ifdef Q_OS_WIN
    using SetAttribute = HRESULT(WINAPI*)(HWND, DWORD, LPCVOID, DWORD);
    static const auto setAttribute
        = reinterpret_cast<SetAttribute>(QLibrary::resolve(QStringLiteral("dwmapi"), "DwmSetWindowAttribute"));
    constexpr DWORD useImmersiveDarkMode = 20; // DWMWA_USE_IMMERSIVE_DARK_MODE, Windows 10 2004 and later
    const BOOL value = dark;
    if (setAttribute)
        setAttribute(reinterpret_cast<HWND>(window.winId()), useImmersiveDarkMode, &value, sizeof value);
#else
    Q_UNUSED(window);
    Q_UNUSED(dark);
#endif
}

} // namespace dure::app
