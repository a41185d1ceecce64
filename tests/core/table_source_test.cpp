#include "core/exchange/table_source.h"

#include "tests/core/workbook_fixture.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace dure::exchange;
using Names = std::vector<std::string>;

namespace {

TableSource opened(std::string bytes, const TableOptions& options = {})
{
    auto source = TableSource::open(std::move(bytes), options);
    if (!source)
        qFatal("cannot open: %s", std::string(codeName(source.error().code)).c_str());
    return std::move(*source);
}

std::vector<SourceRow> rowsOf(TableSource& source)
{
    std::vector<SourceRow> rows;
    SourceRow row;
    while (source.next(row).value())
        rows.push_back(row);
    return rows;
}

Names texts(const SourceRow& row)
{
    Names list;
    for (const Cell& cell : row.cells)
        list.push_back(cell.text);
    return list;
}

std::string openError(const std::filesystem::path& path)
{
    const auto source = openTable(path);
    return source ? "no error" : std::string(codeName(source.error().code));
}

} // namespace

class TableSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void csv_and_workbook_show_one_face()
    {
        workbook_fixture::Workbook book;
        book.sheetData
            = R"(<row r="1"><c t="inlineStr"><is><t>품명</t></is></c><c t="inlineStr"><is><t>단가</t></is></c></row>)"
              R"(<row r="2"><c t="inlineStr"><is><t>캡</t></is></c><c><v>12.5</v></c></row>)";
        TableSource sheet = opened(book.bytes());
        TableSource csv = opened("품명,단가\n캡,12.5\n");
        QCOMPARE(sheet.header(), csv.header());
        const auto sheetRows = rowsOf(sheet);
        const auto csvRows = rowsOf(csv);
        QCOMPARE(texts(sheetRows.at(0)), texts(csvRows.at(0)));
        QCOMPARE(sheetRows[0].line, csvRows[0].line);
        QCOMPARE(sheet.sheetNames(), Names{"Sheet1"});
    }

    void the_header_is_found_below_titles()
    {
        TableSource source = opened("두레플라스틱 거래처 목록,,,\n회사명:,두레,출력일:,2026-11-23\n\n"
                                    "거래처코드,상호,\"사업자\n등록번호\",전화\nC1,가나,124-81-00998,02-123-4567\n");
        QCOMPARE(source.header(), (Names{"거래처코드", "상호", "사업자 등록번호", "전화"}));
        QCOMPARE(source.headerLine(), 4);
        QCOMPARE(rowsOf(source).at(0).line, 6);
    }

    void one_row_with_far_too_many_cells_does_not_hide_the_header()
    {
        TableSource source = opened("customerID,companyName,phone\nA1,Good,02-123-4567\nA5,a,b,c,d,e,f,g,h\n");
        QCOMPARE(source.header(), (Names{"customerID", "companyName", "phone"}));
        const auto rows = rowsOf(source);
        QCOMPARE(rows.size(), std::size_t{2});
        QVERIFY(rows[0].faults.empty());
        QCOMPARE(rows[1].faults.at(0).code, RowFaultCode::MoreCellsThanHeader);
    }

    void the_header_can_be_named_by_its_line()
    {
        TableOptions options;
        options.headerLine = 2;
        TableSource source = opened("a,b,c\nx,y,z\n1,2,3\n", options);
        QCOMPARE(source.header(), (Names{"x", "y", "z"}));
        QCOMPARE(rowsOf(source).size(), std::size_t{1});
        options.headerLine = 9;
        QCOMPARE(TableSource::open("a,b\n1,2\n", options).error().code, ExchangeErrorCode::NoHeader);
        QCOMPARE(TableSource::open("").error().code, ExchangeErrorCode::NoHeader);
        QCOMPARE(TableSource::open("1,2\n3,4\n").error().code, ExchangeErrorCode::NoHeader);
    }

    void nameless_and_repeated_columns_get_names()
    {
        QCOMPARE(opened("전화,,전화,전화,\n1,2,3,4\n").header(), (Names{"전화", "(B)", "전화 (2)", "전화 (3)"}));
    }

    void a_preview_takes_nothing_away()
    {
        TableSource source = opened("a,b\n1,2\n3,4\n5,6\n");
        QCOMPARE(source.preview(2)->size(), std::size_t{2});
        QCOMPARE(source.preview(99)->size(), std::size_t{3});
        QCOMPARE(texts(rowsOf(source).at(0)), (Names{"1", "2"}));
    }

    void an_unquoted_comma_in_text_is_repaired_only_where_it_is_certain()
    {
        TableSource source
            = opened("id,address,city\n1,Rua do Paco, 67,Rio\n2,a,b,c\n3,x,y,,,\n4,one, two, three,Bonn\n");
        const auto rows = rowsOf(source);
        QCOMPARE(texts(rows[0]), (Names{"1", "Rua do Paco, 67", "Rio"}));
        QCOMPARE(rows[0].faults.at(0).code, RowFaultCode::JoinedCells);
        QVERIFY(rows[1].cells.empty());
        QCOMPARE(rows[1].faults.at(0).code, RowFaultCode::MoreCellsThanHeader);
        QCOMPARE(rows[1].faults[0].line, 3);
        QCOMPARE(texts(rows[2]), (Names{"3", "x", "y"}));
        QVERIFY(rows[2].faults.empty());
        QCOMPARE(texts(rows[3]), (Names{"4", "one, two, three", "Bonn"}));
    }

    void the_real_order_book_is_read_whole()
    {
        const std::pair<const char*, std::size_t> files[]
            = {{"customers", 91}, {"products", 77}, {"orders", 830}, {"order-details", 2155}};
        for (const auto& [name, count] : files) {
            auto source = openTable(std::string(DURE_SOURCE_DIR "/tests/data/northwind/") + name + ".csv");
            QVERIFY(source);
            const auto rows = rowsOf(*source);
            QCOMPARE(rows.size(), count);
            for (const SourceRow& row : rows) {
                QCOMPARE(row.cells.size(), source->header().size());
                QVERIFY(row.faults.empty() || row.faults[0].code == RowFaultCode::JoinedCells);
            }
        }
    }

    void files_that_cannot_be_read_say_why()
    {
        const QTemporaryDir folder;
        const std::filesystem::path base = folder.path().toStdString();
        const auto write = [&base](const char* name, const std::string& bytes) {
            std::ofstream(base / name, std::ios::binary) << bytes;
            return base / name;
        };
        QCOMPARE(openError(base / "missing.csv"), std::string("cannot_open"));
        QCOMPARE(openError(base), std::string("cannot_open"));
        QCOMPARE(openError(write("text.xlsx", "a,b\n1,2\n")), std::string("not_a_workbook"));
        QCOMPARE(openError(write("표.xls", "<html><table><tr><td>a</td></tr></table></html>")),
            std::string("not_a_workbook"));
        const std::string bytes = workbook_fixture::Workbook().bytes();
        QCOMPARE(openError(write("half.xlsx", bytes.substr(0, bytes.size() / 2))), std::string("truncated"));
        QCOMPARE(openError(write("empty.csv", "")), std::string("no_header"));
        QCOMPARE(openError(write("한글 이름.csv", "상호\n가나\n")), std::string("no error"));
    }
};

QTEST_GUILESS_MAIN(TableSourceTest)
#include "table_source_test.moc"
