#include "app/orders/order_foot.h"

#include "app/widgets/label.h"
#include "app/widgets/number_text.h"
#include "app/widgets/particles.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QTextDocumentFragment>

namespace dure::app {

OrderFoot::OrderFoot(QWidget* parent)
    : Panel(Color::Sheet, parent)
    , m_glyph(new StatusGlyph(Status::None))
    , m_message(new Label(LabelRole::Body))
{
    setEdges(Qt::TopEdge);
    auto* layout = new QHBoxLayout(this);
    m_message->setTextFormat(Qt::RichText);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long sentence pushes no sum out
    m_message->setWordWrap(true); // its sums are not cut
    layout->addWidget(m_glyph);
    layout->addWidget(m_message, 1);
    auto* sums = new QHBoxLayout;
    m_lines = addSum(tr("Lines"), sums);
    m_supply = addSum(tr("Supply"), sums);
    m_tax = addSum(tr("Tax"), sums);
    m_total = addSum(tr("Total"), sums, true);
    layout->addLayout(sums);
    Theme::follow(this, [=](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
        layout->setSpacing(t.px(Px::Space8));
        sums->setSpacing(t.px(Px::Space24));
    });
}

Label* OrderFoot::addSum(const QString& label, QHBoxLayout* layout, bool grand)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* caption = new Label(LabelRole::Hint, label);
    auto* value = new Label(grand ? LabelRole::Title : LabelRole::Sum);
    value->setAccessibleName(label);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addStretch();
    column->addWidget(caption, 0, Qt::AlignRight);
    column->addWidget(value, 0, Qt::AlignRight);
    column->addStretch();
    layout->addLayout(column);
    return value;
}

void OrderFoot::setTotals(int lines, const LineAmounts& totals)
{
    m_lines->setText(numberText(lines));
    m_supply->setText(numberText(totals.supply));
    m_tax->setText(numberText(totals.tax));
    m_total->setText(wonText(totals.total()));
}

void OrderFoot::setMessage(Status glyph, const QString& html)
{
    m_glyph->setStatus(glyph);
    m_glyph->setVisible(glyph != Status::None);
    const QString said = withParticles(html);
    if (m_message->text() == said)
        return;
    m_message->setText(said);
    m_message->setAccessibleName(message());
}

QString OrderFoot::message() const { return QTextDocumentFragment::fromHtml(m_message->text()).toPlainText(); }

} // namespace dure::app

#include "moc_order_foot.cpp"
