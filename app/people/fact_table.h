#pragma once
#include "app/widgets/status_glyph.h"
#include "app/widgets/tokens.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace dure::app {

class KeyButton;
class Label;
class MessageStrip;

struct FactColumn
{
    QString title;
    int width = 100; ///< at 100 % text
    bool stretch = false; ///< takes what is left over
};

struct Fact
{
    QString text;
    Weight weight = Weight::Regular;
    Color ink = Color::Text;
    Status glyph = Status::None;
};

/// One line of a FactTable: facts in the table's columns, links at the right end, and room below for what a link opens.
class FactRow : public QWidget
{
    Q_OBJECT
public:
    FactRow(const QList<FactColumn>& columns, const QList<Fact>& facts, QWidget* parent = nullptr);

    KeyButton* addAction(const QString& text);
    /// Below the line; asks or says something about it.
    MessageStrip& strip();
    /// Shows a form or a list below the line, which owns it; the one before goes.
    void open(QWidget* sheet);
    void shut(); ///< what is below the line, and the strip
    bool isOpen() const { return m_sheet != nullptr; }

private:
    QVBoxLayout* m_layout;
    QHBoxLayout* m_actions;
    MessageStrip* m_strip = nullptr; // child
    QWidget* m_sheet = nullptr; // child
};

/// A few rows of facts under heads, for what is looked at now and then: people, devices. Long lists are LedgerTable's.
class FactTable : public QWidget
{
    Q_OBJECT
public:
    // Widths at 100 % text, so that tables below one another stand in the same columns; the second takes the rest.
    static constexpr int firstColumn = 116;
    static constexpr int thirdColumn = 104;
    static constexpr int fourthColumn = 118;
    static constexpr int fifthColumn = 150;

    explicit FactTable(const QList<FactColumn>& columns, QWidget* parent = nullptr);

    void clear();
    FactRow* addRow(const QList<Fact>& facts);
    /// Instead of rows while there are none.
    void setEmptyText(const QString& text);
    const QList<FactRow*>& rows() const { return m_rows; }

private:
    QList<FactColumn> m_columns;
    QList<FactRow*> m_rows; // children
    QVBoxLayout* m_layout;
    Label* m_empty; // child
};

} // namespace dure::app
