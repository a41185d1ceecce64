#include "app/gallery/gallery_desk.h"

#include "app/claims/claim_editor_page.h"
#include "app/claims/claim_settlement_page.h"
#include "app/dashboard/dashboard_page.h"
#include "app/gallery/gallery_pages.h"
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
    out.waitAndKeep(window, "claims");
    places.claims().editClaim(made);
    out.waitAndKeep(window, "claim-editor");
    if (auto* page = qobject_cast<ClaimEditorPage*>(window.currentPage()))
        window.closePage(page);
    places.claims().settleClaim(made);
    out.waitAndKeep(window, "claim-settlement");
    if (auto* page = qobject_cast<ClaimSettlementPage*>(window.currentPage()))
        window.closePage(page);
    Output::settle();
    window.closePage(window.currentPage());
}

void shootQuotations(MainWindow& window, WorkPlaces& places, const Output& out)
{
    window.goTo(QStringLiteral("quotations"));
    out.waitAndKeep(window, "quotations");
    auto* list = window.findChild<QuotationListPage*>();
    places.editQuotation(list->currentId());
    out.waitAndKeep(window, "quotation-editor");
    if (auto* page = qobject_cast<QuotationEditorPage*>(window.currentPage()))
        window.closePage(page);
    Output::settle();
}

} // namespace

void shootDesk(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out)
{
    shootDashboard(window, out);
    shootClaims(window, places, company, out);
    shootQuotations(window, places, out);
}

} // namespace dure::app
