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

/// The texts of the first and the last column stand in line with the form above and below them.
QRect withinForm(QRect cell, const QTableView& table, int column)
{
    const int more = tokens().px(Px::Space16) - tokens().px(Px::Space8);
    const auto isHidden = [&](int each) { return table.isColumnHidden(each); };
    int last = Model::Columns - 1;
    while (last > 0 && isHidden(last))
        --last;
    if (column == 0)
        cell.adjust(more, 0, 0, 0);
    if (column == last)
        cell.adjust(0, 0, -more, 0);
    return cell;
}

class DeliveryTitles : public ColumnTitles
{
public:
    explicit DeliveryTitles(EntryGrid* grid)
        : ColumnTitles(grid)
        , m_grid(*grid)
    {
        setLines(false);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int column) const override
    {
        ColumnTitles::paintSection(painter, withinForm(rect, m_grid, column), column);
    }

private:
    EntryGrid& m_grid;
};

/// The box of a quantity inside its cell.
QRect boxIn(const QRect& cell)
{
    const int space = tokens().px(Px::Space4);
    return cell.adjusted(space, space, -space, -space - Tokens::px(Fixed::Line));
}

class DeliveryDelegate : public EntryDelegate
{
public:
    DeliveryDelegate(const Model& model, EntryGrid* grid)
        : EntryDelegate(grid)
        , m_model(model)
        , m_grid(*grid)
    {
        setVerticalLines(false);
    }

protected:
    void paintContent(QPainter& painter, const QRect& whole, const QModelIndex& index) const override
    {
        const QRect cell = withinForm(whole, m_grid, index.column());
        const Tokens& t = tokens();
        const int pad = t.px(Px::Space8);
        const DeliveryEntry& entry = m_model.entries().at(index.row());
        const bool isSettled = entry.done && entry.now.isZero();
        if (index.column() == Model::Now && !isSettled && !entry.isBlank()) {
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
    const EntryGrid& m_grid;
};

} // namespace

DeliveryLineGrid::DeliveryLineGrid(DeliveryLineModel& model, ProductCompletion& completion, QWidget* parent)
    : EntryGrid(parent)
    , m_lines(model)
    , m_completion(completion)
{
    setAccessibleName(tr("Lines of the delivery"));
    setItemDelegate(new DeliveryDelegate(model, this));
    setHorizontalHeader(new DeliveryTitles(this));
    setRowNumbers(false);
    setPaperBelow(false);
    setModel(&model);
    chooseColumns();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    Theme::follow(this, [this](const Tokens& t) {
        // a quantity's box needs air around it
        verticalHeader()->setDefaultSectionSize(t.px(Px::Row) + t.px(Px::Space8) - Tokens::px(Fixed::FocusLine));
        updateGeometry();
    });
    connect(this, &EntryGrid::typed, this, &DeliveryLineGrid::showTyped);
    connect(this, &EntryGrid::cellChanged, this, [this] { m_completion.dismiss(); });
    connect(&m_completion, &ProductCompletion::chosen, this, [this](const storage::ProductChoice& product, bool last) {
        const QPersistentModelIndex at = cell();
        if (at.column() != Model::Product)
            return;
        m_completion.dismiss();
        dropTyped();
        take(at.row(), product, last);
        goTo(at.sibling(at.row(), Model::Now));
    });
    m_lines.setOffer([this](const DeliveryEntry& entry) {
        const auto& pricing = m_completion.pricing();
        return pricing ? pricing->offer(entry.productId, entry.listPrice, entry.now, m_day).unitPrice : entry.unitPrice;
    });
    connect(&m_completion, &ProductCompletion::pricingChanged, this, [this] { m_lines.offerAgain(); });
    connect(&model, &DeliveryLineModel::productWanted, this, &DeliveryLineGrid::lookUp);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(&model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
}

void DeliveryLineGrid::showTyped(const QModelIndex& index, const QString& text)
{
    if (!isTyping()) {
        m_lines.setTyping(-1, std::nullopt);
        m_completion.dismiss();
    } else if (index.column() == Model::Product) {
        m_completion.search(field(), text);
    } else if (index.column() == Model::Now) {
        const ParsedQuantity number = parseQuantity(text.toStdString(), m_lines.entries().at(index.row()).packing());
        const bool readable = !number.error || number.error == QuantityError::Empty;
        m_lines.setTyping(index.row(), readable ? std::optional(number.quantity) : std::nullopt);
    }
}

void DeliveryLineGrid::setDay(Date day)
{
    m_day = day;
    m_lines.offerAgain();
}

void DeliveryLineGrid::take(int row, const storage::ProductChoice& product, bool last)
{
    const auto& pricing = m_completion.pricing();
    const auto paid = last && pricing ? pricing->lastOf(product.id) : std::nullopt;
    m_lines.takeProduct(row,
        {product.id, toQString(product.name), toQString(product.spec), toQString(product.unit),
            paid ? paid->unitPrice : product.listPrice, product.listPrice, !paid, product.taxKind, product.unitsPerBox,
            product.boxesPerPallet});
}

/// A name that was typed without choosing: the product of that code or name, or what the list would have shown first
/// if it had been there in time. Otherwise it stays as it is: samples need not be products.
void DeliveryLineGrid::lookUp(int row, const QString& text)
{
    ++m_awaited;
    m_completion.identify(
        {text}, m_typedAhead, this, [this, row, text](const std::vector<std::optional<storage::ProductChoice>>& found) {
            const bool unchanged = row < m_lines.rowCount() && m_lines.entries().at(row).productId.isNil()
                && m_lines.entries().at(row).name == text;
            if (unchanged && found.front())
                take(row, *found.front(), false);
            if (--m_awaited == 0)
                Q_EMIT settled();
        });
}

void DeliveryLineGrid::settle()
{
    m_typedAhead = m_completion.isWaiting();
    takeCell();
    m_typedAhead = false;
    m_completion.dismiss();
}

QSize DeliveryLineGrid::sizeHint() const
{
    const int rows = qMax(m_lines.rowCount(), 2) * verticalHeader()->defaultSectionSize();
    return {tokens().scaled(480), tokens().px(Px::HeadRow) + rows};
}

QSize DeliveryLineGrid::minimumSizeHint() const
{
    return {tokens().scaled(300), tokens().px(Px::HeadRow) + verticalHeader()->defaultSectionSize()};
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
    const QRect rect = index.column() == Model::Now ? boxIn(visualRect(index)) : EntryGrid::fieldRect(index);
    return withinForm(rect, *this, index.column());
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
    return isChoices(event) || (all && !isTyping()) || closesList || isLeaveOut(event);
}

bool DeliveryLineGrid::isLeaveOut(const QKeyEvent& event) const
{
    const bool del = event.key() == Qt::Key_Delete && !(event.modifiers() & ~Qt::KeypadModifier);
    return del && !isTyping() && cell().isValid()
        && (cell().column() == Model::Now || m_lines.entries().at(cell().row()).isOrdered());
}

bool DeliveryLineGrid::cellKey(QKeyEvent* event)
{
    if (cell().column() == Model::Product && m_completion.keyPressed(event))
        return true;
    const bool goesOn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab;
    m_typedAhead = goesOn && m_completion.isWaiting();
    if (isLeaveOut(*event)) {
        m_lines.leaveOut(cell().row());
        return true;
    }
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
