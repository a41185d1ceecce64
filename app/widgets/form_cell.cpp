#include "app/widgets/form_cell.h"

#include "app/widgets/particles.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace dure::app {

FormCell::FormCell(const QString& label, QWidget* field, QWidget* parent)
    : QWidget(parent)
    , m_caption(new Label(LabelRole::Hint, label, this))
    , m_field(field)
    , m_messageRow(new QWidget(this))
    , m_glyph(new StatusGlyph(Status::Late, TextStyle::Hint))
    , m_message(new Label(LabelRole::Problem))
{
    m_caption->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);

    auto* problemLayout = new QHBoxLayout(m_messageRow);
    problemLayout->setContentsMargins(0, 0, 0, 0);
    problemLayout->addWidget(m_glyph, 0, Qt::AlignTop);
    problemLayout->addWidget(m_message, 1);
    m_messageRow->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_caption);
    layout->addWidget(field);
    layout->addWidget(m_messageRow);
    layout->addStretch();
    Theme::follow(this, [=](const Tokens& t) {
        layout->setSpacing(t.px(Px::Space4));
        problemLayout->setSpacing(t.px(Px::Space8));
    });
}

void FormCell::setProblem(const QString& whatAndWayOut)
{
    m_problem = whatAndWayOut;
    showMessage();
}

void FormCell::clearProblem() { setProblem(m_field->property("invalid").toBool() ? m_field->toolTip() : QString()); }

QString FormCell::label() const { return m_caption->text(); }

void FormCell::setNote(Status glyph, const QString& text)
{
    m_noteGlyph = glyph;
    m_note = text;
    showMessage();
}

void FormCell::showMessage()
{
    const QString shown = withParticles(m_problem.isEmpty() ? m_note : m_problem);
    m_glyph->setStatus(m_problem.isEmpty() ? m_noteGlyph : Status::Late);
    m_message->setRole(m_problem.isEmpty() ? LabelRole::Hint : LabelRole::Problem);
    m_message->setWrappedText(shown);
    m_field->setAccessibleDescription(shown);
    m_messageRow->setVisible(!shown.isEmpty() && !m_elsewhere);
    Q_EMIT messageChanged();
}

ValueLabel::ValueLabel(LabelRole role, QWidget* parent)
    : Label(role, {}, parent)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::Control)); });
}

} // namespace dure::app
