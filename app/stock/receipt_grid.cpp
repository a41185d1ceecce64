#include "app/stock/receipt_grid.h"

#include "app/lookup/product_completion.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_map.h"

#include <QKeyEvent>

namespace dure::app {
namespace {

using Model = ReceiptLineModel;

bool isRemove(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Delete && event.modifiers() == Qt::ControlModifier;
}

bool isChoices(const QKeyEvent& event) { return QKeySequence(event.keyCombination()) == keyFor(KeyAction::Choices); }

} // namespace

ReceiptGrid::ReceiptGrid(ReceiptLineModel& model, ProductCompletion& completion, QWidget* parent)
    : EntryGrid(parent)
    , m_lines(model)
    , m_completion(completion)
{
    setAccessibleName(tr("Lines of the receipt"));
    setColumns({{300, true}, {120, false}, {60, false}, {120, false}, {130, false}, {220, false}});
    setModel(&model);
    setCurrentIndex(model.index(0, Model::Product));
    connect(this, &EntryGrid::typed, this, [this](const QModelIndex& index, const QString& text) {
        if (isTyping() && index.column() == Model::Product)
            m_completion.search(field(), text);
        else
            m_completion.dismiss();
    });
    connect(this, &EntryGrid::cellChanged, this, [this] { m_completion.dismiss(); });
    connect(&completion, &ProductCompletion::chosen, this, [this](const storage::ProductChoice& product) {
        const QPersistentModelIndex at = cell();
        if (at.column() != Model::Product)
            return;
        m_completion.dismiss();
        dropTyped();
        m_lines.takeProduct(at.row(), product);
        goTo(at.sibling(at.row(), Model::Amount));
    });
    connect(&model, &ReceiptLineModel::productWanted, this, &ReceiptGrid::lookUp);
}

/// Of a name that was typed without choosing: the product of that code or name, or what the list would have shown first
/// if it had been there in time.
void ReceiptGrid::lookUp(int row, const QString& text)
{
    ++m_awaited;
    m_completion.identify(
        {text}, m_typedAhead, this, [this, row, text](const std::vector<std::optional<storage::ProductChoice>>& found) {
            const bool unchanged = row < m_lines.rowCount() && m_lines.entries().at(row).productId.isNil()
                && m_lines.entries().at(row).product == text;
            if (unchanged && found.front())
                m_lines.takeProduct(row, *found.front());
            else if (unchanged)
                m_lines.refuseProduct(row);
            if (--m_awaited == 0)
                Q_EMIT settled();
        });
}

void ReceiptGrid::settle()
{
    m_typedAhead = m_completion.isWaiting();
    takeCell();
    m_typedAhead = false;
    m_completion.dismiss();
}

bool ReceiptGrid::wantsShortcut(const QKeyEvent& event) const
{
    const bool closesList = event.key() == Qt::Key_Escape && m_completion.isOpen();
    return isChoices(event) || isRemove(event) || closesList;
}

bool ReceiptGrid::cellKey(QKeyEvent* event)
{
    if (cell().column() == Model::Product && m_completion.keyPressed(event))
        return true;
    const bool goesOn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab;
    m_typedAhead = goesOn && m_completion.isWaiting();
    if (isRemove(*event)) {
        dropTyped();
        m_lines.remove(cell().row());
        return true;
    }
    if (isChoices(*event)) {
        if (cell().column() == Model::Product)
            m_completion.openAll(field(), field().text());
        return true;
    }
    return false;
}

QModelIndex ReceiptGrid::afterEnter(const QModelIndex& index) const
{
    switch (index.column()) {
    case Model::Product:
        return m_lines.entries().at(index.row()).isBlank() ? index : index.siblingAtColumn(Model::Amount);
    case Model::Amount:
        return index.siblingAtColumn(Model::Lot);
    default: // the memo is there for who wants it: Tab
        return m_lines.index(qMin(index.row() + 1, m_lines.rowCount() - 1), Model::Product);
    }
}

} // namespace dure::app

#include "moc_receipt_grid.cpp"
