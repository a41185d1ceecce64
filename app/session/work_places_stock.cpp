// WorkPlaces: the place of stock and what opens over it.
#include "app/data/company_data.h"
#include "app/session/work_places.h"
#include "app/stock/count_page.h"
#include "app/stock/receipt_page.h"
#include "app/stock/stock_entry_page.h"
#include "app/stock/stock_ledger_page.h"
#include "app/stock/stock_list_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

namespace dure::app {
namespace {

const QString stockPlace = QStringLiteral("stock");

} // namespace

Page* WorkPlaces::makeStock()
{
    m_stock = new StockListPage(m_data);
    connect(m_stock, &ListPage::showElsewhere, this, &WorkPlaces::show);
    connect(m_stock, &StockListPage::openReceipt, this, &WorkPlaces::receiveStock);
    connect(m_stock, &StockListPage::openCount, this, &WorkPlaces::countStock);
    connect(m_stock, &StockListPage::openEntry, this, &WorkPlaces::enterStock);
    connect(m_stock, &StockListPage::openLedger, this, &WorkPlaces::showStockLedger);
    connect(m_stock, &StockListPage::showProduct, this, &WorkPlaces::showProduct);
    connect(m_stock, &StockListPage::showOrder, this, &WorkPlaces::showOrder);
    connect(m_stock, &StockListPage::showHistory, this,
        [this](const Uuid& product) { showHistory(TableId::Product, product); });
    connect(m_stock, &StockListPage::showFiles, this,
        [this](const Uuid& product) { showFiles(TableId::Product, product); });
    return m_stock;
}

/// What writes stock opens over its list, one page at a time; what is typed in the one before is kept.
void WorkPlaces::openOverStock(std::function<EditorPage*()> make, std::function<void()> goOn)
{
    m_window.goTo(stockPlace);
    if (!m_stock->mayWrite(TableId::StockMovement))
        return;
    m_window.closeThen(m_window.openPageOf<EditorPage>(), [this, make = std::move(make), goOn = std::move(goOn)] {
        m_window.goTo(stockPlace);
        EditorPage* page = make();
        connect(page, &EditorPage::draftKept, this, [this, goOn] {
            m_stock->strip().clear();
            m_stock->strip().show(Tone::Info, tr("What you typed is kept on this PC."));
            connect(m_stock->strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this, goOn);
        });
        m_window.openPage(page);
    });
}

void WorkPlaces::stockWritten(const QString& done, const Uuid& product)
{
    if (product.isNil()) { // nothing was written that could be taken back
        m_stock->strip().clear();
        m_stock->strip().show(Tone::Info, done);
        return;
    }
    m_stock->showRow(product);
    m_stock->showDone(done);
}

void WorkPlaces::receiveStock(const Uuid& product)
{
    openOverStock(
        [this, product] {
            auto* page = new ReceiptPage(m_data, product);
            connect(page, &ReceiptPage::saved, this, &WorkPlaces::stockWritten);
            return page;
        },
        [this] { receiveStock({}); });
}

void WorkPlaces::countStock()
{
    openOverStock(
        [this] {
            auto* page = new CountPage(m_data);
            connect(page, &CountPage::saved, this, &WorkPlaces::stockWritten);
            return page;
        },
        [this] { countStock(); });
}

void WorkPlaces::enterStock(const Uuid& product, StockMovementKind kind)
{
    if (product.isNil())
        return;
    openOverStock(
        [this, product, kind] {
            auto* page = new StockEntryPage(m_data, product, kind);
            connect(page, &FormPage::saved, this, [this, page](const Uuid& id) { stockWritten(page->done(), id); });
            return page;
        },
        [this, product, kind] { enterStock(product, kind); });
}

void WorkPlaces::showStockLedger(const Uuid& product)
{
    if (product.isNil())
        return;
    auto* page = new StockLedgerPage(m_data, product);
    connect(page, &StockLedgerPage::showDelivery, this, &WorkPlaces::showDelivery);
    m_window.openPage(page);
}

} // namespace dure::app
