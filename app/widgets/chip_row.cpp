#include "app/widgets/chip_row.h"

#include "app/widgets/icons.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"
#include "core/domain/fixed_point.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace dure::app {
namespace {

int countGap() { return (tokens().px(Px::Space4) + tokens().px(Px::Space8)) / 2; }

} // namespace

Chip::Chip(const QString& text, Status glyph, QWidget* parent)
    : QAbstractButton(parent)
    , m_glyph(glyph)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("roundEnds", true); // for the focus frame
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
    connect(this, &QAbstractButton::toggled, this, [this] { updateGeometry(); });
}

void Chip::setCount(std::optional<qint64> count)
{
    const QString shown = count ? QString::fromStdString(formatNumber(*count, 0)) : QString();
    if (shown == m_count)
        return;
    m_count = shown;
    setAccessibleName(shown.isEmpty() ? text() : text() + u' ' + shown);
    updateGeometry();
    update();
}

int Chip::leadingWidth() const
{
    const Tokens& t = tokens();
    if (isChecked())
        return t.px(Px::Glyph) + countGap();
    return m_glyph == Status::None ? 0 : t.px(Px::Glyph) + countGap();
}

void Chip::setBrief(bool brief)
{
    setToolTip(brief && !m_count.isEmpty() ? accessibleName() : QString());
    if (brief == m_brief)
        return;
    m_brief = brief;
    updateGeometry();
    update();
}

QSize Chip::sizeFor(bool withCount) const
{
    const Tokens& t = tokens();
    const QFontMetrics metrics(t.font(TextStyle::Body, isChecked() ? Weight::Bold : Weight::Regular));
    int width = 2 * t.px(Px::Space12) + leadingWidth() + textWidth(metrics, text());
    if (withCount && !m_count.isEmpty())
        width += countGap() + textWidth(QFontMetrics(t.font(TextStyle::Body)), m_count);
    return {width, t.px(Px::Chip)};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const qreal half = Tokens::px(Fixed::Line) / 2.0;
    painter.setPen(QPen(t.color(on ? Color::Accent : Color::Panel), Tokens::px(Fixed::Line)));
    painter.setBrush(t.color(on ? Color::Selected : underMouse() ? Color::Hover : Color::Sheet));
    const QRectF outline = QRectF(rect()).adjusted(half, half, -half, -half);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);

    int x = t.px(Px::Space12);
    if (on)
        paintIcon(painter, QRect(x, 0, t.px(Px::Glyph), height()), Icon::Check, Color::Accent, t.px(Px::Glyph));
    else if (m_glyph != Status::None)
        paintStatus(painter, QRect(x, 0, t.px(Px::Glyph), height()), m_glyph);
    x += leadingWidth();

    const QFont font = t.font(TextStyle::Body, on ? Weight::Bold : Weight::Regular);
    painter.setFont(font);
    painter.setPen(t.color(on ? Color::Text : Color::Text2));
    const int room = width() - x - t.px(Px::Space4) / 2; // rather into the rounding than cut
    painter.drawText(
        QRect(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft, fitText(QFontMetrics(font), text(), room));
    if (m_count.isEmpty() || (m_brief && !on))
        return;
    x += QFontMetrics(font).horizontalAdvance(text()) + countGap();
    painter.setFont(t.font(TextStyle::Body));
    painter.setPen(t.color(Color::Text2));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_count);
}

ChipRow::ChipRow(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // the chips' sizes follow from the row's
    m_layout->addStretch();
    Theme::follow(this, [this](const Tokens& t) {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(t.px(Px::Space8) - t.px(Px::Space4) / 2);
    });
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        fit();
        if (on)
            Q_EMIT chosen(m_ids[id]);
    });
}

void ChipRow::addChip(const QString& id, const QString& text, Status glyph)
{
    auto* chip = new Chip(text, glyph, this);
    const bool first = m_ids.isEmpty();
    m_ids += id;
    m_layout->insertWidget(m_layout->count() - 1, chip);
    if (first)
        chip->setChecked(true); // before it joins the group: nobody chose it yet
    m_group->addButton(chip, static_cast<int>(m_ids.size()) - 1);
}

Chip* ChipRow::chip(const QString& id) const
{
    return static_cast<Chip*>(m_group->button(static_cast<int>(m_ids.indexOf(id))));
}

void ChipRow::setCount(const QString& id, std::optional<qint64> count)
{
    if (Chip* found = m_ids.contains(id) ? chip(id) : nullptr)
        found->setCount(count);
    fit();
}

void ChipRow::choose(const QString& id)
{
    if (m_ids.contains(id))
        chip(id)->setChecked(true);
}

int ChipRow::widthOf(QSize (Chip::*size)() const) const
{
    const auto buttons = m_group->buttons();
    int width = qMax(0, static_cast<int>(buttons.size()) - 1) * m_layout->spacing();
    for (const QAbstractButton* each : buttons)
        width += (static_cast<const Chip*>(each)->*size)().width();
    return width;
}

QSize ChipRow::sizeHint() const { return {widthOf(&Chip::fullSize), tokens().px(Px::Chip)}; }
QSize ChipRow::minimumSizeHint() const { return {widthOf(&Chip::briefSize), tokens().px(Px::Chip)}; }

void ChipRow::fit()
{
    const bool brief = width() < widthOf(&Chip::fullSize);
    for (QAbstractButton* each : m_group->buttons())
        static_cast<Chip*>(each)->setBrief(brief);
    updateGeometry();
}

void ChipRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

QString ChipRow::chosenId() const
{
    const int id = m_group->checkedId();
    return id < 0 ? QString() : m_ids[id];
}

} // namespace dure::app
