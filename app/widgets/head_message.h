#pragma once
#include <QList>
#include <QWidget>

namespace dure::app {

class FormCell;
class Label;
class StatusGlyph;

/// One line for the messages of all fields of a head, always kept free: what is below stays where it is when one comes.
/// Says the first, after its field's label; the fields themselves are marked.
class HeadMessage : public QWidget
{
    Q_OBJECT
public:
    explicit HeadMessage(QWidget* parent = nullptr);
    /// In the order in which they are to be told. The cells outlive this, or go with it.
    void follow(FormCell* cell);

private:
    void tell();

    QList<FormCell*> m_cells;
    StatusGlyph* m_glyph; // child
    Label* m_text; // child
};

} // namespace dure::app
