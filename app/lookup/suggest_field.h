#pragma once
#include "app/lookup/completion_popup.h"
#include "app/widgets/ime_line_edit.h"

#include <QPointer>

namespace dure::app {

/// A text with suggestions below it while it is typed; any other text will do as well. ↓ or F4 shows all of them.
class SuggestField : public ImeLineEdit
{
    Q_OBJECT
public:
    explicit SuggestField(QWidget* parent = nullptr);
    ~SuggestField() override;
    void setSuggestions(const QStringList& texts) { m_suggestions = texts; }
    CompletionPopup& popup() const { return *m_popup; }

Q_SIGNALS:
    void taken(const QString& text); ///< a suggestion

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void suggest(const QString& typed);

    QPointer<CompletionPopup> m_popup; // the window's, else ours
    QStringList m_suggestions;
    QStringList m_shown;
};

} // namespace dure::app
