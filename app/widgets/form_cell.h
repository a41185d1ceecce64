#pragma once
#include "app/widgets/label.h"

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
    QWidget* field() const { return m_field; }

private:
    QWidget* m_field;
    QWidget* m_problemRow; // child
    Label* m_problem; // child
};

/// Read-only values stand without a border, on the height of an input, so that they line up beside fields.
class ValueLabel : public Label
{
    Q_OBJECT
public:
    explicit ValueLabel(LabelRole role = LabelRole::Body, QWidget* parent = nullptr);
};

} // namespace dure::app
