#include "app/stock/stock_ledger_page.h"

#include "app/data/error_text.h"
#include "app/lists/undo_offer.h"
#include "app/stock/stock_ledger_model.h"
#include "app/stock/stock_words.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/quantity_text.h"
#include "app/widgets/segmented_control.h"
#include "app/widgets/theme.h"
#include "app/widgets/totals_row.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>

namespace dure::app {
namespace {

constexpr int mostPercentWithWords = 120; ///< beside larger letters there is no room for all the words
constexpr Date firstDay = Date::fromYmd(2000, 1, 1);
constexpr Date lastDay = Date::fromYmd(2099, 12, 31);

Date monthBegin(Date day) { return Date::fromYmd(day.year(), day.month(), 1); }
Date monthsBefore(Date begin, int months)
{
    const int at = begin.year() * 12 + begin.month() - 1 - months;
    return Date::fromYmd(at / 12, at % 12 + 1, 1);
}

} // namespace

StockLedgerPage::StockLedgerPage(CompanyData& data, const Uuid& product, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_id(product)
    , m_period(new SegmentedControl(tr("Period")))
    , m_from(new DateField)
    , m_to(new DateField)
    , m_figures(new Label(LabelRole::Muted))
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_undo(new UndoOffer(data, *m_strip))
    , m_table(new LedgerTable)
    , m_model(new StockLedgerModel(this))
    , m_totals(new TotalsRow(m_table))
{
    m_table->setColumns(StockLedgerModel::columns());
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false); // a ledger has one order
    m_table->setAccessibleName(tr("Stock ledger"));
    m_table->setToday(data.today());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_totals);
    addActions();
    connect(m_table, &LedgerTable::opened, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (changes.touches(TableId::StockMovement) || changes.touches(TableId::Product))
            read();
    });
    choosePeriod(QStringLiteral("quarter"));
}

QWidget* StockLedgerPage::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    m_period->addSegment(QStringLiteral("month"), tr("This month"));
    m_period->addSegment(QStringLiteral("last"), tr("Last month"));
    m_period->addSegment(QStringLiteral("quarter"), tr("Three months"));
    m_period->addSegment(QStringLiteral("year"), tr("This year"));
    m_period->addSegment(QStringLiteral("all"), tr("Everything"));
    m_fromCell = new FormCell(tr("From"), m_from);
    m_toCell = new FormCell(tr("To"), m_to);
    layout->addWidget(m_fromCell);
    layout->addWidget(m_toCell);
    layout->addWidget(m_period, 0, Qt::AlignBottom);
    layout->addStretch(1);
    layout->addWidget(m_figures, 0, Qt::AlignBottom);
    Theme::follow(m_figures, [this](const Tokens& t) { // the last row says it too
        m_figures->setVisible(t.textPercent() <= mostPercentWithWords);
    });
    connect(m_period, &SegmentedControl::chosen, this, &StockLedgerPage::choosePeriod);
    const auto follow = [this](DateField* field, FormCell* cell) {
        field->setToday(m_data.today());
        field->setRequired(true);
        connect(field, &DateField::rejected, cell, &FormCell::setProblem);
        connect(field, &DateField::dateChanged, this, [=, this] {
            cell->setProblem({});
            m_period->setChosen({});
            readPeriod();
        });
    };
    follow(m_from, m_fromCell);
    follow(m_to, m_toCell);
    Theme::follow(head, [=, this](const Tokens& t) {
        const int pad = t.px(Px::Space16);
        layout->setContentsMargins(pad, t.px(Px::Space12), pad, t.px(Px::Space12));
        layout->setSpacing(t.px(Px::Space12));
        for (FormCell* cell : {m_fromCell, m_toCell})
            cell->setFixedWidth(t.scaled(130));
    });
    return head;
}

void StockLedgerPage::addActions()
{
    auto* back = new KeyButton(ButtonKind::Plain, tr("Take back"));
    back->setSymbol(Icon::Undo2);
    back->setKeyHint(QStringLiteral("Del"));
    addAction(back);
    back->setVisible(m_data.mayWrite(TableId::StockMovement));
    connect(back, &QAbstractButton::clicked, this, &StockLedgerPage::takeBack);
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    remove->setContext(Qt::WidgetShortcut);
    remove->setAutoRepeat(false);
    connect(remove, &QShortcut::activated, this, &StockLedgerPage::takeBack);
    auto* undo = new QShortcut(keyFor(KeyAction::Undo), this);
    undo->setAutoRepeat(false);
    connect(undo, &QShortcut::activated, m_undo, &UndoOffer::undoLast);
    auto* pane = new QShortcut(keyFor(KeyAction::NextPane), this);
    connect(pane, &QShortcut::activated, this, [this] {
        QWidget* const to = m_table->hasFocus() ? m_period->firstFocus() : m_table;
        to->setFocus(Qt::ShortcutFocusReason);
    });
}

void StockLedgerPage::entered() { m_table->setFocus(Qt::OtherFocusReason); }

void StockLedgerPage::choosePeriod(const QString& id)
{
    m_period->setChosen(id);
    const Date today = m_data.today();
    const Date begin = monthBegin(today);
    // what is dated ahead belongs to the present period
    const Date monthEnd = monthsBefore(begin, -1).addDays(-1);
    if (id == QLatin1String("month"))
        setPeriod(begin, monthEnd);
    else if (id == QLatin1String("last"))
        setPeriod(monthsBefore(begin, 1), begin.addDays(-1));
    else if (id == QLatin1String("quarter"))
        setPeriod(monthsBefore(begin, 2), monthEnd);
    else if (id == QLatin1String("year"))
        setPeriod(Date::fromYmd(today.year(), 1, 1), Date::fromYmd(today.year(), 12, 31));
    else
        setPeriod(firstDay, lastDay);
}

void StockLedgerPage::setPeriod(Date from, Date to)
{
    m_from->setDate(from);
    m_to->setDate(to);
    readPeriod();
}

void StockLedgerPage::readPeriod()
{
    const bool backwards = m_from->date().isValid() && m_to->date().isValid() && m_from->date() > m_to->date();
    m_toCell->setProblem(backwards ? tr("Before the first day. Choose a later one.") : QString());
    if (!backwards)
        read();
}

void StockLedgerPage::read()
{
    const Date from = m_from->date();
    const Date to = m_to->date();
    if (!from.isValid() || !to.isValid())
        return;
    m_data.read(
        this, QStringLiteral("ledger"),
        [id = m_id, from, to](Reader& reader) { return reader.stock().history(id, from, to); },
        [this, from, to](std::optional<storage::StockHistory>&& history) {
            if (!history) {
                m_strip->clear();
                m_strip->show(
                    Tone::Red, tr("It is no longer there."), tr("Somebody may have deleted it. Close this page."));
                return;
            }
            m_product = stockProductText(history->row);
            const PackingTerms packing = history->row.packing;
            const QString now = measured(history->row.onHand, packing);
            const QString boxes = packedText(history->row.onHand, packing);
            m_figures->setText(
                tr("On hand now: %1").arg(boxes.isEmpty() ? now : QStringLiteral("%1 (%2)").arg(now, boxes)));
            const storage::StockMovementRow* current = m_model->movementAt(m_table->currentRow());
            const Uuid kept = current ? current->movement.id : Uuid{};
            m_model->setHistory(std::move(*history), from, to, m_data.today());
            const int row = kept.isNil() ? -1 : m_model->rowOf(kept);
            m_table->selectRow(row < 0 ? m_model->rowCount() - 1 : row); // the newest
            const StockLedger& sums = m_model->ledger();
            m_totals->setCell(QStringLiteral("day"), tr("%n movement(s)", nullptr, int(sums.rows.size())));
            m_totals->setCell(QStringLiteral("in"), numberText(sums.in));
            m_totals->setCell(QStringLiteral("out"), numberText(sums.out));
            m_totals->setCell(QStringLiteral("balance"), numberText(sums.closing));
            Q_EMIT headerChanged();
        });
}

void StockLedgerPage::openRow(int row)
{
    const storage::StockMovementRow* each = m_model->movementAt(row);
    if (each && !each->deliveryId.isNil())
        Q_EMIT showDelivery(each->deliveryId);
}

void StockLedgerPage::takeBack()
{
    const storage::StockMovementRow* each = m_model->movementAt(m_table->currentRow());
    if (!each)
        return;
    m_strip->clear();
    if (!m_data.mayWrite(TableId::StockMovement)) {
        const ErrorText why = readsOnlyText();
        m_strip->show(Tone::Info, why.what, why.wayOut);
        return;
    }
    const QString done = tr("Taken back: %1, %2.").arg(movementText(*each), signedQuantity(each->movement.quantity));
    m_data.run(
        this,
        [id = each->movement.id, today = m_data.today()](
            commands::Commands& c) { return c.reverseStockMovement(id, today); },
        [this, done](const commands::Result& result) {
            if (result) {
                m_undo->show(done, m_data.undoable());
                return;
            }
            const ErrorText error = errorText(result.error());
            m_strip->clear();
            m_strip->show(Tone::Red, error.what, error.wayOut);
        });
}

} // namespace dure::app

#include "moc_stock_ledger_page.cpp"
