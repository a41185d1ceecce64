// Excel both ways: the ways to the import and to the export of everything.
#include "app/data/company_data.h"
#include "app/exchange/company_export.h"
#include "app/exchange/file_drop.h"
#include "app/exchange/import_page.h"
#include "app/lists/list_page.h"
#include "app/search/search_popup.h"
#include "app/session/work_places.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"

namespace dure::app {

void WorkPlaces::addExchange()
{
    if (m_data.mayWrite(TableId::SalesOrder) || m_data.mayWrite(TableId::Customer))
        m_search->addCommand({tr("Import from Excel"), Icon::FileSpreadsheet, {}, [this] { importFiles(); }});
    m_search->addCommand(
        {tr("Save this list as an Excel file"), Icon::FileSpreadsheet, keyText(keyFor(KeyAction::Export)), [this] {
             if (auto* list = qobject_cast<ListPage*>(m_window.currentPage()))
                 list->exportList();
         }});
    m_search->addCommand({tr("Save the whole company as an Excel file"), Icon::FileSpreadsheet, {},
        [this] { exportCompany(m_window.notice()); }});
    connect(new FileDrop(m_window), &FileDrop::dropped, this, &WorkPlaces::importFiles);
}

void WorkPlaces::importFiles(const QStringList& paths)
{
    auto* page = m_window.openPageOf<ImportPage>(m_importPlace);
    if (page) {
        m_window.goTo(m_importPlace);
    } else {
        m_importPlace = m_window.currentPlace();
        page = new ImportPage(m_data);
        connect(page, &ImportPage::showList, this, [this](exchange::TargetKind kind) {
            m_window.goTo(kind == exchange::TargetKind::Customer ? QStringLiteral("customers")
                    : kind == exchange::TargetKind::Product      ? QStringLiteral("products")
                                                                 : QStringLiteral("orders"));
        });
        m_window.openPage(page);
    }
    if (!paths.isEmpty())
        page->open(paths);
}

void WorkPlaces::exportCompany(MessageStrip& says) { m_companyExport->ask(says); }

} // namespace dure::app
