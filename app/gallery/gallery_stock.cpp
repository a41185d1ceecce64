#include "app/gallery/gallery_stock.h"

#include "app/session/work_places.h"
#include "app/stock/count_grid.h"
#include "app/stock/count_page.h"
#include "app/stock/receipt_grid.h"
#include "app/stock/receipt_page.h"
#include "app/stock/stock_entry_page.h"
#include "app/stock/stock_ledger_page.h"
#include "app/stock/stock_list_page.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/ime_line_edit.h"

#include <QApplication>
#include <QKeyEvent>

namespace dure::app {
namespace {

// To the cell itself: without a window manager no window has the keyboard.
void press(const EntryGrid& grid, int key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(&grid.field(), &event);
}

void typeIn(const EntryGrid& grid, const QString& text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(&grid.field(), &event);
}

template <class Page> void fillReceipt(Page& page, const std::vector<std::string>& codes)
{
    page.grid().setFocus();
    for (std::size_t line = 0; line < 4 && line < codes.size(); ++line) {
        typeIn(page.grid(), QString::fromStdString(codes[3 * line % codes.size()]));
        Output::settle();
        press(page.grid(), Qt::Key_Return);
        typeIn(page.grid(),
            line == 0       ? QStringLiteral("12박스")
                : line == 1 ? QStringLiteral("2팔레트 35")
                            : QStringLiteral("12000"));
        press(page.grid(), Qt::Key_Return);
        typeIn(page.grid(), QStringLiteral("L2611-%1").arg(20 + int(line)));
        press(page.grid(), Qt::Key_Return);
        Output::settle();
    }
}

void shootReceipt(MainWindow& window, WorkPlaces& places, const std::vector<std::string>& codes, const Output& out)
{
    places.receiveStock({});
    auto& page = pageOf<ReceiptPage>(window);
    fillReceipt(page, codes);
    page.grid().goTo(page.model().index(1, ReceiptLineModel::Amount));
    out.waitAndKeep(window, "company-stock-receipt");
    page.grid().goTo(page.model().index(4, ReceiptLineModel::Product));
    typeIn(page.grid(), QStringLiteral("없는 것"));
    press(page.grid(), Qt::Key_Return);
    typeIn(page.grid(), QStringLiteral("3자루"));
    press(page.grid(), Qt::Key_Return);
    Output::settle();
    page.save();
    out.waitAndKeep(window, "company-stock-receipt-problem");
    page.model().setEntries({});
    window.closePage(&page);
}

void shootCount(MainWindow& window, WorkPlaces& places, const Output& out)
{
    places.countStock();
    auto& page = pageOf<CountPage>(window);
    waitFor("products to count", [&] { return page.model().rowCount() > 0; });
    page.grid().setFocus();
    typeIn(page.grid(), QStringLiteral("9박스 120"));
    press(page.grid(), Qt::Key_Return);
    press(page.grid(), Qt::Key_F4);
    press(page.grid(), Qt::Key_F4);
    typeIn(page.grid(), QStringLiteral("21,300"));
    press(page.grid(), Qt::Key_Return);
    typeIn(page.grid(), QStringLiteral("열 자루"));
    press(page.grid(), Qt::Key_Return);
    out.waitAndKeep(window, "company-stock-count");
    page.model().clear();
    window.closePage(&page);
}

} // namespace

void shootStock(MainWindow& window, WorkPlaces& places, CompanyData& data, const Output& out)
{
    window.goTo(QStringLiteral("stock"));
    auto* list = window.findChild<StockListPage*>();
    list->findChild<ChipRow*>()->choose(QStringLiteral("all"));
    out.waitAndKeep(window, "company-stock");
    list->findChild<ChipRow*>()->choose(QStringLiteral("short"));
    out.waitAndKeep(window, "company-stock-short");
    const Uuid product = list->currentId();
    list->findChild<ChipRow*>()->choose(QStringLiteral("all"));
    std::vector<std::string> codes;
    data.read(
        &window, {}, [](Reader& reader) { return reader.stock().list({}, {}); },
        [&](const std::vector<storage::StockListRow>& rows) {
            for (const storage::StockListRow& row : rows)
                codes.push_back(row.code);
        });
    waitFor("products", [&] { return !codes.empty(); });

    shootReceipt(window, places, codes, out);
    shootCount(window, places, out);
    places.enterStock(product, StockMovementKind::Scrap);
    auto& scrap = pageOf<StockEntryPage>(window);
    scrap.quantityField().setText(QStringLiteral("3박스"));
    out.waitAndKeep(window, "company-stock-scrap");
    scrap.quantityField().clear();
    window.closePage(&scrap);
    window.goTo(QStringLiteral("stock"));
    places.showStockLedger(product);
    auto& ledger = pageOf<StockLedgerPage>(window);
    out.waitAndKeep(window, "company-stock-ledger");
    window.closePage(&ledger);
}

} // namespace dure::app
