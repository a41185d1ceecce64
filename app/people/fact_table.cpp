#include "app/people/fact_table.h"

#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace dure::app {
namespace {

constexpr int actionsWidth = 90; // of the links at the right, at 100 % text

/// Paints texts in the table's columns: the head, or one line.
class FactLine : public QWidget
{
public:
    FactLine(const QList<FactColumn>& columns, const QList<Fact>& facts, bool isHead)
        : m_columns(columns)
        , m_facts(facts)
        , m_isHead(isHead)
    {
        QStringList words;
        for (const Fact& fact : facts)
            words += fact.text;
        setAccessibleName(words.join(QStringLiteral(", ")));
        Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(m_isHead ? Px::HeadRow : Px::Row)); });
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokens();
        QPainter painter(this);
        if (m_isHead)
            painter.fillRect(rect(), t.color(Color::Sunken));
        for (qsizetype i = 0; i < m_facts.size(); ++i)
            paintFact(painter, m_facts[i], cell(i));
        const int line = Tokens::px(Fixed::Line);
        painter.fillRect(0, height() - line, width(), line, t.color(Color::Hair));
    }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ToolTip) {
            const QPoint place = static_cast<QHelpEvent*>(event)->pos();
            QString cut;
            for (qsizetype i = 0; i < m_facts.size(); ++i)
                if (cell(i).contains(place) && textWidth(metrics(m_facts[i]), m_facts[i].text) > textRect(i).width())
                    cut = m_facts[i].text;
            QToolTip::showText(mapToGlobal(place), cut, this);
            return true;
        }
        return QWidget::event(event);
    }

private:
    QFont font(const Fact& fact) const
    {
        return tokens().font(m_isHead ? TextStyle::Hint : TextStyle::Body, fact.weight);
    }
    QFontMetrics metrics(const Fact& fact) const { return QFontMetrics(font(fact)); }
    QRect cell(qsizetype column) const
    {
        const Tokens& t = tokens();
        const int side = t.px(Px::Space16);
        int fixed = 2 * side + t.scaled(actionsWidth);
        int stretches = 0;
        for (const FactColumn& each : m_columns) {
            fixed += each.stretch ? 0 : t.scaled(each.width);
            stretches += each.stretch ? 1 : 0;
        }
        const int rest = stretches > 0 ? qMax(0, width() - fixed) / stretches : 0;
        int x = side;
        for (qsizetype i = 0; i < column; ++i)
            x += m_columns[i].stretch ? rest : t.scaled(m_columns[i].width);
        return {x, 0, m_columns[column].stretch ? rest : t.scaled(m_columns[column].width), height()};
    }
    QRect textRect(qsizetype column) const
    {
        QRect area = cell(column).adjusted(0, 0, -tokens().px(Px::Space12), 0);
        if (m_facts[column].glyph != Status::None)
            area.setLeft(area.left() + tokens().px(Px::Glyph) + tokens().px(Px::Space8));
        return area;
    }
    void paintFact(QPainter& painter, const Fact& fact, const QRect& area) const
    {
        if (fact.glyph != Status::None)
            paintStatus(painter, area, fact.glyph);
        const QRect room = textRect(&fact - m_facts.constData());
        painter.setFont(font(fact));
        painter.setPen(tokens().color(m_isHead ? Color::Text2 : fact.ink));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            fitText(metrics(fact), fact.text, room.width()));
    }

    QList<FactColumn> m_columns;
    QList<Fact> m_facts;
    bool m_isHead;
};

} // namespace

FactRow::FactRow(const QList<FactColumn>& columns, const QList<Fact>& facts, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_actions(new QHBoxLayout)
{
    auto* line = new FactLine(columns, facts, false);
    auto* over = new QHBoxLayout(line);
    over->addStretch();
    over->addLayout(m_actions);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(line);
    Theme::follow(this, [=, this](const Tokens& t) {
        over->setContentsMargins(0, 0, t.px(Px::Space16), 0);
        m_actions->setSpacing(t.px(Px::Space16));
    });
}

KeyButton* FactRow::addAction(const QString& text)
{
    auto* action = new KeyButton(ButtonKind::Link, text);
    action->setAccessibleDescription(m_layout->itemAt(0)->widget()->accessibleName());
    m_actions->addWidget(action);
    return action;
}

MessageStrip& FactRow::strip()
{
    if (!m_strip) {
        m_strip = new MessageStrip(MessageStrip::Shape::Row);
        m_layout->insertWidget(1, m_strip);
    }
    return *m_strip;
}

void FactRow::open(QWidget* sheet)
{
    shut();
    m_sheet = sheet;
    m_layout->addWidget(sheet);
}

void FactRow::shut()
{
    if (m_strip)
        m_strip->clear();
    if (!m_sheet)
        return;
    m_sheet->hide();
    m_sheet->deleteLater(); // a button in it may be the one that closes it
    m_sheet = nullptr;
}

FactTable::FactTable(const QList<FactColumn>& columns, QWidget* parent)
    : QWidget(parent)
    , m_columns(columns)
    , m_layout(new QVBoxLayout(this))
    , m_empty(new Label(LabelRole::Muted))
{
    QList<Fact> heads;
    for (const FactColumn& column : columns)
        heads += Fact{column.title};
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(new FactLine(columns, heads, true));
    m_layout->addWidget(m_empty);
    m_empty->hide();
    Theme::follow(this, [this](const Tokens& t) {
        m_empty->setContentsMargins(t.px(Px::Space16), 0, t.px(Px::Space16), 0);
        m_empty->setFixedHeight(t.px(Px::Row));
    });
}

void FactTable::clear()
{
    for (FactRow* row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater(); // a button in it may have asked for it
    }
    m_empty->setVisible(!m_empty->text().isEmpty());
}

FactRow* FactTable::addRow(const QList<Fact>& facts)
{
    auto* row = new FactRow(m_columns, facts);
    m_rows += row;
    m_layout->addWidget(row);
    m_empty->hide();
    return row;
}

void FactTable::setEmptyText(const QString& text)
{
    m_empty->setText(text);
    m_empty->setVisible(m_rows.isEmpty());
}

} // namespace dure::app

#include "moc_fact_table.cpp"
