#include "app/widgets/theme.h"

#include "app/widgets/focus_ring.h"
#include "app/widgets/system_appearance.h"
#include "app/widgets/theme_style.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QPalette>
#include <QWidget>

// Resources of a static library are only linked in if somebody asks for them; the macro must stand outside a namespace.
static void initResources() { Q_INIT_RESOURCE(resources); }

namespace dure::app {
namespace {

Tokens currentTokens;
Theme* currentTheme = nullptr;

QPalette paletteFrom(const Tokens& t)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Color color) { palette.setColor(role, t.color(color)); };
    set(QPalette::Window, Color::Window);
    set(QPalette::WindowText, Color::Text);
    set(QPalette::Base, Color::Sheet);
    set(QPalette::AlternateBase, Color::Sunken);
    set(QPalette::Text, Color::Text);
    set(QPalette::PlaceholderText, Color::Text3);
    set(QPalette::Button, Color::Sheet);
    set(QPalette::ButtonText, Color::Text);
    set(QPalette::BrightText, Color::OnAccent);
    set(QPalette::Highlight, Color::Selected);
    set(QPalette::HighlightedText, Color::Text);
    set(QPalette::Link, Color::Accent);
    set(QPalette::LinkVisited, Color::Accent);
    set(QPalette::ToolTipBase, Color::Sheet);
    set(QPalette::ToolTipText, Color::Text);
    set(QPalette::Light, Color::Sheet);
    set(QPalette::Midlight, Color::Hover);
    set(QPalette::Mid, Color::Panel);
    set(QPalette::Dark, Color::Control);
    set(QPalette::Shadow, Color::Control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.color(Color::Text3));
    return palette;
}

QString styleSheetFrom(const Tokens& t)
{
    QFile file(QStringLiteral(":/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("theme.qss is missing from the resources");
    return t.fill(QString::fromUtf8(file.readAll()));
}

} // namespace

const Tokens& tokens() { return currentTokens; }

Theme::Theme(QApplication& application)
    : m_application(application)
{
    Q_ASSERT(!currentTheme);
    initResources();
    systemIsDark(); // remembers the platform's palette before ours replaces it
    currentTheme = this;
    m_application.setStyle(new ThemeStyle);
    m_application.installEventFilter(this);
    connect(new SystemAppearanceWatch(this), &SystemAppearanceWatch::changed, this, [this] {
        if (m_appearance == Appearance::System && systemIsDark() != currentTokens.isDark())
            apply();
    });
    new FocusRing(this);
    apply();
}

Theme::~Theme() { currentTheme = nullptr; }

void Theme::setLook(Appearance appearance, int textPercent)
{
    if (appearance == m_appearance && textPercent == m_textPercent)
        return;
    m_appearance = appearance;
    m_textPercent = textPercent;
    apply();
}

void Theme::follow(QObject* context, std::function<void(const Tokens&)> apply)
{
    apply(currentTokens);
    if (currentTheme)
        connect(currentTheme, &Theme::changed, context, [apply = std::move(apply)] { apply(currentTokens); });
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        if (widget->isWindow() && (widget->windowType() == Qt::Window || widget->windowType() == Qt::Dialog))
            setDarkCaption(*widget, currentTokens.isDark());
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    const bool dark = m_appearance == Appearance::Dark || (m_appearance == Appearance::System && systemIsDark());
    currentTokens = Tokens(dark, m_textPercent);
    m_application.setPalette(paletteFrom(currentTokens));
    m_application.setFont(currentTokens.font(TextStyle::Body));
    m_application.setStyleSheet(styleSheetFrom(currentTokens));
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        if (window->isVisible() && window->windowType() == Qt::Window)
            setDarkCaption(*window, dark);
    }
    Q_EMIT changed();
}

} // namespace dure::app
