#include "app/widgets/segmented_control.h"

#include "app/widgets/icons.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace dure::app {
namespace {

class Segment : public QAbstractButton
{
public:
    Segment(const QString& text, TextStyle style, bool first, QWidget* parent)
        : QAbstractButton(parent)
        , m_style(style)
        , m_first(first)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const Tokens& t = tokens();
        // Bold whether chosen or not: only the check mark moves what follows.
        const QFontMetrics bold(t.font(m_style, Weight::Bold));
        const int check = isChecked() ? t.px(Px::Icon) + t.px(Px::Space4) : 0;
        return {
            textWidth(bold, text()) + check + 2 * t.px(Px::Space12), t.px(Px::Control) - 2 * Tokens::px(Fixed::Line)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokens();
        const int line = Tokens::px(Fixed::Line);
        const bool on = isChecked();
        QPainter painter(this);
        painter.setClipPath(insideOfFrame());
        if (on || underMouse())
            painter.fillRect(rect(), t.color(on ? Color::Selected : Color::Hover));
        if (!m_first && !on)
            painter.fillRect(0, 0, line, height(), t.color(Color::Panel));
        if (on) {
            painter.setPen(QPen(t.color(Color::Accent), line));
            painter.drawRect(rect().adjusted(0, 0, -line, -line));
        }
        QFont font = t.font(m_style);
        font.setWeight(on ? QFont::Bold : QFont::Normal);
        const int wide = textWidth(QFontMetrics(font), text());
        const int lead = on ? t.px(Px::Icon) + t.px(Px::Space4) : 0;
        int x = (width() - wide - lead) / 2;
        if (on)
            paintIcon(painter, QRect(x, 0, t.px(Px::Icon), height()), Icon::Check, Color::Accent);
        painter.setFont(font);
        painter.setPen(t.color(on ? Color::Text : Color::Text2));
        painter.drawText(QRect(x + lead, 0, wide, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    }

private:
    /// The rounded inside of the frame around all segments, in this segment's coordinates.
    QPainterPath insideOfFrame() const
    {
        const int line = Tokens::px(Fixed::Line);
        const int radius = Tokens::px(Fixed::RadiusControl) - line;
        QPainterPath path;
        path.addRoundedRect(
            QRectF(parentWidget()->rect().translated(-pos())).adjusted(line, line, -line, -line), radius, radius);
        return path;
    }

    TextStyle m_style;
    bool m_first;
};

} // namespace

SegmentedControl::SegmentedControl(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    setAccessibleName(name);
    const int line = Tokens::px(Fixed::Line);
    m_layout->setContentsMargins(line, line, line, line);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) {
        for (QAbstractButton* segment : m_group->buttons())
            segment->updateGeometry();
        updateGeometry();
    });
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(m_ids[id]); });
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id) { m_group->button(id)->updateGeometry(); });
}

void SegmentedControl::addSegment(const QString& id, const QString& text, TextStyle style)
{
    auto* segment = new Segment(text, style, m_ids.isEmpty(), this);
    m_ids += id;
    m_layout->addWidget(segment);
    m_group->addButton(segment, static_cast<int>(m_ids.size()) - 1);
}

void SegmentedControl::setChosen(const QString& id)
{
    const QSignalBlocker quiet(this);
    if (QAbstractButton* segment = m_group->button(static_cast<int>(m_ids.indexOf(id))))
        segment->setChecked(true);
}

QString SegmentedControl::chosenId() const
{
    const int id = m_group->checkedId();
    return id < 0 ? QString() : m_ids[id];
}

QWidget* SegmentedControl::firstFocus() const
{
    return m_group->checkedButton() ? m_group->checkedButton() : m_group->button(0);
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = Tokens::px(Fixed::Line) / 2.0;
    const int radius = Tokens::px(Fixed::RadiusControl);
    painter.setPen(QPen(tokens().color(Color::Control), Tokens::px(Fixed::Line)));
    painter.setBrush(tokens().color(Color::Sheet));
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);
}

} // namespace dure::app
