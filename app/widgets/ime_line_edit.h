#pragma once
#include <QLineEdit>

namespace dure::app {

/// A line edit that counts the syllable being composed as typed. QLineEdit sends no textChanged during composition, so
/// a search on text() would lag one syllable behind.
class ImeLineEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit ImeLineEdit(QWidget* parent = nullptr);

    /// Committed text with the composition where it stands.
    QString effectiveText() const;
    bool isComposing() const { return !m_preedit.isEmpty(); }
    /// Takes the composition into the text. Call before reading text() in anything a key press triggers.
    void commitComposition();
    /// A red border, and `why` for screen readers and as tooltip; an empty `why` takes it back.
    void setInvalid(const QString& why);

Q_SIGNALS:
    void effectiveTextChanged(const QString& text);

protected:
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void report();

    QString m_preedit;
    QString m_reported;
    bool m_inEvent = false;
};

/// Commits the composition of whatever has the focus: before any save, search or print.
void commitComposition();

} // namespace dure::app
