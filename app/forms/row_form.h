#pragma once
#include "app/forms/text_form.h"
#include "core/commands/command_error.h"
#include "core/domain/date.h"
#include "core/domain/schema.h"
#include "core/domain/value.h"

#include <QJsonObject>
#include <QObject>
#include <functional>
#include <memory>

class QWidget;

namespace dure::app {

class FormCell;

struct NumberForm
{
    int shownDecimals = 0; ///< how many may be typed
    int storedDecimals = 0; ///< the column's scale: 0 won, 2 hundredths of a percent, 4 prices and quantities
    std::int64_t limit = 0; ///< in stored units; 0: the column's own
};

/// The fields of one row of a table, each bound to a declared column: shows the row, reads what was typed, says what
/// was changed, and keeps what was typed when the row changes elsewhere. The cells are whoever's layout takes them.
class RowForm : public QObject
{
    Q_OBJECT
public:
    explicit RowForm(TableId table, QObject* parent = nullptr);
    ~RowForm() override;

    // In the order in which the keyboard walks them.
    FormCell* addText(int column, const QString& label, TextForm form = TextForm::Plain);
    FormCell* addNumber(int column, const QString& label, NumberForm form);
    FormCell* addDate(int column, const QString& label, Date today);
    struct Choice
    {
        QString text;
        std::int64_t value = 0;
    };
    FormCell* addChoice(int column, const QString& label, const QList<Choice>& choices);
    /// A box to tick; no cell, because its text stands beside it.
    QWidget* addTick(int column, const QString& text);
    FormCell* cell(int column) const;
    QWidget* field(int column) const; ///< null: the form has no such column
    QString typedText(int column) const; ///< with the composition

    void show(const Row& row);
    const Row& shown() const { return m_shown; }
    /// What was shown, with what is typed now; what cannot be read stays as it was shown.
    Row row() const;
    QString shownText(int column) const; ///< of the row as it was shown, as a person reads it
    bool isChanged() const;
    /// What the user changed, by the columns' names, to be kept as a draft.
    QJsonObject typed() const;
    void resume(const QJsonObject& typed);
    /// The row as it is now: fields nobody touched follow, what was typed stays. The columns both changed.
    QList<int> follow(const Row& now);

    /// Commits compositions, brings texts into their form. False: something cannot be read, which is marked.
    bool takeTyped();
    void setProblems(const std::vector<commands::FieldProblem>& problems);
    void refuse(int column, const QString& problem); ///< a rule of the screen's own
    bool focusFirstProblem();

Q_SIGNALS:
    void changed(int column); ///< by the user, also while composing

private:
    struct Field;
    Field* add(int column, const QString& label, QWidget* widget);
    Field* find(int column) const;
    void onChanged(Field* field);
    void showField(Field& field, const Value& value);
    bool isTouched(const Field& field) const;

    TableId m_table;
    std::vector<std::unique_ptr<Field>> m_fields;
    Row m_shown;
    bool m_showing = false;
};

} // namespace dure::app
