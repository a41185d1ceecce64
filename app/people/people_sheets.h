#pragma once
#include "app/widgets/panel.h"

class QHBoxLayout;
class QVBoxLayout;

namespace dure::app {

class FormCell;
class ImeLineEdit;
class KeyButton;
class Label;

/// A section's title, what it is about, and its links at the right.
class SectionHead : public QWidget
{
    Q_OBJECT
public:
    SectionHead(const QString& title, const QString& explanation, QWidget* parent = nullptr);
    KeyButton* addAction(const QString& text);

private:
    QHBoxLayout* m_layout;
};

/// A few fields and buttons in place, below the row or the title they belong to. Enter in a field presses the first
/// button, Esc closes.
class InPlaceSheet : public Panel
{
    Q_OBJECT
public:
    explicit InPlaceSheet(QWidget* parent = nullptr);

    /// `width` at 100 % text.
    FormCell* addField(const QString& label, QWidget* field, int width);
    /// A line of explanation below the fields.
    Label* addNote(const QString& text);
    KeyButton* addButton(const QString& text, bool isMain);
    void addCloseButton(const QString& text = {});
    void addWidget(QWidget* widget); ///< across, above the buttons
    void addAbove(QWidget* widget); ///< across, above the fields
    void focusFirst();
    void setTakesFocus(bool takesFocus) { m_takesFocus = takesFocus; } ///< when it is shown; yes unless said
    void setMain(KeyButton* button); ///< what Enter presses, without the blue

Q_SIGNALS:
    void closeRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QVBoxLayout* m_column;
    QHBoxLayout* m_fields;
    QHBoxLayout* m_buttons;
    KeyButton* m_main = nullptr; // child
    bool m_takesFocus = true;
    bool m_closes = false; // Esc is the sheet's, not the page's
};

/// A code to be told or written down: large letters, a button that copies it, and what to do with it.
class CodeSheet : public InPlaceSheet
{
    Q_OBJECT
public:
    CodeSheet(const QString& code, const QString& what, const QString& howTo, QWidget* parent = nullptr);
    QString code() const { return m_code; }

private:
    QString m_code;
};

} // namespace dure::app
