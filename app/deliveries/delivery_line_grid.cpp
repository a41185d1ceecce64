#include "app/deliveries/delivery_line_grid.h"

#include "app/lookup/product_completion.h"
#include "app/widgets/entry_grid_paint.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace dure::app {
namespace {

using Model = DeliveryLineModel;

/// The box of a quantity inside its cell.
QRect boxIn(const QRect& cell)
{
    const int space = tokens().px(Px::Space4);
    return cell.adjusted(space, space / 2, -space, -space / 2 - Tokens::px(Fixed::Line));
}

class DeliveryDelegate : public EntryDelegate
{
public:
    DeliveryDelegate(const Model& model, QObject* parent)
        : EntryDelegate(parent)
        , m_model(model)
    {
        setVerticalLines(false);
    }

protected:
    void paintContent(QPainter& painter, const QRect& cell, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        const int pad = t.px(Px::Space8);
        const DeliveryEntry& entry = m_model.entries().at(index.row());
        if (index.column() == Model::Now) {
            const QRect box = boxIn(cell);
            const int radius = Tokens::px(Fixed::RadiusCell);
            painter.setPen(t.color(m_model.isOver(index.row()) ? Color::Amber : Color::Control));
            painter.setBrush(Qt::NoBrush);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
            painter.setRenderHint(QPainter::Antialiasing, false);
            paintText(painter, box.adjusted(pad, 0, -pad, 0), index);
        } else if (index.column() == Model::After && m_model.isOver(index.row())) {
            painter.setFont(t.font(TextStyle::Body, Weight::Bold));
            painter.setPen(t.color(Color::Amber));
            painter.drawText(
                cell.adjusted(pad, 0, -pad, 0), Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
        } else if (index.column() == Model::Product && entry.done) {
            const int glyph = t.px(Px::Glyph) + t.px(Px::Space4);
            const QRect text = cell.adjusted(pad, 0, -pad, 0);
            const int width = qMin(text.width() - glyph,
                QFontMetrics(t.font(TextStyle::Body)).horizontalAdvance(index.data().toString()) + t.px(Px::Space8));
            paintText(painter, QRect(text.left(), text.top(), width, text.height()), index);
            paintStatus(painter, QRect(text.left() + width, text.top(), glyph, text.height()), Status::Done);
        } else {
            EntryDelegate::paintContent(painter, cell, index);
        }
    }

private:
    const Model& m_model;
};

} // namespace

DeliveryLineGrid::DeliveryLineGrid(DeliveryLineModel& model, ProductCompletion& completion, QWidget* parent)
    : EntryGrid(parent)
    , m_lines(model)
    , m_completion(completion)
{
    setAccessibleName(tr("Lines of the delivery"));
    setItemDelegate(new DeliveryDelegate(model, this));
    static_cast<ColumnTitles*>(horizontalHeader())->setLines(false);
    setRowNumbers(false);
    setPaperBelow(false);
    setModel(&model);
    chooseColumns();
    connect(this, &EntryGrid::typed, this, [this](const QModelIndex& index, const QString& text) {
        if (index.column() == Model::Product)
            m_completion.search(field(), text);
    });
    connect(this, &EntryGrid::cellChanged, this, [this] { m_completion.dismiss(); });
    connect(&m_completion, &ProductCompletion::chosen, this, [this](const storage::ProductChoice& product, bool last) {
        const QPersistentModelIndex at = cell();
        if (at.column() != Model::Product)
            return;
        dropTyped();
        const auto& pricing = m_completion.pricing();
        UnitPrice price = product.listPrice;
        if (pricing) {
            price = pricing->offer(product.id, product.listPrice, Quantity::fromInteger(1), m_day).unitPrice;
            if (const auto paid = pricing->lastOf(product.id); last && paid)
                price = paid->unitPrice;
        }
        m_lines.takeProduct(
            at.row(), product.id, toQString(product.name), toQString(product.spec), toQString(product.unit), price);
        goTo(at.sibling(at.row(), Model::Now));
    });
}

void DeliveryLineGrid::chooseColumns()
{
    setColumns({{150, true}, {76, false}, {76, false}, {76, false}, {100, false}, {84, false}, {84, false}});
    for (const int column : {Model::Ordered, Model::Before, Model::Remaining, Model::After})
        setColumnHidden(column, !m_orderColumns);
    setColumnHidden(Model::Price, m_orderColumns && !m_lines.takesMore());
    setColumns({{150, true}, {76, false}, {76, false}, {76, false}, {100, false}, {84, false}, {84, false}});
}

void DeliveryLineGrid::showOrderColumns(bool shown)
{
    m_orderColumns = shown;
    chooseColumns();
}

QRect DeliveryLineGrid::fieldRect(const QModelIndex& index) const
{
    return index.column() == Model::Now ? boxIn(visualRect(index)) : EntryGrid::fieldRect(index);
}

void DeliveryLineGrid::goToFirst()
{
    int row = 0;
    while (row < model()->rowCount() && m_lines.entries().at(row).done)
        ++row;
    if (row == model()->rowCount())
        row = 0;
    if (row < model()->rowCount())
        goTo(model()->index(row, m_lines.entries().at(row).isBlank() ? Model::Product : Model::Now));
}

void DeliveryLineGrid::goToNewLine()
{
    m_lines.setTakesMore(true);
    chooseColumns();
    goTo(model()->index(model()->rowCount() - 1, Model::Product));
    setFocus(Qt::OtherFocusReason);
}

bool DeliveryLineGrid::isChoices(const QKeyEvent& event) const
{
    return QKeySequence(event.keyCombination()) == keyFor(KeyAction::Choices);
}

bool DeliveryLineGrid::wantsShortcut(const QKeyEvent& event) const
{
    const bool all = event.key() == Qt::Key_A && event.modifiers() == Qt::ControlModifier;
    const bool closesList = event.key() == Qt::Key_Escape && m_completion.isOpen();
    return isChoices(event) || (all && !isTyping()) || closesList;
}

bool DeliveryLineGrid::cellKey(QKeyEvent* event)
{
    if (cell().column() == Model::Product && m_completion.keyPressed(event))
        return true;
    if (isChoices(*event)) {
        if (cell().column() == Model::Product && !m_lines.entries().at(cell().row()).isOrdered()) {
            m_completion.openAll(field(), field().text());
            return true;
        }
        dropTyped();
        m_lines.fillRemaining(cell().row());
        return true;
    }
    if (event->key() == Qt::Key_A && event->modifiers() == Qt::ControlModifier && !isTyping()) {
        m_lines.fillAllRemaining();
        return true;
    }
    return false;
}

QModelIndex DeliveryLineGrid::afterEnter(const QModelIndex& index) const
{
    const bool ordered = m_lines.entries().at(index.row()).isOrdered();
    if (!ordered && index.column() == Model::Product)
        return index.siblingAtColumn(Model::Now);
    if (!ordered && index.column() == Model::Now)
        return index.siblingAtColumn(Model::Price);
    for (int row = index.row() + 1; row < model()->rowCount(); ++row) {
        const DeliveryEntry& entry = m_lines.entries().at(row);
        if (!entry.done)
            return model()->index(row, entry.isOrdered() ? Model::Now : Model::Product);
    }
    return index; // the last one: the cursor stays, and Ctrl+Enter ends it
}

} // namespace dure::app

#include "moc_delivery_line_grid.cpp"
