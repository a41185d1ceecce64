#include "app/gallery/gallery_today.h"

#include "app/customers/customer_list_page.h"
#include "app/relations/activity_sheet.h"
#include "app/relations/relation_list_page.h"
#include "app/session/work_places.h"
#include "app/today/day_list.h"
#include "app/today/dispatch_sheet.h"
#include "app/today/loading_list_page.h"
#include "app/today/today_page.h"

namespace dure::app {

void shootToday(MainWindow& window, WorkPlaces& places, const Output& out)
{
    window.goTo(QStringLiteral("today"));
    out.waitAndKeep(window, "company-today");
    auto* today = window.findChild<TodayPage*>();
    today->sheet().open(today->deliveries().current()->order);
    out.waitAndKeep(window, "company-today-dispatch");
    today->sheet().hide();
    today->desk().setFocus();
    out.waitAndKeep(window, "company-today-desk");
    Uuid customer; // somebody with something to do
    for (int row = 0; const DayRow* each = today->desk().rows().rowAt(row); ++row)
        if (each->opens == DayRow::Opens::Promise || each->opens == DayRow::Opens::Action)
            customer = each->customer;
    places.showLoadingList();
    auto& loading = pageOf<LoadingListPage>(window);
    out.waitAndKeep(window, "company-loading-list");
    window.closePage(&loading);
    window.goTo(QStringLiteral("customers"));
    window.findChild<CustomerListPage*>()->showRow(customer);
    out.waitAndKeep(window, "company-customer-talks");
    places.showRelations(customer);
    auto& page = pageOf<RelationListPage>(window);
    out.waitAndKeep(window, "company-time-line");
    page.begin();
    out.waitAndKeep(window, "company-time-line-writing");
    page.sheet().hide();
    window.closePage(&page);
}

} // namespace dure::app
