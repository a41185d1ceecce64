#pragma once
#include "core/intake/name_matching.h"

#include <QWidget>

namespace dure::app {

class KeyButton;
class LedgerTable;
class MessageStrip;
class TextTable;
struct TextCell;

/// Customers and products that the file names and nobody here knows: each is one that is there, a new one, stays as
/// typed, or leaves its orders out.
class ImportNamesStep : public QWidget
{
    Q_OBJECT
public:
    explicit ImportNamesStep(QWidget* parent = nullptr);

    /// With what is offered first.
    void show(const intake::UnknownNames& names);
    const intake::NameChoices& choices() const { return m_choices; }
    void focusFirst();
    LedgerTable& table() const { return *m_table; }
    KeyButton& createAll() const { return *m_createAll; }
    /// Opens the choices for the current name.
    void choose();

private:
    struct Line
    {
        const intake::UnknownName* name;
        bool isProduct;
    };
    void put(const Line& line, const intake::NameChoice& choice);
    intake::NameChoice choiceOf(const Line& line) const;
    QList<TextCell> cellsOf(const Line& line) const;
    QString becomes(const Line& line) const;
    void showMessage();
    void createRest();

    intake::UnknownNames m_names;
    QList<Line> m_lines; // into m_names
    intake::NameChoices m_choices;
    MessageStrip* m_message; // child
    LedgerTable* m_table; // child
    TextTable* m_rows; // the table's
    KeyButton* m_createAll; // child
};

} // namespace dure::app
