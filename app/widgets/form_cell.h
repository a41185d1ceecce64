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
    /// What others said goes; what the field itself says of what stands in it stays until that is right.
    void clearProblem();
    /// What is worth knowing about what stands there, and stops nothing; a problem covers it. Empty removes it.
    void setNote(Status glyph, const QString& text);
    QString problem() const { return m_problem; }
    QString note() const { return m_note; }
    QString label() const;
    /// Nothing is shown below the field: HeadMessage tells it.
    void setMessageElsewhere() { m_elsewhere = true; }
    QWidget* field() const { return m_field; }

Q_SIGNALS:
    void messageChanged();

private:
    void showMessage();

    Label* m_caption; // child
    QWidget* m_field;
    QWidget* m_messageRow; // child
    StatusGlyph* m_glyph; // child
    Label* m_message; // child
    QString m_problem;
    QString m_note;
    Status m_noteGlyph = Status::Info;
    bool m_elsewhere = false;
};

/// Read-only values stand without a border, on the height of an input, so that they line up beside fields.
class ValueLabel : public Label
{
    Q_OBJECT
public:
    explicit ValueLabel(LabelRole role = LabelRole::Body, QWidget* parent = nullptr);
};

} // namespace dure::app
