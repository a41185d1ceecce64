#include "app/lookup/suggest_field.h"

#include "app/widgets/icons.h"
#include "app/widgets/key_map.h"
#include "core/domain/text_query.h"

#include <QAction>
#include <QKeyEvent>

namespace dure::app {

SuggestField::SuggestField(QWidget* parent)
    : ImeLineEdit(parent)
    , m_popup(new CompletionPopup({{{}, 200, false, true}}))
{
    m_popup->setHeadless(true);
    auto* list = addAction(themedIcon(Icon::ChevronDown), QLineEdit::TrailingPosition);
    list->setText(tr("List"));
    list->setToolTip(tr("List (F4)"));
    connect(list, &QAction::triggered, this, [this] {
        setFocus();
        suggest({});
    });
    connect(this, &ImeLineEdit::effectiveTextChanged, this, [this](const QString& text) {
        if (hasFocus() && !text.isEmpty())
            suggest(text);
        else
            m_popup->dismiss();
    });
    connect(m_popup, &CompletionPopup::taken, this, [this](int row) {
        const QString chosen = m_shown[row];
        commitComposition();
        setText(chosen);
        m_popup->dismiss();
        Q_EMIT taken(chosen);
    });
}

SuggestField::~SuggestField() { delete m_popup; }

void SuggestField::suggest(const QString& typed)
{
    const TextQuery query(typed.toStdString());
    const SearchedParts parts(typed);
    m_shown.clear();
    CompletionPopup::Content content;
    content.chosen = typed.isEmpty() ? 0 : -1; // what was typed is as good as a suggestion
    for (const QString& text : std::as_const(m_suggestions)) {
        if (!query.empty() && (text == typed || !query.match(text.toStdString())))
            continue;
        m_shown += text;
        content.rows += QList<CompletionCell>{{parts.in(text), {}, false}};
    }
    if (m_shown.isEmpty())
        m_popup->dismiss();
    else
        m_popup->open(*this, std::move(content));
}

bool SuggestField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape
        && m_popup->isOpen()) {
        event->accept();
        return true;
    }
    return ImeLineEdit::event(event);
}

void SuggestField::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool choices = QKeySequence(event->keyCombination()) == keyFor(KeyAction::Choices);
    if (!m_popup->isOpen() && (choices || event->key() == Qt::Key_Down)) {
        suggest({});
        return;
    }
    if (m_popup->keyPressed(event)) {
        if (enter)
            event->ignore(); // and on to the next field
        return;
    }
    ImeLineEdit::keyPressEvent(event);
}

void SuggestField::focusOutEvent(QFocusEvent* event)
{
    ImeLineEdit::focusOutEvent(event);
    m_popup->dismiss();
}

} // namespace dure::app

#include "moc_suggest_field.cpp"
