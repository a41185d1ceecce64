#include "app/documents/account_papers.h"

#include "app/widgets/icons.h"

#include <QMenu>

namespace dure::app {

void AccountPapers::addTo(QMenu& menu, QObject* owner, std::function<std::vector<Uuid>()> chosen,
    std::function<void(const DocumentRequest&)> show)
{
    menu.addSeparator();
    QAction* bills = menu.addAction(themedIcon(Icon::ReceiptText), {});
    QAction* ledgers = menu.addAction(themedIcon(Icon::NotebookPen), {});
    for (const auto& [action, kind] :
        {std::pair(bills, FormKind::CustomerStatement), std::pair(ledgers, FormKind::CustomerLedger)})
        QObject::connect(action, &QAction::triggered, owner, [chosen, show, kind = kind] {
            if (std::vector<Uuid> ids = chosen(); !ids.empty())
                show({kind, std::move(ids), {}, {}, {}});
        });
    QObject::connect(&menu, &QMenu::aboutToShow, owner, [bills, ledgers, chosen] {
        const auto count = static_cast<int>(chosen().size());
        bills->setText(count > 1 ? tr("Bills of %n customer(s)", nullptr, count) : tr("Bill of the month"));
        ledgers->setText(count > 1 ? tr("Ledgers of %n customer(s)", nullptr, count) : tr("Ledger on paper"));
    });
    menu.addSeparator();
}

} // namespace dure::app
