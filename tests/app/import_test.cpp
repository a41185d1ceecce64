// 엑셀 가져오기 by keys, in a real window on a company in a file.
#include "app/exchange/import_columns_step.h"
#include "app/exchange/import_names_step.h"
#include "app/exchange/import_page.h"
#include "app/exchange/import_report_view.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/key_button.h"
#include "app/widgets/ledger_table.h"
#include "core/exchange/table_source.h"
#include "masters_office.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <iconv.h>

using namespace dure;
using namespace dure::app;
using Step = ImportPage::Step;

namespace {

QByteArray inCp949(const QString& text)
{
    QByteArray utf8 = text.toUtf8();
    QByteArray bytes(utf8.size() * 2, '\0');
    iconv_t converter = iconv_open("CP949", "UTF-8");
    char* from = utf8.data();
    char* to = bytes.data();
    std::size_t fromLeft = static_cast<std::size_t>(utf8.size());
    std::size_t toLeft = static_cast<std::size_t>(bytes.size());
    if (iconv(converter, &from, &fromLeft, &to, &toLeft) != 0)
        qFatal("not a text of CP949");
    iconv_close(converter);
    bytes.truncate(static_cast<qsizetype>(to - bytes.data()));
    return bytes;
}

const QString customersCsv = QStringLiteral("거래처코드,상호,사업자등록번호,여신한도\n"
                                            "C1,똠방산업,124-81-00998,\"1,000,000\"\n"
                                            "C2,한빛화장품(주),124-81-00997,\n" // the last digit is wrong
                                            "C3,,,500\n" // no name
                                            "C4,새솔용기,,많음\n"); // no number

struct Office : MastersOffice
{
    QTemporaryDir outside;

    ImportPage* page() const { return qobject_cast<ImportPage*>(window->currentPage()); }
    QString written(const QString& name, const QByteArray& bytes)
    {
        QFile file(outside.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test's file");
        return file.fileName();
    }
    void open(const QStringList& paths)
    {
        places->importFiles(paths);
        QTRY_VERIFY(page() && !page()->isWorking());
    }
    void pressNext()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!page() || !page()->isWorking(), 60'000);
    }
    static QString cell(const LedgerTable& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }
    std::int64_t count(const char* table)
    {
        return company.read([sql = std::string("SELECT count(*) FROM ") + table + " WHERE deleted = 0"](Reader& r) {
            auto rows = r.db().prepareOnce(sql);
            rows.step();
            return rows.integer(0);
        });
    }
    /// In the menu that is open: the item whose text begins so.
    void choose(const QString& text)
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (int i = 0; i < 60; ++i) {
            if (menu->activeAction() && menu->activeAction()->text().startsWith(text))
                break;
            QTest::keyClick(menu, Qt::Key_Down);
        }
        QTest::keyClick(menu, Qt::Key_Return);
        wake();
    }
    /// Offscreen nobody gives the focus back after a menu or a dialog.
    void wake()
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
        if (!QApplication::focusWidget())
            page()->entered();
    }
};

QStringList northwind()
{
    QStringList paths;
    for (const char* name : {"customers", "products", "orders", "order-details"})
        paths += QStringLiteral(DURE_SOURCE_DIR "/tests/data/northwind/%1.csv").arg(QLatin1String(name));
    return paths;
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void northwind_goes_in_by_keys_and_out_by_one_undo()
    {
        Office office;
        office.open(northwind());
        QVERIFY(office.page()->step() == Step::Columns);
        QVERIFY(namelessFields(*office.page()).isEmpty());
        office.pressNext();
        QVERIFY2(office.page()->step() == Step::Check, qPrintable(office.page()->strip().text()));
        QCOMPARE(office.count("customer"), std::int64_t{0}); // a trial
        QCOMPARE(office.cell(office.page()->report().counts(), 0, 1), QStringLiteral("91"));
        office.pressNext();
        QVERIFY(office.page()->step() == Step::Result);
        QCOMPARE(office.count("customer"), std::int64_t{91});
        QCOMPARE(office.count("product"), std::int64_t{77});
        QCOMPARE(office.count("sales_order"), std::int64_t{830});
        QCOMPARE(office.count("order_line"), std::int64_t{2155});
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(office.page()->strip().text().startsWith(QStringLiteral("Undone")), 60'000);
        // deliveries are facts: what they name stays as cancelled orders, all else is gone
        QCOMPARE(office.count("customer"), std::int64_t{89});
        QCOMPARE(office.count("(SELECT deleted FROM sales_order WHERE state IS NULL OR state <> 2)"), std::int64_t{0});
    }

    void a_korean_file_of_windows_shows_its_bad_cells_and_goes_in_without_them()
    {
        Office office;
        office.open({office.written(QStringLiteral("거래처.csv"), inCp949(customersCsv))});
        const LedgerTable& preview = office.page()->columnsStep().preview();
        QCOMPARE(preview.model()->rowCount(), 4);
        QCOMPARE(office.cell(preview, 0, 3), QStringLiteral("똠방산업"));
        QVERIFY(office.cell(preview, 1, 1).contains(QStringLiteral("business number")));
        QCOMPARE(preview.model()->index(1, 4).data(InkRole).toInt(), int(CellInk::Amber));
        QCOMPARE(office.cell(preview, 2, 3), QStringLiteral("▲ (empty)"));
        QCOMPARE(preview.model()->index(3, 5).data(InkRole).toInt(), int(CellInk::Red));
        QVERIFY(preview.model()->index(3, 5).data(Qt::ToolTipRole).toString().contains(QStringLiteral("number")));
        office.pressNext();
        QVERIFY(office.page()->step() == Step::Check);
        const LedgerTable& problems = office.page()->report().problems();
        QCOMPARE(problems.model()->rowCount(), 3);
        QCOMPARE(office.cell(problems, 0, 0), QStringLiteral("4"));
        QCOMPARE(office.cell(problems, 1, 3), QStringLiteral("많음"));
        QCOMPARE(office.cell(problems, 2, 1), QStringLiteral("Goes in")); // the doubtful number is kept
        office.pressNext();
        QCOMPARE(office.count("customer"), std::int64_t{2});
        // what was left out can be put right and imported again
        office.press(Qt::Key_F8);
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        const QString path = office.outside.filePath(QStringLiteral("빠진 줄.xlsx"));
        dialog->selectFile(path);
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(QFile::exists(path));
        auto table = exchange::openTable(path.toStdU16String());
        QVERIFY(table.has_value());
        QCOMPARE(table->header().back(), std::string("What is wrong"));
        exchange::SourceRow row;
        QVERIFY(*table->next(row));
        QCOMPARE(row.cells[0].text, std::string("C3"));
        QVERIFY(*table->next(row));
        QCOMPARE(row.cells[3].text, std::string("많음"));
        QVERIFY(!*table->next(row));
        // Ctrl+Enter shows the list
        QTRY_VERIFY(office.page()->strip().text().contains(QStringLiteral("빠진 줄.xlsx")));
        office.wake();
        office.pressNext();
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.window->currentPlace(), QStringLiteral("customers"));
    }

    void a_column_gets_its_meaning_by_keys_and_keeps_it_for_the_next_file()
    {
        Office office;
        const QByteArray file("별칭,코오드\n동광,K1\n서진,K2\n");
        office.open({office.written(QStringLiteral("a.csv"), file)});
        ImportColumnsStep& step = office.page()->columnsStep();
        office.pressNext();
        QVERIFY(office.page()->step() == Step::Columns); // the name is missing
        QVERIFY(office.page()->strip().text().contains(QStringLiteral("Customer's name")));
        step.columns().setFocus();
        step.columns().selectRow(0);
        office.press(Qt::Key_Return);
        office.choose(QStringLiteral("Customer's name"));
        QCOMPARE(office.cell(step.columns(), 0, 1), QStringLiteral("Customer's name"));
        step.columns().selectRow(1);
        office.press(Qt::Key_F4);
        office.choose(QStringLiteral("Code"));
        office.pressNext();
        QVERIFY(office.page()->step() == Step::Check);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.open({office.written(QStringLiteral("b.csv"), file + "남도,K3\n")});
        QVERIFY(office.page()->sources().front().isRemembered);
        QCOMPARE(office.cell(office.page()->columnsStep().columns(), 1, 1), QStringLiteral("Code"));
        office.pressNext();
        office.pressNext();
        QCOMPARE(office.count("customer"), std::int64_t{3});
    }

    void names_that_nobody_knows_find_their_place()
    {
        Office office;
        const Uuid customer = office.company.customer("대한케미칼");
        office.company.product("PET 500ml", "PB-0500", 98);
        office.open({office.written(QStringLiteral("orders.csv"),
            "주문번호,주문일,거래처명,품번,수량,단가\nA1,2026-11-20,대한캐미칼,PB-0500,100,98\n"
            "A2,2026-11-20,처음 보는 곳,PB-0500,5,98\nA3,2026-02-30,대한캐미칼,PB-0500,5,98\n")});
        office.pressNext();
        QVERIFY(office.page()->step() == Step::Names);
        const LedgerTable& names = office.page()->namesStep().table();
        QCOMPARE(names.model()->rowCount(), 2);
        QCOMPARE(office.cell(names, 0, 1), QStringLiteral("대한캐미칼"));
        QCOMPARE(office.cell(names, 0, 3), QStringLiteral("대한케미칼")); // the likest
        office.press(Qt::Key_Return);
        office.choose(QStringLiteral("대한케미칼"));
        QCOMPARE(office.cell(names, 0, 4), QStringLiteral("대한케미칼"));
        office.page()->namesStep().createAll().setFocus();
        office.press(Qt::Key_Space);
        QCOMPARE(office.cell(names, 1, 4), QStringLiteral("A new customer"));
        office.pressNext();
        office.pressNext();
        QVERIFY(office.page()->step() == Step::Result);
        QCOMPARE(office.count("customer"), std::int64_t{2});
        QCOMPARE(office.count("sales_order"), std::int64_t{2});
        const auto ordered = office.company.read([customer](Reader& r) {
            auto rows = r.db().prepareOnce("SELECT number FROM sales_order WHERE customer_id = ?");
            rows.bind(1, sqlite::Blob{customer.bytes.data(), customer.bytes.size()});
            return rows.step() ? std::string(rows.text(0)) : std::string();
        });
        QCOMPARE(ordered, std::string("A1"));
    }

    void what_cannot_be_read_is_told_and_nothing_opens()
    {
        Office office;
        const QByteArray whole = [] {
            QFile file(QStringLiteral(DURE_SOURCE_DIR "/tests/data/xls/customers-and-orders.xls"));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        const QList<std::pair<QString, QByteArray>> files{{QStringLiteral("half.xlsx"), "PK\x03\x04 and then nothing"},
            {QStringLiteral("half.xls"), whole.left(1024)}, {QStringLiteral("web.xls"), "<html><table></table></html>"},
            {QStringLiteral("empty.csv"), ""}};
        office.open({});
        for (const auto& [name, bytes] : files) {
            office.open({office.written(name, bytes)});
            QVERIFY2(office.page()->strip().text().contains(name), qPrintable(office.page()->strip().text()));
            QVERIFY(office.page()->step() == Step::File);
        }
    }

    void an_old_workbook_goes_in_where_it_can_be_read()
    {
        if (!exchange::readsOldWorkbooks())
            QSKIP("built without FreeXL");
        Office office;
        office.open({QStringLiteral(DURE_SOURCE_DIR "/tests/data/xls/customers-and-orders.xls")});
        QVERIFY(office.page()->columnsStep().sheet().isVisible());
        office.pressNext();
        office.pressNext();
        QCOMPARE(office.count("customer"), std::int64_t{2});
    }

    void a_stop_in_the_middle_of_a_long_import_leaves_nothing()
    {
        Office office;
        QByteArray rows("거래처코드,상호\n");
        for (int i = 0; i < 30'000; ++i)
            rows += "C" + QByteArray::number(i) + ",상호 " + QByteArray::number(i) + "\n";
        office.open({office.written(QStringLiteral("many.csv"), rows)});
        office.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(office.page()->step() == Step::Check && !office.page()->isWorking(), 120'000);
        office.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(office.page()->isWorking());
        office.press(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!office.page()->isWorking(), 60'000);
        QVERIFY(office.page()->step() == Step::Check);
        QVERIFY(office.page()->strip().text().contains(QStringLiteral("stopped")));
        QCOMPARE(office.count("customer"), std::int64_t{0});
    }

    void files_dropped_on_the_window_are_opened()
    {
        Office office;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(office.written(QStringLiteral("a.csv"), "상호\n동광\n"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(office.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(office.window.get(), &drop);
        QTRY_VERIFY(office.page() && office.page()->step() == Step::Columns);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(ImportTest)
#include "import_test.moc"
