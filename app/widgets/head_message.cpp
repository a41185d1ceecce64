#include "app/widgets/head_message.h"

#include "app/widgets/form_cell.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>

namespace dure::app {

HeadMessage::HeadMessage(QWidget* parent)
    : QWidget(parent)
    , m_glyph(new StatusGlyph(Status::Late, TextStyle::Hint))
    , m_text(new Label(LabelRole::Problem))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_glyph, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long one does not push the fields apart
    m_glyph->hide();
    Theme::follow(this, [=, this](const Tokens& t) {
        layout->setSpacing(t.px(Px::Space8));
        setFixedHeight(QFontMetrics(t.font(TextStyle::Hint)).height());
    });
}

void HeadMessage::follow(FormCell* cell)
{
    m_cells += cell;
    cell->setMessageElsewhere();
    connect(cell, &FormCell::messageChanged, this, &HeadMessage::tell);
}

void HeadMessage::tell()
{
    const auto first = std::ranges::find_if(m_cells, [](const FormCell* cell) { return !cell->problem().isEmpty(); });
    const bool says = first != m_cells.end();
    const QString text = says
        ? tr("%1: %2", "label of a field: what is wrong").arg((*first)->label(), (*first)->problem())
        : QString();
    m_glyph->setVisible(says);
    m_text->setText(text);
    m_text->setToolTip(text);
}

} // namespace dure::app

#include "moc_head_message.cpp"
