#include "app/widgets/form_cell.h"

#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace dure::app {

FormCell::FormCell(const QString& label, QWidget* field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_problemRow(new QWidget(this))
    , m_problem(new Label(LabelRole::Problem))
{
    auto* caption = new Label(LabelRole::Hint, label, this);
    caption->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);

    auto* problemLayout = new QHBoxLayout(m_problemRow);
    problemLayout->setContentsMargins(0, 0, 0, 0);
    problemLayout->addWidget(new StatusGlyph(Status::Late, TextStyle::Hint), 0, Qt::AlignTop);
    problemLayout->addWidget(m_problem, 1);
    m_problemRow->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(caption);
    layout->addWidget(field);
    layout->addWidget(m_problemRow);
    layout->addStretch();
    Theme::follow(this, [=](const Tokens& t) {
        layout->setSpacing(t.px(Px::Space4));
        problemLayout->setSpacing(t.px(Px::Space8));
    });
}

void FormCell::setProblem(const QString& whatAndWayOut)
{
    m_problem->setWrappedText(whatAndWayOut);
    m_field->setAccessibleDescription(whatAndWayOut);
    m_problemRow->setVisible(!whatAndWayOut.isEmpty());
}

ValueLabel::ValueLabel(LabelRole role, QWidget* parent)
    : Label(role, {}, parent)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::Control)); });
}

} // namespace dure::app
