#include "app/exchange/import_names_step.h"

#include "app/exchange/text_table.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace dure::app {
namespace {

using intake::NameChoice;
using What = NameChoice::What;

QString nameText(const std::string& code, const std::string& name, const std::string& spec)
{
    QStringList parts;
    for (const std::string& part : {name, spec, code})
        if (!part.empty())
            parts += toQString(part);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ImportNamesStep::ImportNamesStep(QWidget* parent)
    : QWidget(parent)
    , m_message(new MessageStrip(MessageStrip::Shape::Row))
    , m_table(new LedgerTable)
    , m_rows(new TextTable(*m_table))
    , m_createAll(new KeyButton(ButtonKind::Plain, tr("Make all the rest new")))
{
    m_table->setAccessibleName(tr("Names that were not found"));
    m_rows->setColumns({{QStringLiteral("what"), tr("What"), ColumnKind::Text, 76, false, false, false},
        {QStringLiteral("name"), tr("In the file"), ColumnKind::Text, 240, true, false, false},
        {QStringLiteral("rows"), tr("Rows"), ColumnKind::Number, 60, false, false, false},
        {QStringLiteral("likest"), tr("The likest here"), ColumnKind::Text, 240, false, false, false},
        {QStringLiteral("becomes"), tr("Goes in as"), ColumnKind::Status, 260, false, false, false}});
    m_createAll->setKey(QKeySequence(Qt::ALT | Qt::Key_N));
    auto* foot = new Panel(Color::Sheet);
    foot->setEdges(Qt::TopEdge);
    auto* row = new QHBoxLayout(foot);
    row->addWidget(m_createAll);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->addWidget(foot);
    Theme::follow(foot, [row](const Tokens& t) {
        row->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
    });
    connect(m_table, &LedgerTable::opened, this, &ImportNamesStep::choose);
    auto* choices = new QShortcut(QKeySequence(Qt::Key_F4), m_table);
    choices->setContext(Qt::WidgetShortcut);
    connect(choices, &QShortcut::activated, this, &ImportNamesStep::choose);
    connect(m_createAll, &QAbstractButton::clicked, this, &ImportNamesStep::createRest);
}

void ImportNamesStep::show(const intake::UnknownNames& names)
{
    m_names = names;
    m_lines.clear();
    m_choices = {};
    for (const bool isProduct : {false, true})
        for (const intake::UnknownName& name : isProduct ? m_names.products : m_names.customers) {
            m_lines += {&name, isProduct};
            put(m_lines.back(), intake::firstChoice(name, isProduct));
        }
    QList<QList<TextCell>> rows;
    for (const Line& line : m_lines)
        rows += cellsOf(line);
    m_rows->setRows(rows);
    m_table->selectRow(0);
    showMessage();
}

void ImportNamesStep::focusFirst() { m_table->setFocus(); }

void ImportNamesStep::put(const Line& line, const NameChoice& choice)
{
    (line.isProduct ? m_choices.products : m_choices.customers)[line.name->key] = choice;
}

NameChoice ImportNamesStep::choiceOf(const Line& line) const
{
    return (line.isProduct ? m_choices.products : m_choices.customers).at(line.name->key);
}

QString ImportNamesStep::becomes(const Line& line) const
{
    const NameChoice choice = choiceOf(line);
    switch (choice.what) {
    case What::Existing:
        for (const intake::Suggestion& each : line.name->suggestions)
            if (each.row == choice.row)
                return nameText(each.code, each.name, each.spec);
        break;
    case What::Create:
        return line.isProduct ? tr("A new product") : tr("A new customer");
    case What::AsTyped:
        return tr("As typed, of no product");
    case What::LeaveOut:
        break;
    }
    return line.isProduct ? tr("Left out with its order") : tr("Left out with its orders");
}

QList<TextCell> ImportNamesStep::cellsOf(const Line& line) const
{
    const intake::UnknownName& name = *line.name;
    TextCell what{nameText(name.code, name.name, name.spec), CellInk::Normal, true};
    if (name.wasDeleted)
        what.text = tr("%1 (was deleted here)").arg(what.text);
    TextCell likest{QStringLiteral("–"), CellInk::Faint};
    if (!name.suggestions.empty()) {
        const intake::Suggestion& first = name.suggestions.front();
        likest = {nameText(first.code, first.name, first.spec), CellInk::Muted};
    }
    TextCell goesInAs{becomes(line)};
    const What choice = choiceOf(line).what;
    goesInAs.status = choice == What::LeaveOut ? Status::Attention
        : choice == What::Create               ? Status::Received
        : choice == What::AsTyped              ? Status::Partial
                                               : Status::Done;
    return {{line.isProduct ? tr("Product") : tr("Customer"), CellInk::Muted}, what, {numberText(name.rows)}, likest,
        goesInAs};
}

void ImportNamesStep::showMessage()
{
    const auto open
        = std::ranges::count_if(m_lines, [this](const Line& line) { return choiceOf(line).what == What::LeaveOut; });
    m_createAll->setEnabled(open > 0);
    m_message->clear();
    if (open > 0)
        m_message->show(Tone::Amber,
            tr("%n name(s) were not found; their orders would be left out.", nullptr, int(open)),
            tr("Say with Enter which one is meant, or make it new."));
    else
        m_message->show(Tone::Info, tr("Every name has its place."), tr("Look once more, then go on with Ctrl+Enter."));
}

void ImportNamesStep::createRest()
{
    for (int i = 0; i < m_lines.size(); ++i) {
        if (choiceOf(m_lines[i]).what != What::LeaveOut)
            continue;
        put(m_lines[i], {What::Create, {}});
        m_rows->setRow(i, cellsOf(m_lines[i]));
    }
    showMessage();
    m_table->setFocus();
}

void ImportNamesStep::choose()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_lines.size())
        return;
    const Line line = m_lines[row];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const NameChoice now = choiceOf(line);
    const auto add = [&](const QString& text, const NameChoice& choice) {
        QAction* action = menu->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(choice == now);
        connect(action, &QAction::triggered, this, [this, row, line, choice] {
            put(line, choice);
            m_rows->setRow(row, cellsOf(line));
            showMessage();
        });
        if (choice == now)
            menu->setActiveAction(action);
    };
    for (const intake::Suggestion& each : line.name->suggestions)
        add(QStringLiteral("%1   %2 %").arg(nameText(each.code, each.name, each.spec)).arg(each.permille / 10),
            {What::Existing, each.row});
    menu->addSeparator();
    add(line.isProduct ? tr("Make a new product") : tr("Make a new customer"), {What::Create, {}});
    if (line.isProduct)
        add(tr("As typed, of no product"), {What::AsTyped, {}});
    add(line.isProduct ? tr("Leave its order out") : tr("Leave its orders out"), {What::LeaveOut, {}});
    const QRect cell = m_table->visualRect(m_table->model()->index(row, 4));
    menu->popup(m_table->viewport()->mapToGlobal(cell.bottomLeft()));
}

} // namespace dure::app

#include "moc_import_names_step.cpp"
