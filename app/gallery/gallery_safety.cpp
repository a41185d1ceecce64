#include "app/gallery/gallery_safety.h"

#include "app/gallery/gallery_company.h"
#include "app/gallery/gallery_pages.h"
#include "app/safety/backup_page.h"
#include "app/safety/backup_pane.h"
#include "app/safety/ending_page.h"
#include "app/safety/trash_page.h"
#include "app/session/work_places.h"
#include "app/shell/main_window.h"
#include "app/shell/settings_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/ledger_table.h"
#include "sync/client/backup_places.h"

namespace dure::app {
namespace {

/// A customer, and orders of which some were deleted.
void fill(CompanyData& data)
{
    bool done = false;
    data.run(
        &data,
        [](commands::Commands& commands) {
            commands::CustomerInput customer;
            customer.customer.name = "(주)다온코스메틱";
            const Uuid id = commands.saveCustomer(customer)->id;
            for (int i = 0; i < 5; ++i) {
                commands::OrderInput order;
                order.order.customerId = id;
                order.order.orderedOn = galleryToday.addDays(-i);
                OrderLine& line = order.lines.emplace_back();
                line.productName = "PET 500ml 투명";
                line.quantity = Quantity::fromInteger(10'000 * (i + 1));
                line.unitPrice = UnitPrice::fromInteger(98);
                const auto saved = commands.saveOrder(order);
                if (i > 2)
                    (void)commands.deleteOrder(saved->id);
            }
            customer.customer.name = "새벽유업(주)";
            return commands.deleteCustomer(commands.saveCustomer(customer)->id).has_value();
        },
        [&](bool) { done = true; });
    waitFor("the rows of the trash", [&] { return done; });
}

/// Copies as they lie after some weeks; `days` ago the newest was made.
void addBackups(const CompanyData& data, const std::string& folder, int days)
{
    for (const int back : {0, 1, 2, 3, 7, 14, 52}) {
        const Date day = galleryToday.addDays(-days - back);
        (void)storage::writeBackup(data.databasePath().toStdString(), folder, {day.yyyymmdd * 1'000'000LL + 180'203});
    }
}

} // namespace

void shootSafety(AppSettings& settings, const Output& look)
{
    QTemporaryDir dataFolder;
    const Uuid space = derivedUuid({}, "gallery");
    const std::string folder = client::ownBackupFolder(dataFolder.path().toStdString(), space);
    GalleryCompany company(GalleryCompany::Filled::No);
    const Output out = look.of(company.data());
    fill(company.data());
    BackupDesk desk(company.data(), {dataFolder.path(), space, 3'600'000, 3'600'000});
    MainWindow window(settings);
    window.setCompany(company.name(), QStringLiteral("김미선"));
    WorkPlaces places(window, company.data());
    SettingsPage* page = nullptr;
    window.addPlace({QStringLiteral("settings"), SettingsPage::tr("Settings"), Icon::Settings, NavigationSection::Foot,
        [&]() -> Page* { return page = new SettingsPage(settings); }});
    window.setSyncStatus(syncedStatus());
    window.resize(screen);
    window.show();
    window.goTo(QStringLiteral("settings"));
    auto* backups = new BackupPage(company.data(), desk);
    window.openPage(backups);
    out.waitAndKeep(window, "backups-none");
    addBackups(company.data(), folder, 0);
    desk.refresh();
    out.waitAndKeep(window, "backups");
    Q_EMIT backups->table().opened(backups->table().currentIndex());
    out.waitAndKeep(window, "backups-restore");
    window.closePage(backups);
    QDir(QString::fromStdString(folder)).removeRecursively();
    addBackups(company.data(), folder, 4);
    backups = new BackupPage(company.data(), desk);
    window.openPage(backups);
    out.waitAndKeep(window, "backups-late");
    window.closePage(backups);
    const BackupWord word = desk.word();
    page->setBackup(word.tone, word.what, word.wayOut);
    out.waitAndKeep(window, "settings-backup-late");
    places.showTrash();
    auto& trash = pageOf<TrashPage>(window);
    out.waitAndKeep(window, "trash");
    trash.restore();
    out.waitAndKeep(window, "trash-restored");
    EndingPage ending(desk);
    ending.show();
    out.keep(ending, "ending");
}

} // namespace dure::app
