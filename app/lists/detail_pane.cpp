#include "app/lists/detail_pane.h"

#include "app/widgets/icon_label.h"
#include "app/widgets/key_button.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dure::app {
namespace {

/// A line of a detail with something at both ends.
QHBoxLayout* ends(QWidget* row, Label* left, Label* right)
{
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(left);
    layout->addStretch();
    layout->addWidget(right);
    return layout;
}

} // namespace

DetailPane::DetailPane(QWidget* parent)
    : Panel(Color::Sheet, parent)
    , m_content(new QWidget)
    , m_foot(new Panel(Color::Sunken))
    , m_next(new Label(LabelRole::Strong))
    , m_nextDetail(new Label(LabelRole::Muted))
    , m_scroll(new QScrollArea)
{
    setEdges(Qt::LeftEdge);
    auto* headPanel = new Panel(Color::Sheet);
    headPanel->setEdges(Qt::BottomEdge);
    m_head = new QVBoxLayout(headPanel);
    auto* scrolled = new QWidget;
    scrolled->setProperty("scrollContent", true);
    m_body = new QVBoxLayout(scrolled);
    m_scroll->setWidget(scrolled);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_foot->setEdges(Qt::TopEdge);
    auto* foot = new QVBoxLayout(m_foot);
    m_footButtons = new QHBoxLayout;
    foot->addWidget(m_next);
    foot->addWidget(m_nextDetail);
    foot->addLayout(m_footButtons);
    m_otherButtons = new QHBoxLayout;
    foot->addLayout(m_otherButtons);

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headPanel);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_foot);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Tokens::px(Fixed::Line), 0, 0, 0);
    layout->addWidget(m_content);
    Theme::follow(this, [=, this](const Tokens& t) {
        const int side = t.px(Px::Space16);
        setFixedWidth(t.px(Px::Detail));
        m_head->setContentsMargins(side, t.px(Px::Space12), side, t.px(Px::Space12));
        m_head->setSpacing(t.px(Px::Space4));
        m_body->setContentsMargins(side, t.px(Px::Space8), side, t.px(Px::Space16));
        m_body->setSpacing(0);
        foot->setContentsMargins(side, t.px(Px::Space12), side, t.px(Px::Space12));
        foot->setSpacing(t.px(Px::Space4));
        m_footButtons->setContentsMargins(0, t.px(Px::Space4), 0, 0);
        m_footButtons->setSpacing(t.px(Px::Space8));
        m_otherButtons->setSpacing(t.px(Px::Space8));
        arrangeFoot();
    });
}

void DetailPane::setShown(bool shown)
{
    m_shown = shown;
    m_content->setVisible(shown);
    if (m_primary)
        m_primary->setEnabled(shown);
}

void DetailPane::focusFirst()
{
    const auto widgets = findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled()) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void DetailPane::setPrimary(KeyButton* button)
{
    m_primary = button;
    takePrimary();
}

void DetailPane::takePrimary()
{
    if (!m_primary)
        return;
    m_primary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_footButtons->insertWidget(0, m_primary, 1);
    arrangeFoot();
}

void DetailPane::addFootButton(KeyButton* button)
{
    m_others += button;
    arrangeFoot();
}

/// Side by side, or the blue one above the others where words would be cut.
void DetailPane::arrangeFoot()
{
    const int side = tokens().px(Px::Space16);
    int wanted = m_primary && m_primary->parentWidget() == m_foot ? m_primary->sizeHint().width() : 0;
    for (const KeyButton* button : m_others)
        wanted += button->sizeHint().width() + tokens().px(Px::Space8);
    const bool isBelow = wanted > width() - 2 * side - Tokens::px(Fixed::Line);
    for (KeyButton* button : m_others) {
        button->setSizePolicy(isBelow ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
        (isBelow ? m_otherButtons : m_footButtons)->addWidget(button);
    }
}

void DetailPane::setNext(const QString& what, const QString& detail)
{
    m_next->setText(what);
    m_nextDetail->setWrappedText(detail);
    m_next->setVisible(!what.isEmpty());
    m_nextDetail->setVisible(!detail.isEmpty());
}

void DetailPane::setFootVisible(bool visible) { m_foot->setVisible(visible); }

DetailPane::Heading DetailPane::addHeading(const QString& title)
{
    Heading heading{new QWidget, new Label(LabelRole::Strong, title), new Label(LabelRole::Hint)};
    auto* layout = ends(heading.row, heading.title, heading.right);
    m_body->addWidget(heading.row);
    Theme::follow(
        heading.row, [=](const Tokens& t) { layout->setContentsMargins(0, t.px(Px::Space16), 0, t.px(Px::Space4)); });
    return heading;
}

Label* DetailPane::addFact(const QString& label)
{
    auto* row = new QWidget;
    auto* caption = new Label(LabelRole::Muted, label);
    auto* value = new Label(LabelRole::Body);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    value->setBuddy(nullptr);
    auto* layout = new QHBoxLayout(row);
    layout->addWidget(caption, 0, Qt::AlignTop);
    layout->addWidget(value, 1);
    m_body->addWidget(row);
    Theme::follow(row, [=](const Tokens& t) {
        caption->setFixedWidth(t.scaled(92));
        layout->setContentsMargins(0, t.px(Px::Space4), 0, t.px(Px::Space4));
        layout->setSpacing(t.px(Px::Space8));
    });
    return value;
}

void DetailPane::setFact(Label* value, const QString& text)
{
    value->setWrappedText(text);
    value->parentWidget()->setVisible(!text.isEmpty());
}

Label* DetailPane::addRemark(Icon icon)
{
    auto* row = new QWidget;
    auto* text = new Label(LabelRole::Body);
    auto* layout = new QHBoxLayout(row);
    layout->addWidget(new IconLabel(icon), 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_body->addWidget(row);
    Theme::follow(row, [=](const Tokens& t) {
        layout->setContentsMargins(0, t.px(Px::Space4), 0, t.px(Px::Space4));
        layout->setSpacing(t.px(Px::Space8));
    });
    return text;
}

DetailPane::Sums DetailPane::addSums()
{
    Sums sums{new Label(LabelRole::Muted), new Label(LabelRole::Muted), new Label(LabelRole::Muted),
        new Label(LabelRole::Section)};
    auto* block = new QWidget;
    auto* column = new QVBoxLayout(block);
    const auto add = [&](Label* left, Label* right) {
        auto* row = new QWidget;
        ends(row, left, right);
        column->addWidget(row);
    };
    add(new Label(LabelRole::Muted, tr("Supply amount")), sums.supply);
    add(sums.taxLabel, sums.tax);
    add(new Label(LabelRole::Section, tr("Total")), sums.total);
    m_body->addWidget(block);
    Theme::follow(block, [=](const Tokens& t) {
        column->setContentsMargins(0, t.px(Px::Space12), 0, 0);
        column->setSpacing(t.scaled(6));
    });
    return sums;
}

void DetailPane::addGap() { m_body->addStretch(1); }

} // namespace dure::app
