#include "app/gallery/gallery_desk.h"

#include "app/claims/claim_editor_page.h"
#include "app/claims/claim_list_page.h"
#include "app/claims/claim_settlement_page.h"
#include "app/dashboard/dashboard_page.h"
#include "app/gallery/gallery_pages.h"
#include "app/orders/call_off_grid.h"
#include "app/orders/call_off_model.h"
#include "app/orders/call_off_sheet.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_line_grid.h"
#include "app/outstanding/outstanding_list_page.h"
#include "app/quotations/quotation_editor_page.h"
#include "app/quotations/quotation_list_page.h"
#include "app/session/claim_places.h"
#include "app/session/work_places.h"

namespace dure::app {
namespace {

void shootDashboard(MainWindow& window, const Output& out)
{
    window.goTo(QStringLiteral("dashboard"));
    out.waitAndKeep(window, "dashboard");
    auto* page = window.findChild<DashboardPage*>();
    page->choosePeriod(Period::of(PeriodKind::Quarter, galleryToday).before());
    out.waitAndKeep(window, "dashboard-quarter");
    page->choosePeriod(Period::of(PeriodKind::Month, galleryToday));
    Output::settle();
}

void shootClaims(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out)
{
    Claim claim = readNow(company, [](Reader& reader) {
        storage::DeliveryFilter month;
        month.today = galleryToday;
        Claim of;
        of.customerId = reader.deliveries().list(month, {}).front().customerId;
        const auto line = reader.claims().deliveredLines(of.customerId).front().line;
        of.deliveryId = line.deliveryId;
        of.deliveryLineId = line.id;
        of.productId = line.productId;
        return of;
    });
    claim.claimedOn = galleryToday;
    claim.quantity = Quantity::fromInteger(120);
    claim.lot = "L1120-2";
    claim.producedOn = galleryToday.addDays(-5);
    claim.reason = "뚜껑을 닫아도 샘, 사진 3장 받음";
    const Uuid made = runNow(company, [claim](commands::Commands& c) { return c.saveClaim(claim); });
    places.claims().showClaims();
    pageOf<ClaimListPage>(window);
    out.waitAndKeep(window, "claims");
    places.claims().editClaim(made);
    pageOf<ClaimEditorPage>(window);
    out.waitAndKeep(window, "claim-editor");
    window.closePage(&pageOf<ClaimEditorPage>(window));
    places.claims().settleClaim(made);
    pageOf<ClaimSettlementPage>(window);
    out.waitAndKeep(window, "claim-settlement");
    window.closePage(&pageOf<ClaimSettlementPage>(window));
    window.closePage(&pageOf<ClaimListPage>(window));
}

void shootQuotations(MainWindow& window, WorkPlaces& places, const Output& out)
{
    window.goTo(QStringLiteral("quotations"));
    out.waitAndKeep(window, "quotations");
    auto* list = window.findChild<QuotationListPage*>();
    places.editQuotation(list->currentId());
    pageOf<QuotationEditorPage>(window);
    out.waitAndKeep(window, "quotation-editor");
    window.closePage(&pageOf<QuotationEditorPage>(window));
    Output::settle();
}

void shootOutstanding(MainWindow& window, WorkPlaces& places, const Output& out)
{
    places.showOutstanding();
    auto* list = &pageOf<OutstandingListPage>(window);
    out.waitAndKeep(window, "outstanding");
    list->table().selectRow(2);
    list->setView(storage::OutstandingView::Product);
    out.waitAndKeep(window, "outstanding-product");
    list->setView(storage::OutstandingView::Due);
    out.waitAndKeep(window, "outstanding-due");
    list->setView(storage::OutstandingView::Customer);
    window.closePage(list);
    Output::settle();
}

void shootCallOff(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out)
{
    const Uuid order = readNow(company, [](Reader& reader) {
        storage::OrderFilter open;
        open.today = galleryToday;
        storage::OrderWindow largest;
        largest.sort = storage::OrderSort::Quantity;
        largest.descending = true;
        return reader.orders().list(open, largest).front().id;
    });
    places.editOrder(order);
    auto* editor = &pageOf<OrderEditorPage>(window);
    out.waitAndKeep(window, "order-editor-open");
    Q_EMIT editor->grid().callOffWanted();
    CallOffModel& parts = editor->callOff().model();
    parts.setParts(spreadEvenly(parts.total(), 3, galleryToday.addDays(4), 7, parts.packing().unitsPerBox, {}));
    parts.setData(parts.index(2, CallOffModel::On), QStringLiteral("12-12"), Qt::EditRole);
    editor->callOff().grid().goTo(parts.index(1, CallOffModel::Amount));
    editor->callOff().grid().setFocus();
    out.waitAndKeep(window, "call-off");
    parts.setData(parts.index(2, CallOffModel::Amount), QStringLiteral("900000"), Qt::EditRole);
    editor->callOff().split();
    out.waitAndKeep(window, "call-off-too-much");
    editor->callOff().forget(); // or the next look finds it begun
    editor->callOff().close();
    window.closePage(editor);
    Output::settle();
}

} // namespace

void shootDesk(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out)
{
    shootOutstanding(window, places, out);
    shootCallOff(window, places, company, out);
    shootDashboard(window, out);
    shootClaims(window, places, company, out);
    shootQuotations(window, places, out);
}

} // namespace dure::app
