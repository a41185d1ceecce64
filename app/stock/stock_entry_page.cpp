#include "app/stock/stock_entry_page.h"

#include "app/data/error_text.h"
#include "app/forms/form_sheet.h"
#include "app/stock/stock_words.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"

#include <QGridLayout>

namespace dure::app {

using Col = col::StockMovement;

StockEntryPage::StockEntryPage(CompanyData& data, const Uuid& product, StockMovementKind kind, QWidget* parent)
    : FormPage(data, "stock-entry", product, parent)
    , m_first(kind)
    , m_kind(new ChoiceField)
    , m_on(new DateField)
    , m_quantity(new ImeLineEdit)
    , m_lot(new ImeLineEdit)
    , m_memo(new ImeLineEdit)
    , m_onHand(new ValueLabel)
    , m_after(new ValueLabel(LabelRole::Strong))
{
    makeSheet();
    open();
}

QString StockEntryPage::subtitle() const { return stockProductText(m_row); }

void StockEntryPage::makeSheet()
{
    using enum StockMovementKind;
    for (const auto kind : {Adjustment, Scrap, Production, Purchase, Opening})
        m_kind->addItem(movementKindText(kind), int(kind));
    m_on->setRequired(true);
    m_on->setToday(data().today());
    QGridLayout* main
        = sheet().addSection(tr("Entry"), tr("Boxes and pallets may be typed as they are: 10box, 2plt, 12box 35."));
    m_onCell = new FormCell(tr("Day"), m_on);
    m_quantityCell = new FormCell(tr("Quantity"), m_quantity);
    m_lotCell = new FormCell(tr("Lot"), m_lot);
    m_memoCell = new FormCell(tr("Memo"), m_memo);
    FormSheet::add(main, new FormCell(tr("Kind"), m_kind), 0, 0, 3);
    FormSheet::add(main, m_onCell, 0, 3, 3);
    FormSheet::add(main, m_quantityCell, 1, 0, 3);
    FormSheet::add(main, new FormCell(tr("On hand"), m_onHand), 1, 3, 3);
    FormSheet::add(main, new FormCell(tr("On hand then"), m_after), 1, 6, 3);
    FormSheet::add(main, m_lotCell, 2, 0, 3);
    FormSheet::add(main, m_memoCell, 2, 3, 9);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showOutcome();
        touched();
    });
    connect(m_on, &DateField::dateChanged, this, [this] {
        m_onCell->setProblem({});
        touched();
    });
    connect(m_on, &DateField::rejected, m_onCell, &FormCell::setProblem);
    connect(m_quantity, &ImeLineEdit::effectiveTextChanged, this, [this] {
        m_quantityCell->setProblem({});
        showOutcome();
        touched();
    });
    for (ImeLineEdit* field : {m_lot, m_memo})
        connect(field, &ImeLineEdit::effectiveTextChanged, this, [this] { touched(); });
}

StockMovementKind StockEntryPage::kind() const { return StockMovementKind(m_kind->currentData().toInt()); }

std::optional<Quantity> StockEntryPage::quantity() const
{
    const ParsedQuantity parsed = parseQuantity(m_quantity->effectiveText().toStdString(), m_row.packing);
    if (parsed.error || parsed.quantity.isZero())
        return std::nullopt;
    // scrap is typed as what was thrown away
    return kind() == StockMovementKind::Scrap ? -parsed.quantity : parsed.quantity;
}

/// How the quantity was understood, and what is there then.
void StockEntryPage::showOutcome()
{
    const QString text = m_quantity->effectiveText();
    QString note = conversionText(text, parseQuantity(text.toStdString(), m_row.packing), m_row.packing);
    if (note.isEmpty() && kind() == StockMovementKind::Adjustment)
        note = tr("By how much the books change: -30 takes away.");
    else if (note.isEmpty() && kind() == StockMovementKind::Scrap)
        note = tr("What was thrown away.");
    m_quantityCell->setNote(Status::Info, note);
    const auto moved = quantity();
    m_after->setText(moved ? measured(m_row.onHand + *moved, m_row.packing) : QStringLiteral("–"));
}

void StockEntryPage::read()
{
    data().read(
        this, QStringLiteral("open"), [id = id()](Reader& reader) { return reader.stock().row(id); },
        [this](std::optional<storage::StockListRow>&& row) {
            if (!row)
                return gone();
            m_row = std::move(*row);
            showStored();
            opened();
        });
}

void StockEntryPage::showStored()
{
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(m_first))));
    m_on->setDate(data().today());
    for (ImeLineEdit* field : {m_quantity, m_lot, m_memo})
        field->clear();
    m_onHand->setText(measured(m_row.onHand, m_row.packing));
    showOutcome();
}

bool StockEntryPage::isChanged() const
{
    return !m_quantity->effectiveText().isEmpty() || !m_lot->effectiveText().isEmpty()
        || !m_memo->effectiveText().isEmpty();
}

QJsonObject StockEntryPage::typed() const
{
    return {{QStringLiteral("kind"), int(kind())}, {QStringLiteral("on"), m_on->date().yyyymmdd},
        {QStringLiteral("quantity"), m_quantity->text()}, {QStringLiteral("lot"), m_lot->text()},
        {QStringLiteral("memo"), m_memo->text()}};
}

void StockEntryPage::resume(const QJsonObject& typed)
{
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(typed[QStringLiteral("kind")].toInt())));
    if (const Date day{typed[QStringLiteral("on")].toInt()}; day.isValid())
        m_on->setDate(day);
    m_quantity->setText(typed[QStringLiteral("quantity")].toString());
    m_lot->setText(typed[QStringLiteral("lot")].toString());
    m_memo->setText(typed[QStringLiteral("memo")].toString());
    showOutcome();
}

bool StockEntryPage::takeTyped()
{
    const ParsedQuantity parsed = parseQuantity(m_quantity->effectiveText().toStdString(), m_row.packing);
    const bool empty = parsed.error == QuantityError::Empty || (!parsed.error && parsed.quantity.isZero());
    m_quantityCell->setProblem(empty ? tr("The quantity is empty. Type it.") : quantityProblem(parsed));
    if (m_on->date().isNull())
        m_onCell->setProblem(tr("The day is empty. Fill it in."));
    return m_on->takeTyped() && !empty && !parsed.error;
}

void StockEntryPage::store()
{
    StockMovement movement;
    movement.productId = id();
    movement.kind = kind();
    movement.movedOn = m_on->date();
    movement.quantity = quantity().value_or(Quantity{});
    movement.lot = m_lot->text().trimmed().toStdString();
    movement.memo = m_memo->text().trimmed().toStdString();
    m_done
        = tr("%1: %2, %3.").arg(movementKindText(kind()), stockProductText(m_row), signedQuantity(movement.quantity));
    storeBy([movement](commands::Commands& c) { return c.recordStockMovement(movement); }, stockProductText(m_row));
}

void StockEntryPage::showProblems(const commands::CommandError& error)
{
    for (const commands::FieldProblem& problem : error.problems) {
        FormCell* cell = problem.column == Col::movedOn ? m_onCell
            : problem.column == Col::lot                ? m_lotCell
            : problem.column == Col::memo               ? m_memoCell
                                                        : m_quantityCell;
        cell->setProblem(problemText(problem));
    }
}

bool StockEntryPage::focusFirstProblem()
{
    for (FormCell* cell : {m_onCell, m_quantityCell, m_lotCell, m_memoCell}) {
        if (cell->problem().isEmpty())
            continue;
        cell->field()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

QWidget* StockEntryPage::firstField() const { return m_quantity; }

bool StockEntryPage::isConcerned(const ChangeSet& changes) const
{
    return changes.touches(TableId::StockMovement) || changes.touches(TableId::Product);
}

void StockEntryPage::readAgain()
{
    data().read(
        this, QStringLiteral("again"), [id = id()](Reader& reader) { return reader.stock().row(id); },
        [this](std::optional<storage::StockListRow>&& row) {
            if (!row)
                return gone();
            m_row = std::move(*row);
            m_onHand->setText(measured(m_row.onHand, m_row.packing));
            showOutcome();
        });
}

} // namespace dure::app

#include "moc_stock_entry_page.cpp"
