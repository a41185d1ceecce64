#include "app/widgets/empty_state.h"

#include "app/widgets/icon_label.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace dure::app {

EmptyState::EmptyState(const QString& title, const QString& explanation, QWidget* parent)
    : QWidget(parent)
    , m_column(new QWidget(this))
    , m_box(new Panel(Color::Sheet))
{
    m_box->setRounded(true);
    m_ways = new QVBoxLayout(m_box);
    m_ways->setContentsMargins(0, 0, 0, 0);
    m_ways->setSpacing(0);
    m_foot = new QVBoxLayout;

    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QVBoxLayout;
    head->addWidget(new Label(LabelRole::Title, title));
    head->addWidget(new Label(LabelRole::Muted, explanation));
    column->addLayout(head);
    column->addWidget(m_box);
    column->addLayout(m_foot);

    auto* across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(m_column);
    across->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addLayout(across);
    layout->addStretch();
    Theme::follow(this, [=, this](const Tokens& t) {
        m_column->setFixedWidth(t.scaled(700));
        head->setSpacing(t.px(Px::Space4));
        column->setSpacing(t.px(Px::Space16));
    });
}

void EmptyState::addWay(
    Icon icon, const QString& title, const QString& duration, const QString& explanation, KeyButton* button)
{
    if (m_ways->count() > 0)
        m_ways->addWidget(new HairLine(Qt::Horizontal));
    auto* titleLine = new QHBoxLayout;
    titleLine->addWidget(new Label(LabelRole::Section, title));
    titleLine->addWidget(new Label(LabelRole::Hint, duration), 1);
    auto* texts = new QVBoxLayout;
    texts->addLayout(titleLine);
    auto* line = new Label(LabelRole::Muted);
    line->setWrappedText(explanation);
    texts->addWidget(line);
    auto* row = new QHBoxLayout;
    row->addWidget(new IconLabel(icon, Color::Accent, Px::IconLarge));
    row->addLayout(texts, 1);
    row->addWidget(button);
    m_ways->addLayout(row);
    Theme::follow(row, [=](const Tokens& t) {
        row->setContentsMargins(t.px(Px::Space16), t.px(Px::Space16), t.px(Px::Space16), t.px(Px::Space16));
        row->setSpacing(t.px(Px::Space24));
        titleLine->setSpacing(t.px(Px::Space8));
        texts->setSpacing(0);
    });
}

void EmptyState::setFootnote(Icon icon, const QString& text, const QString& key)
{
    auto* row = new QHBoxLayout;
    row->addWidget(new IconLabel(icon, Color::Text2));
    row->addWidget(new Label(LabelRole::Muted, text));
    if (!key.isEmpty())
        row->addWidget(new KeyCap(key));
    row->addStretch();
    m_foot->addLayout(row);
    Theme::follow(row, [=](const Tokens& t) { row->setSpacing(t.px(Px::Space8)); });
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().color(Color::Sheet));
}

} // namespace dure::app
