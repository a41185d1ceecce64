// A list as it is shown, and the whole company, as Excel files that are read back.
#include "app/customers/customer_list_page.h"
#include "app/exchange/company_export.h"
#include "app/orders/order_list_page.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/key_button.h"
#include "app/widgets/ledger_table.h"
#include "core/exchange/table_source.h"
#include "masters_office.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QProcess>
#include <QStandardPaths>

using namespace dure;
using namespace dure::app;

namespace {

struct Office : MastersOffice
{
    QTemporaryDir outside;
    Uuid first = company.customer("=HYPERLINK(\"x\")", "C1");
    Uuid second = company.customer("새솔용기", "C2");
    Uuid product = company.product("500ml 용기", "PB-0500", 98);
    Uuid order = company.order(second, product, "500ml 용기", 1200, Date::fromYmd(2026, 12, 4));

    template <class List> List* list(const char* place)
    {
        window->goTo(QLatin1String(place));
        auto* page = qobject_cast<List*>(window->currentPage());
        if (!page)
            qFatal("no such list");
        QTest::qWait(0);
        for (int i = 0; i < 200 && page->table().model()->rowCount() == 0; ++i)
            QTest::qWait(10);
        return page;
    }
};

std::vector<std::vector<exchange::Cell>> rowsOf(
    const QString& path, std::vector<std::string>* header = nullptr, const std::string& sheet = {})
{
    exchange::TableOptions options;
    options.sheet = sheet;
    options.headerLine = 1;
    auto table = exchange::openTable(path.toStdU16String(), options);
    if (!table)
        qFatal("%s cannot be read back", qPrintable(path));
    if (header)
        *header = table->header();
    std::vector<std::vector<exchange::Cell>> rows;
    exchange::SourceRow row;
    while (*table->next(row))
        rows.push_back(row.cells);
    return rows;
}

std::ptrdiff_t columnOf(const std::vector<std::string>& header, const std::string& name)
{
    const auto found = std::ranges::find(header, name);
    if (found == header.end())
        qFatal("no column %s", name.c_str());
    return found - header.begin();
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_list_is_written_as_it_is_shown_by_its_key()
    {
        Office office;
        auto* list = office.list<OrderListPage>("orders");
        list->table().setColumnHidden(list->table().columnOf(QStringLiteral("status")), true);
        const QString path = office.outside.filePath(QStringLiteral("주문.xlsx"));
        office.press(Qt::Key_E, Qt::ControlModifier);
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->selectFile(path);
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(list->strip().text().contains(QStringLiteral("1 row")));
        std::vector<std::string> header;
        const auto rows = rowsOf(path, &header);
        QCOMPARE(rows.size(), std::size_t{1});
        for (const LedgerColumn& column : list->table().columns()) {
            const bool hidden = list->table().isColumnHidden(list->table().columnOf(column.id));
            const bool written = std::ranges::any_of(
                header, [&](const std::string& each) { return each.starts_with(column.title.toStdString()); });
            QCOMPARE(written, !hidden);
        }
        const auto due = std::ranges::find_if(rows[0], [](const exchange::Cell& cell) {
            return cell.kind == exchange::CellKind::Date && cell.text == "2026-12-04";
        });
        QVERIFY(due != rows[0].end());
        const auto amount = std::ranges::find_if(rows[0], [](const exchange::Cell& cell) {
            return cell.kind == exchange::CellKind::Number && (cell.text == "132000" || cell.text == "120000");
        });
        QVERIFY(amount != rows[0].end());
    }

    void filter_and_sort_are_those_of_the_list()
    {
        Office office;
        for (int i = 0; i < 450; ++i) // more than two slices
            office.company.customer("업체 " + std::to_string(1000 + i), "K" + std::to_string(1000 + i));
        auto* list = office.list<CustomerListPage>("customers");
        QTRY_COMPARE(list->table().model()->rowCount(), 452);
        office.press(Qt::Key_F, Qt::ControlModifier);
        office.type(QStringLiteral("업체"));
        QTRY_COMPARE(list->table().model()->rowCount(), 450);
        list->table().sortByColumn(list->table().columnOf(QStringLiteral("code")), Qt::DescendingOrder);
        QTRY_VERIFY(list->table().model()->index(0, 0).data().toString() == QStringLiteral("K1449"));
        const QString path = office.outside.filePath(QStringLiteral("거래처.xlsx"));
        list->exportTo(path);
        QTRY_VERIFY(list->strip().text().contains(QStringLiteral("450 row")));
        std::vector<std::string> header;
        const auto rows = rowsOf(path, &header);
        QCOMPARE(rows.size(), std::size_t{450});
        const auto code = std::size_t(columnOf(header, "Code"));
        QCOMPARE(rows.front()[code].text, std::string("K1449"));
        QCOMPARE(rows.back()[code].text, std::string("K1000"));
    }

    void a_text_that_looks_like_a_formula_stays_a_text()
    {
        Office office;
        auto* list = office.list<CustomerListPage>("customers");
        const QString csv = office.outside.filePath(QStringLiteral("a.csv"));
        list->exportTo(csv);
        QTRY_VERIFY(QFile::exists(csv));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("\xef\xbb\xbf"));
        QVERIFY(text.contains("'=HYPERLINK"));
        std::vector<std::string> header;
        const auto rows = rowsOf(csv, &header); // and comes back as it was
        const auto name = std::size_t(columnOf(header, "Customer"));
        QVERIFY(std::ranges::any_of(rows, [&](const auto& row) { return row[name].text == "=HYPERLINK(\"x\")"; }));
    }

    void a_folder_that_is_not_there_is_told()
    {
        Office office;
        auto* list = office.list<CustomerListPage>("customers");
        list->exportTo(office.outside.filePath(QStringLiteral("missing/a.xlsx")));
        QTRY_VERIFY(list->strip().text().contains(QStringLiteral("could not be written")));
    }

    void the_whole_company_has_a_sheet_a_table_that_people_can_read()
    {
        Office office;
        office.company.deliver(office.order, 200);
        const QString path = office.outside.filePath(QStringLiteral("all.xlsx"));
        const auto written = exportCompany(office.company.data->databasePath(), path, std::make_shared<Progress>());
        QVERIFY2(written.has_value(),
            written
                ? ""
                : (std::string(codeName(written.error().code)) + written.error().place + ' ' + written.error().detail)
                      .c_str());
        std::vector<std::string> header;
        const auto lines = rowsOf(path, &header, "Order line");
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0][std::size_t(columnOf(header, "Quantity"))].text, std::string("1200"));
        QCOMPARE(lines[0][std::size_t(columnOf(header, "Supply amount"))].text, std::string("120000"));
        const auto orders = rowsOf(path, &header, "Order");
        QCOMPARE(orders[0][std::size_t(columnOf(header, "Customer"))].text, std::string("새솔용기"));
        QCOMPARE(rowsOf(path, &header, "Customer").size(), std::size_t{2});
        QCOMPARE(rowsOf(path, &header, "Delivery").size(), std::size_t{1});
    }

    void libreoffice_finds_the_same_figures()
    {
        const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
        if (office.isEmpty())
            QSKIP("LibreOffice is not installed");
        Office company;
        const QString path = company.outside.filePath(QStringLiteral("all.xlsx"));
        QVERIFY(exportCompany(company.company.data->databasePath(), path, std::make_shared<Progress>()).has_value());
        auto* list = company.list<OrderListPage>("orders");
        const QString orders = company.outside.filePath(QStringLiteral("orders.xlsx"));
        list->exportTo(orders);
        QTRY_VERIFY(QFile::exists(orders));
        QProcess process;
        process.start(office,
            {QStringLiteral("-env:UserInstallation=file://%1/profile").arg(company.outside.path()),
                QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                // comma, quote, UTF-8, from row 1, cells as they are stored, every sheet
                QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"),
                QStringLiteral("--outdir"), company.outside.path(), path, orders});
        QVERIFY(process.waitForFinished(120'000));
        const auto find = [&](const QString& part) {
            for (const QString& name : QDir(company.outside.path()).entryList({QStringLiteral("*.csv")}))
                if (name.contains(part))
                    return company.outside.filePath(name);
            return QString();
        };
        const QString csv = find(QStringLiteral("Order line"));
        QVERIFY2(!csv.isEmpty(), process.readAll().constData());
        std::vector<std::string> header;
        const auto lines = rowsOf(csv, &header);
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0][std::size_t(columnOf(header, "Quantity"))].text, std::string("1200"));
        QCOMPARE(lines[0][std::size_t(columnOf(header, "Supply amount"))].text, std::string("120000"));
        const auto customers = rowsOf(find(QStringLiteral("all-Customer.csv")), &header);
        QCOMPARE(customers[0][std::size_t(columnOf(header, "Name"))].text, std::string("=HYPERLINK(\"x\")"));
        const auto listed = rowsOf(find(QStringLiteral("orders")), &header);
        QCOMPARE(listed.size(), std::size_t{1});
        QVERIFY(std::ranges::any_of(
            listed[0], [](const exchange::Cell& cell) { return cell.text == "132000" || cell.text == "120000"; }));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
