#pragma once
#include "app/widgets/label.h"
#include "app/widgets/status_glyph.h"

#include <QWidget>

namespace dure::app {

/// A field with its label above, and a place below it for what is wrong. Takes the field as its child and gives it the
/// label as accessible name.
class FormCell : public QWidget
{
    Q_OBJECT
public:
    FormCell(const QString& label, QWidget* field, QWidget* parent = nullptr);

    /// A message under the field, in red with a glyph; empty removes it.
    void setProblem(const QString& whatAndWayOut);
    /// What is worth knowing about what stands there, and stops nothing; a problem covers it. Empty removes it.
    void setNote(Status glyph, const QString& text);
    QString problem() const { return m_problem; }
    QString note() const { return m_note; }
    QWidget* field() const { return m_field; }

private:
    void showMessage();

    QWidget* m_field;
    QWidget* m_messageRow; // child
    StatusGlyph* m_glyph; // child
    Label* m_message; // child
    QString m_problem;
    QString m_note;
    Status m_noteGlyph = Status::Info;
};

/// Read-only values stand without a border, on the height of an input, so that they line up beside fields.
class ValueLabel : public Label
{
    Q_OBJECT
public:
    explicit ValueLabel(LabelRole role = LabelRole::Body, QWidget* parent = nullptr);
};

} // namespace dure::app
