#include "app/widgets/message_strip.h"

#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/particles.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace dure::app {
namespace {

struct ToneLook
{
    Status glyph;
    Color ink;
    Color back;
};

ToneLook lookOf(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return {Status::Info, Color::Panel, Color::Sheet};
    case Tone::Amber:
        return {Status::Attention, Color::Amber, Color::AmberBack};
    case Tone::Red:
        return {Status::Late, Color::Red, Color::RedBack};
    case Tone::Green:
        return {Status::Done, Color::Green, Color::GreenBack};
    }
    return {};
}

} // namespace

MessageStrip::MessageStrip(Shape shape, QWidget* parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_glyph(new StatusGlyph(Status::Info))
    , m_what(new Label(LabelRole::Strong))
    , m_wayOut(new Label(shape == Shape::Box ? LabelRole::Body : LabelRole::Muted))
    , m_actions(new QHBoxLayout)
{
    auto* second = m_second = new QHBoxLayout;
    second->addWidget(m_wayOut);
    second->addLayout(m_actions);
    second->addStretch();
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_what);
    texts->addLayout(second);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    Theme::follow(this, [=, this](const Tokens& t) {
        const int side = t.px(m_shape == Shape::Box ? Px::Space12 : Px::Space16);
        layout->setContentsMargins(side, t.px(Px::Space8), side, t.px(Px::Space8));
        layout->setSpacing(t.px(Px::Space8));
        second->setSpacing(t.px(Px::Space12));
        m_actions->setSpacing(t.px(Px::Space12));
    });
    for (Label* label : {m_what, m_wayOut})
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    hide();
}

void MessageStrip::wrapIfNeeded()
{
    // A wrapping label asks for an odd width; one that fits keeps its own, and the actions follow right behind it.
    const int needed = QFontMetrics(tokens().font(TextStyle::Body)).horizontalAdvance(m_wayOut->text())
        + m_actions->sizeHint().width() + 3 * tokens().px(Px::Space16) + tokens().px(Px::Glyph);
    const bool wrap = needed > width();
    m_wayOut->setWordWrap(wrap);
    // All that is left: the stretch behind the actions would take half of it.
    m_second->setStretchFactor(m_wayOut, wrap ? 1 : 0);
    QSizePolicy policy(wrap ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Preferred);
    policy.setHeightForWidth(wrap); // or the second line would get no height
    m_wayOut->setSizePolicy(policy);
}

void MessageStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    wrapIfNeeded();
}

void MessageStrip::show(Tone tone, const QString& what, const QString& wayOut)
{
    m_tone = tone;
    m_glyph->setStatus(lookOf(tone).glyph);
    m_what->setWrappedText(withParticles(what));
    m_wayOut->setWrappedText(withParticles(wayOut));
    wrapIfNeeded();
    m_wayOut->setVisible(!wayOut.isEmpty());
    setAccessibleName(text());
    QWidget::show();
    update();
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

KeyButton* MessageStrip::addAction(const QString& text)
{
    auto* action = new KeyButton(ButtonKind::Link, text, this);
    m_actions->addWidget(action);
    wrapIfNeeded();
    return action;
}

void MessageStrip::clear()
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        item->widget()->hide(); // it would be painted until it goes
        item->widget()->deleteLater();
        delete item;
    }
    m_what->clear();
    m_wayOut->clear();
    hide();
    Q_EMIT cleared();
}

QString MessageStrip::text() const
{
    QString all = m_what->text();
    if (!m_wayOut->text().isEmpty())
        all += u' ' + m_wayOut->text();
    return all.remove(QChar(0x2060));
}

void MessageStrip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const ToneLook look = lookOf(m_tone);
    QPainter painter(this);
    if (m_shape == Shape::Row) {
        painter.fillRect(rect(), t.color(look.back));
        painter.fillRect(0, height() - Tokens::px(Fixed::Line), width(), Tokens::px(Fixed::Line), t.color(Color::Hair));
        return;
    }
    const qreal half = Tokens::px(Fixed::Line) / 2.0;
    const int radius = Tokens::px(Fixed::RadiusControl);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.color(look.ink), Tokens::px(Fixed::Line)));
    painter.setBrush(t.color(look.back));
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);
}

} // namespace dure::app
