#include "app/forms/row_form.h"

#include "app/data/error_text.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/number_text.h"
#include "core/domain/fixed_point.h"

#include <QCheckBox>
#include <algorithm>
#include <expected>

namespace dure::app {
namespace {

using Read = std::expected<Value, QString>;

std::int64_t powerOfTen(int exponent)
{
    std::int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

QString plainNumber(std::int64_t stored, NumberForm form)
{
    return stored == 0 ? QString() : toQString(formatNumber(stored, form.storedDecimals));
}

} // namespace

struct RowForm::Field
{
    int column = -1;
    QWidget* widget = nullptr; // its layout's
    FormCell* cell = nullptr; // null: a box to tick
    std::function<QString(const Value&)> textFor;
    std::function<Read()> read;
    std::function<QString()> typed;
    std::function<void(const QString&)> type;
    bool rejected = false;

    void setProblem(const QString& text)
    {
        if (cell)
            cell->setProblem(text);
        if (auto* edit = qobject_cast<ImeLineEdit*>(widget)) {
            const QString described = edit->accessibleDescription();
            edit->setInvalid(text);
            if (text.isEmpty())
                edit->setAccessibleDescription(described); // a note may stand there
        }
    }
};

RowForm::RowForm(TableId table, QObject* parent)
    : QObject(parent)
    , m_table(table)
{
    m_shown.values.resize(tableOf(table).columns.size());
}

RowForm::~RowForm() = default;

RowForm::Field* RowForm::add(int column, const QString& label, QWidget* widget)
{
    m_fields.push_back(std::make_unique<Field>());
    Field* field = m_fields.back().get();
    field->column = column;
    field->widget = widget;
    if (!label.isEmpty())
        field->cell = new FormCell(label, widget);
    if (auto* edit = qobject_cast<ImeLineEdit*>(widget)) {
        field->typed = [edit] { return edit->effectiveText(); };
        field->type = [edit](const QString& text) { edit->setText(text); };
        connect(edit, &ImeLineEdit::effectiveTextChanged, this, [this, field] { onChanged(field); });
    }
    return field;
}

FormCell* RowForm::addText(int column, const QString& label, TextForm form)
{
    auto* edit = new ImeLineEdit;
    Field* field = add(column, label, edit);
    field->textFor = [form](const Value& value) { return storedText(form, value); };
    field->read = [edit, form]() -> Read {
        std::string text = tidiedText(form, edit->effectiveText());
        return text.empty() ? Value{} : Value{std::move(text)};
    };
    if (form != TextForm::Plain) {
        connect(edit, &QLineEdit::editingFinished, this, [this, field] {
            if (isTouched(*field))
                showField(*field, field->read().value_or(Value{}));
        });
    }
    return field->cell;
}

FormCell* RowForm::addNumber(int column, const QString& label, NumberForm form)
{
    auto* edit = new ImeLineEdit;
    edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    Field* field = add(column, label, edit);
    field->textFor = [form](const Value& value) { return plainNumber(integerOf(value), form); };
    field->read = [edit, form]() -> Read {
        const QString text = edit->effectiveText().trimmed();
        if (text.isEmpty())
            return Value{std::int64_t{0}};
        const std::int64_t scale = powerOfTen(form.storedDecimals - form.shownDecimals);
        const std::int64_t limit
            = form.limit > 0 ? form.limit : (form.storedDecimals == 0 ? maxAmountWon : maxTenThousandths);
        const ParsedNumber parsed = parseNumber(text.toStdString(), form.shownDecimals, limit / scale);
        if (!parsed.error)
            return Value{parsed.scaled * scale};
        switch (*parsed.error) {
        case NumberError::TooManyDecimals:
            return std::unexpected(form.shownDecimals == 0
                    ? tr("No decimals can stand here. Type a whole number.")
                    : tr("At most %n decimal(s) can stand here.", nullptr, form.shownDecimals));
        case NumberError::TooLarge:
            return std::unexpected(tr("Too large. Check the number."));
        case NumberError::Empty:
        case NumberError::NotANumber:
            break;
        }
        return std::unexpected(tr("Not a number. Type digits."));
    };
    connect(edit, &QLineEdit::editingFinished, this, [this, field] {
        const Read read = field->read();
        if (!read)
            field->setProblem(read.error());
        else if (isTouched(*field))
            showField(*field, *read);
    });
    return field->cell;
}

FormCell* RowForm::addDate(int column, const QString& label, Date today)
{
    auto* edit = new DateField;
    edit->setToday(today);
    Field* field = add(column, label, edit);
    field->textFor = [](const Value& value) { return QString::number(integerOf(value)); };
    field->read = [edit]() -> Read {
        if (!edit->isAcceptable())
            return std::unexpected(edit->toolTip());
        return edit->date().isNull() ? Value{} : Value{std::int64_t{edit->date().yyyymmdd}};
    };
    field->typed = [edit] { return QString::number(edit->date().yyyymmdd); };
    field->type = [edit](const QString& text) { edit->setDate({text.toInt()}); };
    connect(edit, &DateField::dateChanged, this, [this, field] { onChanged(field); });
    connect(edit, &DateField::rejected, field->cell, &FormCell::setProblem);
    return field->cell;
}

FormCell* RowForm::addChoice(int column, const QString& label, const QList<Choice>& choices)
{
    auto* box = new ChoiceField;
    for (const Choice& choice : choices)
        box->addItem(choice.text, QVariant::fromValue<qint64>(choice.value));
    Field* field = add(column, label, box);
    field->textFor = [](const Value& value) { return QString::number(integerOf(value)); };
    field->read = [box]() -> Read { return Value{std::int64_t{box->currentData().toLongLong()}}; };
    field->typed = [box] { return box->currentData().toString(); };
    field->type = [box](const QString& text) {
        const int known = box->findData(QVariant::fromValue<qint64>(text.toLongLong()));
        if (known < 0) // what a newer version stored is kept, not turned into something else
            box->addItem(text, QVariant::fromValue<qint64>(text.toLongLong()));
        box->setCurrentIndex(known < 0 ? box->count() - 1 : known);
    };
    connect(box, &QComboBox::currentIndexChanged, this, [this, field] { onChanged(field); });
    return field->cell;
}

QWidget* RowForm::addTick(int column, const QString& text)
{
    auto* box = new QCheckBox(text);
    Field* field = add(column, {}, box);
    field->textFor = [](const Value& value) { return QString::number(integerOf(value)); };
    field->read = [box]() -> Read { return Value{std::int64_t{box->isChecked()}}; };
    field->typed = [box] { return QString::number(int(box->isChecked())); };
    field->type = [box](const QString& number) { box->setChecked(number.toInt() != 0); };
    connect(box, &QCheckBox::toggled, this, [this, field] { onChanged(field); });
    return box;
}

RowForm::Field* RowForm::find(int column) const
{
    const auto at = std::ranges::find(m_fields, column, [](const auto& field) { return field->column; });
    return at == m_fields.end() ? nullptr : at->get();
}

FormCell* RowForm::cell(int column) const
{
    const Field* field = find(column);
    return field ? field->cell : nullptr;
}

QWidget* RowForm::field(int column) const
{
    const Field* field = find(column);
    return field ? field->widget : nullptr;
}

QString RowForm::typedText(int column) const
{
    const Field* field = find(column);
    return field ? field->typed() : QString();
}

void RowForm::onChanged(Field* field)
{
    if (m_showing)
        return;
    field->rejected = false;
    field->setProblem({});
    Q_EMIT changed(field->column);
}

void RowForm::showField(Field& field, const Value& value)
{
    const bool showing = std::exchange(m_showing, true);
    field.type(field.textFor(value));
    m_showing = showing;
}

void RowForm::show(const Row& row)
{
    m_shown = row;
    m_shown.values.resize(tableOf(m_table).columns.size());
    for (const auto& field : m_fields) {
        field->setProblem({});
        showField(*field, m_shown.values[std::size_t(field->column)]);
    }
}

bool RowForm::isTouched(const Field& field) const
{
    const Read read = field.read();
    const Value& shown = m_shown.values[std::size_t(field.column)];
    if (!read)
        return true;
    return isNull(shown) && !isNull(*read) ? *read != Value{std::int64_t{0}} : *read != shown;
}

QString RowForm::shownText(int column) const
{
    const Field* field = find(column);
    if (!field)
        return {};
    const Value& value = m_shown.values[std::size_t(column)];
    if (const auto* box = qobject_cast<ChoiceField*>(field->widget))
        return box->itemText(box->findData(QVariant::fromValue<qint64>(integerOf(value))));
    if (qobject_cast<DateField*>(field->widget))
        return toQString(Date{std::int32_t(integerOf(value))}.toIso());
    return field->textFor(value);
}

Row RowForm::row() const
{
    Row row = m_shown;
    for (const auto& field : m_fields) {
        if (const Read read = field->read(); read && isTouched(*field))
            row.values[std::size_t(field->column)] = *read;
    }
    return row;
}

bool RowForm::isChanged() const
{
    return std::ranges::any_of(m_fields, [this](const auto& field) { return isTouched(*field); });
}

QJsonObject RowForm::typed() const
{
    QJsonObject typed;
    for (const auto& field : m_fields) {
        if (isTouched(*field)) {
            const std::string_view name = tableOf(m_table).columns[std::size_t(field->column)].name;
            typed.insert(QLatin1String(name.data(), qsizetype(name.size())), field->typed());
        }
    }
    return typed;
}

void RowForm::resume(const QJsonObject& typed)
{
    for (const auto& field : m_fields) {
        const std::string_view name = tableOf(m_table).columns[std::size_t(field->column)].name;
        const QJsonValue text = typed[QLatin1String(name.data(), qsizetype(name.size()))];
        if (text.isString())
            field->type(text.toString());
    }
}

QList<int> RowForm::follow(const Row& now)
{
    QList<int> both;
    QList<Field*> untouched;
    for (const auto& field : m_fields) {
        const auto at = std::size_t(field->column);
        if (!isTouched(*field))
            untouched += field.get();
        else if (now.values[at] != m_shown.values[at] && field->read() != Read(now.values[at]))
            both += field->column;
    }
    m_shown = now;
    for (Field* field : std::as_const(untouched)) {
        if (field->read() != Read(now.values[std::size_t(field->column)])) // a cursor that rests there stays
            showField(*field, now.values[std::size_t(field->column)]);
    }
    return both;
}

bool RowForm::takeTyped()
{
    bool good = true;
    for (const auto& field : m_fields) {
        if (auto* edit = qobject_cast<ImeLineEdit*>(field->widget))
            edit->commitComposition();
        if (auto* date = qobject_cast<DateField*>(field->widget))
            date->takeTyped();
        const Read read = field->read();
        field->rejected = !read;
        if (!read)
            field->setProblem(read.error());
        good = good && read;
    }
    return good;
}

void RowForm::setProblems(const std::vector<commands::FieldProblem>& problems)
{
    for (const auto& field : m_fields) {
        field->rejected = false;
        field->setProblem({});
    }
    for (const commands::FieldProblem& problem : problems) {
        Field* field = problem.table == m_table && problem.line < 0 ? find(problem.column) : nullptr;
        if (!field)
            continue;
        field->rejected = true;
        field->setProblem(problemText(problem));
    }
}

void RowForm::refuse(int column, const QString& problem)
{
    if (Field* field = find(column)) {
        field->rejected = true;
        field->setProblem(problem);
    }
}

bool RowForm::focusFirstProblem()
{
    for (const auto& field : m_fields) {
        if (field->rejected) {
            field->widget->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace dure::app

#include "moc_row_form.cpp"
