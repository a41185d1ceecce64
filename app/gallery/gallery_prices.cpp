#include "app/gallery/gallery_prices.h"

#include "app/data/company_data.h"
#include "app/gallery/gallery_pages.h"
#include "app/lookup/customer_field.h"
#include "app/products/price_change_grid.h"
#include "app/products/price_change_page.h"
#include "app/products/price_exceptions.h"
#include "app/session/work_places.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"

#include <QApplication>
#include <QKeyEvent>

namespace dure::app {
namespace {

constexpr int downByWon = 3;

// Without a window manager no window has the keyboard.
void press(QWidget& field, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    QApplication::sendEvent(&field, &event);
}

void addException(PriceChangePage& page, const storage::CustomerListRow& customer, const QString& amount)
{
    PriceExceptions& exceptions = page.head().exceptions();
    exceptions.customerField().choose(customer.id, QString::fromStdString(customer.name));
    exceptions.amountField().setText(amount);
    press(exceptions.amountField(), Qt::Key_Return);
}

} // namespace

void shootPrices(MainWindow& window, WorkPlaces& places, CompanyData& data, const Output& out)
{
    std::vector<storage::CustomerListRow> customers;
    data.read(
        &window, {},
        [](Reader& reader) {
            const auto bases
                = storage::PriceChangeStore(reader.db()).bases({.listPrices = false, .from = galleryToday});
            std::vector<storage::CustomerListRow> found;
            for (const PriceBase& base : bases)
                if (auto row = reader.customers().row(base.customer); row && found.size() < 2
                    && std::ranges::find(found, row->id, &storage::CustomerListRow::id) == found.end())
                    found.push_back(std::move(*row));
            return found;
        },
        [&](std::vector<storage::CustomerListRow>&& rows) { customers = std::move(rows); });
    places.changePrices({{}, {storage::ProductChip::Active, "PET"}});
    auto* page = &pageOf<PriceChangePage>(window);
    out.waitAndKeep(window, "company-price-change");
    PriceChangeHead& head = page->head();
    head.amountField().setText(QStringLiteral("5"));
    head.fromField().setText(QStringLiteral("2027-01-01"));
    head.fromField().takeTyped();
    for (const storage::CustomerListRow& each : customers)
        addException(*page, each, &each == &customers.front() ? QStringLiteral("3") : QStringLiteral("2.5"));
    Output::settle();
    page->grid().setFocus();
    page->grid().goTo(page->model().index(1, PriceChangeModel::New));
    press(page->grid().field(), Qt::Key_Delete, Qt::ControlModifier);
    out.waitAndKeep(window, "company-price-change-rule");
    head.fromField().setDate(galleryToday);
    head.kindField().setCurrentIndex(downByWon);
    head.amountField().setText(QStringLiteral("120"));
    Output::settle();
    page->save();
    out.waitAndKeep(window, "company-price-change-problem");
    head.showAgain();
    page->model().clearTyped();
    window.closePage(page);
    Output::settle();
}

} // namespace dure::app
