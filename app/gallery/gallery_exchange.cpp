#include "app/gallery/gallery_exchange.h"

#include "app/exchange/import_columns_step.h"
#include "app/exchange/import_names_step.h"
#include "app/exchange/import_page.h"
#include "app/lists/list_page.h"
#include "app/session/work_places.h"
#include "app/shell/main_window.h"
#include "app/widgets/key_button.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {
namespace {

/// As a customer's buyer would send it: a slip in a name, a day that is none, a product that nobody has.
QString writtenOrders(const QString& folder, const QStringList& customers, const QStringList& products)
{
    QString text = QStringLiteral("주문번호,주문일,거래처명,품명,규격,수량,단가,납기,받는 곳,비고\n");
    for (int i = 0; i < 24; ++i) {
        QString customer = customers[i % customers.size()];
        if (i == 3)
            customer.chop(1);
        if (i % 9 == 5)
            customer = QStringLiteral("아람바이오");
        const QString product = i == 7 ? QStringLiteral("PET 330ml 하늘색") : products[i % products.size()];
        text += QStringLiteral("2026-%1,%2,%3,%4,,%5,%6,2026-12-%7,%8,%9\n")
                    .arg(401 + i)
                    .arg(i == 2 ? QStringLiteral("2026-02-30") : QStringLiteral("2026-11-%1").arg(10 + i % 12))
                    .arg(customer, product)
                    .arg(i == 11 ? QStringLiteral("이천") : QString::number(1000 * (1 + i % 7)))
                    .arg(i == 14 ? QStringLiteral("98.3333333") : QString::number(90 + i))
                    .arg(10 + i % 18)
                    .arg(QStringLiteral("2공장"), i % 5 == 0 ? QStringLiteral("파레트 단위 납품") : QString());
    }
    QFile file(folder + QStringLiteral("/11월 발주 모음.csv"));
    if (file.open(QIODevice::WriteOnly))
        file.write(text.toUtf8());
    return file.fileName();
}

/// Until the page has done what it does behind its back.
void wait(const ImportPage& page)
{
    waitFor("the import", [&] { return !page.isWorking(); });
}

void keepMenu(MainWindow& window, const Output& out, const char* name)
{
    QWidget& menu = openPopup(name);
    out.keep(menu, name);
    menu.close();
    Output::settle();
    window.activateWindow();
}

} // namespace

void shootExchange(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out)
{
    QStringList customers;
    QStringList products;
    company.data().read(
        &window, {},
        [](Reader& reader) { return std::pair(reader.customers().list({}, {}), reader.products().list({}, {})); },
        [&](auto&& found) {
            for (const auto& each : found.first)
                customers += QString::fromStdString(each.name);
            for (const auto& each : found.second)
                products += QString::fromStdString(each.name);
        });
    waitFor("products", [&] { return !products.isEmpty(); });
    QTemporaryDir folder;
    window.goTo(QStringLiteral("orders"));
    places.importFiles();
    out.waitAndKeep(window, "import-1-file");
    const auto page = [&window] { return &pageOf<ImportPage>(window); };
    page()->open({folder.filePath(QStringLiteral("없는 파일.xlsx"))});
    wait(*page());
    out.waitAndKeep(window, "import-1-problem");
    page()->open({writtenOrders(folder.path(), customers, products)});
    wait(*page());
    out.waitAndKeep(window, "import-2-columns");
    page()->columnsStep().columns().selectRow(8);
    page()->columnsStep().chooseMeaning();
    keepMenu(window, out, "import-2-meanings");
    page()->next().click();
    wait(*page());
    out.waitAndKeep(window, "import-3-names");
    page()->namesStep().choose();
    keepMenu(window, out, "import-3-choices");
    page()->namesStep().createAll().click();
    page()->next().click();
    wait(*page());
    out.waitAndKeep(window, "import-4-check");
    page()->next().click();
    wait(*page());
    out.waitAndKeep(window, "import-5-result");
    auto* undo = page()->findChild<QShortcut*>(QString(), Qt::FindDirectChildrenOnly);
    Q_EMIT undo->activated(); // the company is the same for the next pictures
    out.waitAndKeep(window, "import-5-undone");
    window.closePage(page());
    window.goTo(QStringLiteral("orders"));
    pageOf<ListPage>(window).exportTo(folder.filePath(QStringLiteral("주문 2026-11-23.xlsx")));
    out.waitAndKeep(window, "company-orders-exported");
}

} // namespace dure::app
