#include "app/shell/sync_icon.h"

#include "app/widgets/icons.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace dure::app {
namespace {

constexpr int stepMs = 80;
constexpr int stepDegrees = 20;

std::pair<Icon, Color> look(SyncStatus::State state)
{
    switch (state) {
    case SyncStatus::State::Synced:
        return {Icon::Check, Color::Text2};
    case SyncStatus::State::Offline:
        return {Icon::CloudOff, Color::Amber};
    case SyncStatus::State::Syncing:
        return {Icon::RefreshCw, Color::Accent};
    case SyncStatus::State::Attention:
        return {Icon::None, Color::Amber};
    case SyncStatus::State::SignedOut:
        return {Icon::LogOut, Color::Text2};
    case SyncStatus::State::LocalOnly:
        return {Icon::HardDrive, Color::Text2};
    }
    return {Icon::None, Color::Text2};
}

} // namespace

SyncIcon::SyncIcon(QWidget* parent)
    : QWidget(parent)
{
    m_turning.setInterval(stepMs);
    connect(&m_turning, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + stepDegrees) % 360;
        update();
    });
    Theme::follow(this, [this](const Tokens& t) {
        // As high as the first line beside it, so that both stand on one middle.
        setFixedSize(t.px(Px::Icon), QFontMetrics(t.font(TextStyle::Body)).height());
        update();
    });
}

void SyncIcon::setState(SyncStatus::State state)
{
    m_state = state;
    turnIfNeeded();
    update();
}

void SyncIcon::turnIfNeeded()
{
    const bool animated = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    const bool turn = m_state == SyncStatus::State::Syncing && isVisible() && animated;
    m_angle = 0;
    if (turn)
        m_turning.start();
    else
        m_turning.stop();
}

void SyncIcon::showEvent(QShowEvent*) { turnIfNeeded(); }

void SyncIcon::hideEvent(QHideEvent*) { m_turning.stop(); }

void SyncIcon::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_state == SyncStatus::State::Attention) {
        paintStatus(painter, rect().translated((width() - tokens().px(Px::Glyph)) / 2, 0), Status::Attention);
        return;
    }
    const auto [icon, color] = look(m_state);
    if (m_angle != 0) {
        const QPointF middle(width() / 2.0, height() / 2.0);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(middle);
        painter.rotate(m_angle);
        painter.translate(-middle);
    }
    paintIcon(painter, rect(), icon, color);
}

} // namespace dure::app
