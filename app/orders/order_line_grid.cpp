#include "app/orders/order_line_grid.h"

#include "app/widgets/calendar_popup.h"
#include "app/widgets/date_text.h"
#include "app/widgets/icons.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace dure::app {
namespace {

// Widths at 100 % text, by LineColumn. The compact ones fit 140 % text on a screen of 1366.
constexpr int roomy[]{122, 200, 76, 84, 48, 84, 54, 104, 92, 84, 130};
constexpr int compact[]{104, 128, 62, 72, 40, 66, 46, 88, 78, 78, 84};

/// A date of another year than today's.
QString widestDate()
{
    const QFontMetrics metrics(tokens().font(TextStyle::Body));
    const Date first = Date::fromYmd(2028, 12, 20);
    QString widest;
    for (int day = 0; day < 7; ++day) { // each weekday's name
        const QString text = dateText(first.addDays(day), Date::fromYmd(2026, 1, 1));
        if (metrics.horizontalAdvance(text) > metrics.horizontalAdvance(widest))
            widest = text;
    }
    return widest;
}

bool isProduct(int column) { return column == int(LineColumn::Code) || column == int(LineColumn::Product); }

} // namespace

OrderLineGrid::OrderLineGrid(OrderLineModel& model, ProductCompletion& completion, QWidget* parent)
    : EntryGrid(parent)
    , m_lines(model)
    , m_completion(completion)
    , m_prices(new CompletionPopup(
          {{tr("Source"), 84, false, false}, {tr("Price"), 104, true, false}, {tr("Since"), 168, false, true}}))
{
    setAccessibleName(tr("Order lines"));
    m_prices->setAccessibleName(tr("Prices"));
    setModel(&model);
    chooseColumns();
    Theme::follow(this, [this](const Tokens&) { chooseColumns(); });
    connect(this, &EntryGrid::typed, this, [this](const QModelIndex& index, const QString& text) {
        m_prices->dismiss();
        if (isTyping() && isProduct(index.column()))
            m_completion.search(field(), text);
        else
            m_completion.dismiss();
    });
    connect(this, &EntryGrid::cellChanged, this, &OrderLineGrid::dismiss);
    connect(&completion, &ProductCompletion::chosen, this, &OrderLineGrid::takeProduct);
    connect(&completion, &ProductCompletion::newWanted, this, [this](const QString& name) {
        dropTyped();
        const int row = cell().row();
        m_lines.awaitProduct(row, name);
        goTo(m_lines.index(row, int(LineColumn::Quantity)));
        Q_EMIT newProductWanted(m_lines.lineAt(row).key, name);
    });
    connect(m_prices, &CompletionPopup::taken, this, [this](int row) {
        const OfferedChoice chosen = m_offered[row];
        m_prices->dismiss();
        dropTyped();
        m_lines.setPrice(cell().row(), chosen.price, chosen.source);
    });
    connect(&model, &OrderLineModel::productWanted, this, &OrderLineGrid::lookUp);
    connect(&model, &OrderLineModel::productsWanted, this, &OrderLineGrid::lookUpAll);
}

OrderLineGrid::~OrderLineGrid() { delete m_prices; }

void OrderLineGrid::settle()
{
    m_typedAhead = m_completion.isWaiting();
    takeCell();
    m_typedAhead = false;
    dismiss();
}

bool OrderLineGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &field() || event->type() != QEvent::FocusOut)
        return EntryGrid::eventFilter(watched, event);
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    const bool stays = reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason;
    m_typedAhead = !stays && m_completion.isWaiting();
    const bool done = EntryGrid::eventFilter(watched, event); // takes the cell
    m_typedAhead = false;
    if (!stays)
        dismiss();
    return done;
}

bool OrderLineGrid::isOpen() const { return m_completion.isOpen() || m_prices->isOpen(); }

void OrderLineGrid::dismiss()
{
    m_completion.dismiss();
    m_prices->dismiss();
}

OrderLineGrid::GridKey OrderLineGrid::keyOf(const QKeyEvent& event) const
{
    const QKeySequence keys(event.keyCombination());
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (keys == keyFor(KeyAction::Choices) || (event.key() == Qt::Key_Down && modifiers == Qt::AltModifier))
        return GridKey::Choices;
    if (keys == keyFor(KeyAction::AsAbove))
        return GridKey::AsAbove;
    if (event.matches(QKeySequence::Paste))
        return GridKey::Paste;
    if (event.key() == Qt::Key_Delete && modifiers == Qt::ControlModifier)
        return GridKey::RemoveLine;
    if (event.key() == Qt::Key_Insert && modifiers == Qt::NoModifier)
        return GridKey::InsertLine;
    if (event.key() == Qt::Key_Slash && modifiers == Qt::ControlModifier && m_lines.hasDueDates())
        return GridKey::CallOff;
    if (event.key() == Qt::Key_Escape && isOpen())
        return GridKey::Close;
    return GridKey::None;
}

bool OrderLineGrid::wantsShortcut(const QKeyEvent& event) const { return keyOf(event) != GridKey::None; }

bool OrderLineGrid::cellKey(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Tab && m_completion.isChoosing() && isTyping()) {
        QKeyEvent take(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        return m_completion.keyPressed(&take);
    }
    if (m_completion.keyPressed(event) || m_prices->keyPressed(event))
        return true;
    m_typedAhead = (enter || event->key() == Qt::Key_Tab) && m_completion.isWaiting();
    switch (keyOf(*event)) {
    case GridKey::Choices:
        openChoices();
        return true;
    case GridKey::AsAbove:
        dropTyped();
        if (m_lines.lineCount() == 0) {
            Q_EMIT lastOrderWanted();
            return true;
        }
        m_lines.copyFromAbove(cell());
        goTo(afterEnter(cell()));
        return true;
    case GridKey::Paste:
        paste();
        return true;
    case GridKey::RemoveLine:
        dropLine();
        return true;
    case GridKey::InsertLine:
        insertLine();
        return true;
    case GridKey::CallOff:
        splitLine();
        return true;
    case GridKey::Close:
        dismiss();
        return true;
    case GridKey::None:
        break;
    }
    return false;
}

void OrderLineGrid::dropLine()
{
    dropTyped();
    dismiss();
    removeLine();
}

/// The cursor stays where it is: on the line that follows.
void OrderLineGrid::removeLine()
{
    const int row = cell().row();
    const int column = cell().column();
    m_lines.removeLine(row);
    goTo(m_lines.index(qMin(row, m_lines.rowCount() - 1), column));
}

void OrderLineGrid::insertLine()
{
    takeCell();
    m_lines.insertLine(cell().row());
    goTo(m_lines.index(qMax(0, cell().row() - 1), int(LineColumn::Code)));
}

void OrderLineGrid::splitLine()
{
    settle();
    Q_EMIT callOffWanted();
}

/// The menu's keys are the grid's own: the menu only tells them.
void OrderLineGrid::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString& text, Icon icon, const QString& keys, void (OrderLineGrid::*run)()) {
        connect(menu->addAction(themedIcon(icon), text + u'\t' + keys), &QAction::triggered, this, run);
    };
    if (m_lines.hasDueDates())
        add(tr("Split by due date…"), Icon::CalendarDays, keyText(callOffKey()), &OrderLineGrid::splitLine);
    add(tr("Insert a line"), Icon::Plus, QStringLiteral("Ins"), &OrderLineGrid::insertLine);
    add(tr("Delete the line"), Icon::Trash2, QStringLiteral("Ctrl+Del"), &OrderLineGrid::dropLine);
    menu->popup(event->globalPos());
}

QModelIndex OrderLineGrid::afterEnter(const QModelIndex& index) const
{
    const EntryLine& line = m_lines.lineAt(index.row());
    const auto in = [&](LineColumn column) { return index.siblingAtColumn(int(column)); };
    switch (LineColumn(index.column())) {
    case LineColumn::Code:
        return line.code.empty() && line.line.productName.empty() ? in(LineColumn::Product) : in(LineColumn::Quantity);
    case LineColumn::Product:
    case LineColumn::Spec:
        return in(LineColumn::Quantity);
    case LineColumn::Quantity:
    case LineColumn::Unit:
        return in(LineColumn::Price);
    case LineColumn::Tax:
        return in(m_lines.hasDueDates() ? LineColumn::Due : LineColumn::Note);
    case LineColumn::Due:
        return in(LineColumn::Note);
    default:
        // A line is done with its price; what follows is seldom typed.
        return m_lines.index(qMin(index.row() + 1, m_lines.rowCount() - 1), int(LineColumn::Code));
    }
}

void OrderLineGrid::takeProduct(const storage::ProductChoice& product, bool last)
{
    dropTyped();
    const QModelIndex at = cell();
    m_lines.takeProduct(at.row(), product, last);
    goTo(m_lines.index(at.row(), int(LineColumn::Quantity)));
}

void OrderLineGrid::openChoices()
{
    const int column = cell().column();
    if (isProduct(column)) {
        const EntryLine& line = m_lines.lineAt(cell().row());
        const QString text = line.unmatched ? toQString(line.line.productName) : QString();
        m_completion.openAll(field(), isTyping() ? field().effectiveText() : text);
    }
    if (column == int(LineColumn::Price) || column == int(LineColumn::Source))
        openPrices();
    else if (column == int(LineColumn::Due))
        openCalendar();
}

void OrderLineGrid::openPrices()
{
    const EntryLine& line = m_lines.lineAt(cell().row());
    const LineTerms& terms = m_lines.terms();
    const Uuid product = line.line.productId;
    m_offered.clear();
    CompletionPopup::Content content;
    const auto add = [&](PriceSource source, UnitPrice price, const QString& since) {
        m_offered += {price, source};
        content.rows += {CompletionCell{{priceSourceText(source), {}}, {}, true},
            CompletionCell{{numberText(price), {}}, {}, false}, CompletionCell{{since, {}}, {}, true}};
    };
    if (!product.isNil() && terms.pricing) {
        if (const auto agreed = terms.pricing->agreed.find(product); agreed != terms.pricing->agreed.end()) {
            for (const AgreedPrice& price : agreed->second) {
                if (price.validFrom > terms.day)
                    continue;
                const QString from = tr("from %1").arg(dateText(price.validFrom, terms.today));
                add(PriceSource::Agreed, price.unitPrice,
                    price.minQuantity.isZero() ? from : tr("%1, %2 or more").arg(from, numberText(price.minQuantity)));
            }
        }
        if (const auto last = terms.pricing->lastOf(product))
            add(PriceSource::Last, last->unitPrice, dateText(last->on, terms.today));
    }
    if (!product.isNil())
        add(PriceSource::List, line.listPrice, {});
    content.count = tr("%n price(s)", nullptr, int(m_offered.size()));
    content.nothing = tr("Choose a product first, or type the price.");
    m_prices->setHints({{QStringLiteral("↑↓"), tr("choose")}, {QStringLiteral("Enter"), tr("take")},
        {QStringLiteral("Esc"), tr("close")}});
    m_prices->open(field(), std::move(content));
}

void OrderLineGrid::openCalendar()
{
    takeCell();
    const LineTerms& terms = m_lines.terms();
    const Date own = m_lines.lineAt(cell().row()).line.dueOn;
    const Date shown = !own.isNull() ? own : !terms.due.isNull() ? terms.due : terms.today;
    auto* calendar = new CalendarPopup(shown, terms.today, this);
    connect(calendar, &CalendarPopup::picked, this,
        [this](Date date) { m_lines.setData(cell(), QString::fromStdString(date.toIso()), Qt::EditRole); });
    calendar->openBelow(field());
}

void OrderLineGrid::paste()
{
    const QList<QStringList> rows = clipboardRows(QApplication::clipboard()->text());
    if (rows.isEmpty())
        return;
    const bool oneColumn = std::ranges::all_of(rows, [](const QStringList& row) { return row.size() == 1; });
    if (rows.size() == 1 && oneColumn) {
        if (!field().isReadOnly())
            field().insert(rows.first().first()); // into what is being typed
        return;
    }
    takeCell();
    dismiss();
    const QModelIndex at = cell();
    if (oneColumn && !isProduct(at.column())) {
        QStringList texts;
        for (const QStringList& row : rows)
            texts += row.first();
        m_lines.pasteDown(at, texts);
        return;
    }
    // An empty line the cursor stands on is what is being filled.
    const bool onBlank = at.row() < m_lines.lines().size() && m_lines.lineAt(at.row()).isBlank();
    const int row = at.row();
    const int count = m_lines.paste(row, rows);
    if (count > 0 && onBlank)
        m_lines.removeLine(row + count);
    if (count > 0)
        goTo(m_lines.index(row + count, int(LineColumn::Code)));
}

void OrderLineGrid::lookUp(qint64 key, const QString& text, bool isCode)
{
    ++m_awaited;
    m_completion.identify({text}, m_typedAhead, this, [this, key, text, isCode](auto&& found) {
        m_lines.answerProducts({{key, text, found.front(), isCode}});
        answered();
    });
}

void OrderLineGrid::lookUpAll(const QList<qint64>& keys, const QStringList& texts)
{
    ++m_awaited;
    m_completion.identify(texts, false, this, [this, keys, texts](auto&& found) {
        int unmatched = 0;
        QStringList replaced; // names that give way to the product's
        QList<OrderLineModel::ProductAnswer> answers;
        for (qsizetype i = 0; i < keys.size(); ++i) {
            unmatched += found[std::size_t(i)] || texts[i].isEmpty() ? 0 : 1;
            const int row = m_lines.rowOf(keys[i]);
            const QString name = row < 0 ? QString() : toQString(m_lines.lineAt(row).line.productName);
            if (found[std::size_t(i)] && !name.isEmpty() && name != toQString(found[std::size_t(i)]->name))
                replaced += name;
            answers += {keys[i], texts[i], std::move(found[std::size_t(i)]), true};
        }
        m_lines.answerProducts(answers);
        Q_EMIT pasted(int(keys.size()), unmatched, replaced);
        answered();
    });
}

void OrderLineGrid::answered()
{
    if (--m_awaited == 0)
        Q_EMIT settled();
}

void OrderLineGrid::undo() { goTo(m_lines.undo()); }

void OrderLineGrid::redo() { goTo(m_lines.redo()); }

void OrderLineGrid::chooseColumns()
{
    setColumnHidden(int(LineColumn::Due), !m_lines.hasDueDates());
    const auto columns = [this, date = widestDate()](const int* widths) {
        QList<Column> made;
        for (int i = 0; i < int(LineColumn::Count); ++i)
            made += Column{widths[i], i == int(LineColumn::Product), i == int(LineColumn::Due) ? date : QString()};
        if (!m_lines.hasDueDates())
            made[int(LineColumn::Due)] = Column{0, false, {}};
        return made;
    };
    const auto fits = [this](const QList<Column>& made) {
        int needed = 0;
        for (const Column& column : made)
            needed += widthOf(column);
        return needed <= viewport()->width();
    };
    const QList<Column> wide = columns(roomy);
    const QList<Column> chosen = fits(wide) ? wide : columns(compact);
    setHorizontalScrollBarPolicy(fits(chosen) ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setColumns(chosen);
}

void OrderLineGrid::resizeEvent(QResizeEvent* event)
{
    chooseColumns();
    EntryGrid::resizeEvent(event);
}

} // namespace dure::app

#include "moc_order_line_grid.cpp"
