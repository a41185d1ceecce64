#include "core/exchange/xlsx_reader.h"

#include "core/exchange/xlsx_values.h"
#include "tests/core/workbook_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace dure::exchange;
using namespace workbook_fixture;

namespace {

struct Outcome
{
    std::vector<SourceRow> rows;
    std::optional<ExchangeError> error;
};

Outcome readSheet(const std::string& bytes, std::string_view sheet = {}, const XlsxLimits& limits = {})
{
    Outcome outcome;
    const auto book = XlsxWorkbook::open(bytes, limits);
    if (!book)
        return {{}, book.error()};
    auto reader = book->openSheet(sheet);
    if (!reader)
        return {{}, reader.error()};
    SourceRow row;
    while (true) {
        const auto more = (*reader)->next(row);
        if (!more)
            outcome.error = more.error();
        if (!more || !*more)
            return outcome;
        outcome.rows.push_back(row);
    }
}

std::vector<SourceRow> rowsOf(const Workbook& book)
{
    const Outcome outcome = readSheet(book.bytes());
    if (outcome.error)
        qFatal("%s %s", std::string(codeName(outcome.error->code)).c_str(), outcome.error->detail.c_str());
    return outcome.rows;
}

std::string errorOf(const std::string& bytes, std::string_view sheet = {}, const XlsxLimits& limits = {})
{
    const Outcome outcome = readSheet(bytes, sheet, limits);
    return outcome.error ? std::string(codeName(outcome.error->code)) : "no error";
}

std::string oneCell(const std::string& cell, const std::string& properties = {})
{
    Workbook book;
    book.workbookProperties = properties;
    book.sheetData = R"(<row r="1">)" + cell + "</row>";
    const auto rows = rowsOf(book);
    return rows.empty() ? "" : rows[0].cells[0].text;
}

} // namespace

class XlsxReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void shared_rich_and_inline_strings_are_read()
    {
        Workbook book;
        book.sharedItems = "<si><t>거래처</t></si><si><r><t xml:space=\"preserve\">굵은 </t></r><r><t>글자</t></r>"
                           "<rPh sb=\"0\" eb=\"1\"><t>읽기</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>";
        book.sheetData = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>)"
                         R"(<c r="C1" t="inlineStr"><is><t>똠방 &amp; 각하</t></is></c>)"
                         R"(<c r="D1" t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c r="E1" t="s"><v>2</v></c></row>)";
        const auto rows = rowsOf(book);
        QCOMPARE(rows.at(0).cells.at(0).text, std::string("거래처"));
        QCOMPARE(rows[0].cells.at(1).text, std::string("굵은 글자"));
        QCOMPARE(rows[0].cells.at(2).text, std::string("똠방 & 각하"));
        QCOMPARE(rows[0].cells.at(3).text, std::string("xy"));
        QCOMPARE(rows[0].cells.at(4).text, std::string("a\rb_x0041_"));
        QCOMPARE(rows[0].cells[4].kind, CellKind::Text);
    }

    void numbers_come_as_exact_plain_decimals()
    {
        const std::pair<const char*, const char*> cases[] = {{"12.5", "12.5"}, {"1.5E-3", "0.0015"}, {"1E+3", "1000"},
            {"1.1000000000000001", "1.1"}, {"0.30000000000000004", "0.3"}, {"1234567.8900000001", "1234567.89"},
            {"-0", "0"}, {"-2.50", "-2.5"}, {"99999999999999.995", "100000000000000"}, {"007", "7"},
            {"123456789012345678", "123456789012346000"}, {".5", "0.5"}, {"5.", "5"}, {"1e2", "100"}};
        for (const auto& [stored, plain] : cases)
            QCOMPARE(plainDecimal(stored).value_or("none"), std::string(plain));
        for (const char* bad : {"", "-", "1,5", "abc", "1e", "1e999999", "NaN", "--1", "1.2.3"})
            QVERIFY2(!plainDecimal(bad), bad);
        QCOMPARE(oneCell(R"(<c r="A1"><v>0.1</v></c>)"), std::string("0.1"));
    }

    void dates_follow_the_cells_format_and_the_workbooks_system()
    {
        QCOMPARE(oneCell(R"(<c r="A1" s="1"><v>46349</v></c>)"), std::string("2026-11-23"));
        QCOMPARE(oneCell(R"(<c r="A1" s="2"><v>46349</v></c>)"), std::string("2026-11-23"));
        QCOMPARE(oneCell(R"(<c r="A1" s="5"><v>46349.572916666664</v></c>)"), std::string("2026-11-23T13:45:00"));
        QCOMPARE(oneCell(R"(<c r="A1" s="4"><v>0.5729166667</v></c>)"), std::string("13:45:00"));
        QCOMPARE(oneCell(R"(<c r="A1" s="3"><v>1.5</v></c>)"), std::string("1.5")); // 36 hours are no date
        QCOMPARE(oneCell(R"(<c r="A1" s="6"><v>46349</v></c>)"), std::string("46349"));
        QCOMPARE(oneCell(R"(<c r="A1"><v>46349</v></c>)"), std::string("46349"));
        QCOMPARE(oneCell(R"(<c r="A1" t="d"><v>2026-11-23</v></c>)"), std::string("2026-11-23"));
        QCOMPARE(
            oneCell(R"(<c r="A1" s="1"><v>44887</v></c>)", R"(<workbookPr date1904="1"/>)"), std::string("2026-11-23"));
    }

    void serials_around_the_day_that_never_was_are_right()
    {
        QCOMPARE(serialToIso("1", false).value(), std::string("1900-01-01"));
        QCOMPARE(serialToIso("59", false).value(), std::string("1900-02-28"));
        QCOMPARE(serialToIso("60", false).value(), std::string("1900-02-29"));
        QCOMPARE(serialToIso("61", false).value(), std::string("1900-03-01"));
        QCOMPARE(serialToIso("0", true).value(), std::string("1904-01-01"));
        QCOMPARE(serialToIso("2958465", false).value(), std::string("9999-12-31"));
        QCOMPARE(serialToIso("45291.999999", false).value(), std::string("2024-01-01")); // rounded to the second
        QVERIFY(!serialToIso("2958466", false));
        QVERIFY(!serialToIso("-1", false));
        QVERIFY(!serialToIso("99999999999999999999999", false));
    }

    void formats_are_dates_only_by_what_they_show()
    {
        for (const char* date : {"yyyy-mm-dd", "m/d/yy h:mm AM/PM", "[$-412]yyyy\"년\"", "yyyy/mm/dd;@", "[Red]d-mmm",
                 "mm:ss.0", "yyyy. m. d."})
            QVERIFY2(customLook(date) == NumberLook::DateTime, date);
        for (const char* number : {"General", "0.00", "#,##0\"d\"", "[Red]0.0", "0\\d", "@", "[hh]:mm:ss",
                 "#,##0\"원\"", "0.00E+00", "_-* #,##0_-", "0;yyyy"})
            QVERIFY2(customLook(number) == NumberLook::Number, number);
    }

    void booleans_and_errors_say_what_excel_shows()
    {
        QCOMPARE(oneCell(R"(<c r="A1" t="b"><v>1</v></c>)"), std::string("TRUE"));
        QCOMPARE(oneCell(R"(<c r="A1" t="e"><v>#REF!</v></c>)"), std::string("#REF!"));
    }

    void sparse_rows_keep_their_numbers_and_columns()
    {
        Workbook book;
        book.sheetData
            = R"(<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row><row r="4"><c r="A4" s="1"/></row>)"
              R"(<row r="9"><c><v>3</v></c><c><v>4</v></c></row><row><c r="AA10"><v>5</v></c></row>)";
        const auto rows = rowsOf(book);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].line, 3);
        QCOMPARE(rows[0].cells.size(), std::size_t{4});
        QVERIFY(rows[0].cells[0].isEmpty() && rows[0].cells[2].isEmpty());
        QCOMPARE(rows[0].cells[3].text, std::string("2"));
        QCOMPARE(rows[1].line, 9);
        QCOMPARE(rows[1].cells[1].text, std::string("4"));
        QCOMPARE(rows[2].line, 10);
        QCOMPARE(rows[2].cells.size(), std::size_t{27});
    }

    void sheets_are_found_by_name_and_the_first_visible_one_is_the_default()
    {
        Workbook book;
        book.sheetData = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
        book.sheets
            = R"(<sheet name="도표" sheetId="3" r:id="rId5"/><sheet name="숨김" sheetId="1" state="hidden" r:id="rId1"/>)"
              R"(<sheet name="수주" sheetId="2" r:id="rId4"/>)";
        const auto opened = XlsxWorkbook::open(book.bytes());
        QCOMPARE(opened->sheetNames(), (std::vector<std::string>{"숨김", "수주"}));
        QCOMPARE(readSheet(book.bytes()).rows.at(0).cells[0].text, std::string("2"));
        QCOMPARE(readSheet(book.bytes(), "숨김").rows.at(0).cells[0].text, std::string("1"));
        QCOMPARE(errorOf(book.bytes(), "없음"), std::string("no_such_sheet"));
    }

    void what_is_no_workbook_is_refused_by_kind()
    {
        QCOMPARE(errorOf("name,price\n1,2\n"), std::string("not_a_workbook"));
        QCOMPARE(errorOf(""), std::string("not_a_workbook"));
        QCOMPARE(errorOf(zipOf({{"readme.txt", "hello"}})), std::string("not_a_workbook"));
        const std::string compound = std::string("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) + std::string(500, '\0');
        QCOMPARE(errorOf(compound), std::string("old_workbook"));
        const std::string stream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
        QCOMPARE(errorOf(compound + stream), std::string("encrypted"));
        QCOMPARE(errorOf(zipOf(Workbook().parts(), "secret")), std::string("encrypted"));
    }

    void half_a_zip_is_refused_at_every_length()
    {
        Workbook book;
        for (int row = 1; row <= 500; ++row)
            book.sheetData += "<row><c><v>" + std::to_string(row * 7919 % 997) + "</v></c></row>";
        const std::string whole = book.bytes();
        QCOMPARE(errorOf(whole), std::string("no error"));
        for (std::size_t length = 4; length < whole.size(); length += 37)
            QCOMPARE(errorOf(whole.substr(0, length)), std::string("truncated"));
    }

    void a_workbook_with_flipped_bytes_never_crashes()
    {
        Workbook book;
        book.sharedItems = "<si><t>품명</t></si>";
        for (int row = 1; row <= 50; ++row)
            book.sheetData += "<row><c t=\"s\"><v>0</v></c><c><v>" + std::to_string(row) + "</v></c></row>";
        const std::string whole = book.bytes();
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string broken = whole;
            broken[at] = static_cast<char>(broken[at] ^ 0x55);
            errorOf(broken); // any outcome but a crash or a hang
        }
    }

    void a_zip_bomb_is_stopped_early()
    {
        Workbook book;
        book.sheetData = R"(<row r="1"><c r="A1"><v>1</v></c></row>)" + std::string(200U << 20U, ' ');
        const std::string bytes = book.bytes();
        QVERIFY(bytes.size() < 1U << 20U);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(errorOf(bytes), std::string("zip_bomb"));
        QVERIFY(timer.elapsed() < 5'000);
        XlsxLimits limits;
        limits.zip.maxEntryBytes = 1000;
        QCOMPARE(errorOf(Workbook{.sheetData = std::string(2000, ' ')}.bytes(), {}, limits), std::string("zip_bomb"));
        limits.zip.maxEntries = 3;
        QCOMPARE(errorOf(Workbook().bytes(), {}, limits), std::string("too_many_entries"));
        limits.zip.maxFileBytes = 10;
        QCOMPARE(errorOf(Workbook().bytes(), {}, limits), std::string("too_large"));
    }

    void entities_are_refused_wherever_they_stand()
    {
        const std::string bomb
            = R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>)"
              "<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>";
        for (const char* part :
            {"xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"}) {
            auto parts = Workbook().parts();
            parts[part] = bomb;
            QCOMPARE(errorOf(zipOf(parts)), std::string("entity_refused"));
        }
    }

    void deep_nesting_endless_tags_and_broken_xml_are_refused()
    {
        auto parts = Workbook().parts();
        std::string deep = "<worksheet>";
        for (int i = 0; i < 100; ++i)
            deep += "<a>";
        parts["xl/worksheets/sheet1.xml"] = deep;
        QCOMPARE(errorOf(zipOf(parts)), std::string("too_deep"));

        std::string noise; // incompressible enough not to count as a bomb
        for (unsigned i = 0, state = 1; i < 12U << 20U; ++i, state = state * 1664525 + 1013904223)
            noise += static_cast<char>('a' + state % 26);
        parts["xl/worksheets/sheet1.xml"] = "<worksheet long=\"" + noise + "\"/>";
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(errorOf(zipOf(parts)), std::string("text_too_long"));
        QVERIFY(timer.elapsed() < 20'000);

        parts["xl/worksheets/sheet1.xml"] = "<worksheet>\n<sheetData>\n<row></sheetData>";
        const Outcome outcome = readSheet(zipOf(parts));
        QCOMPARE(outcome.error->code, ExchangeErrorCode::BadXml);
        QCOMPARE(outcome.error->place, std::string("Sheet1"));
        QCOMPARE(outcome.error->line, 3);
    }

    void impossible_cells_are_refused_with_their_row()
    {
        const auto error = [](const std::string& data) {
            const Outcome outcome = readSheet(Workbook{.sheetData = data}.bytes());
            return outcome.error
                ? std::string(codeName(outcome.error->code)) + " " + std::to_string(outcome.error->line)
                : "no error";
        };
        QCOMPARE(error(R"(<row r="7"><c r="A7" t="s"><v>99</v></c></row>)"), std::string("bad_cell 7"));
        QCOMPARE(error(R"(<row r="7"><c r="ZZZZ7"><v>1</v></c></row>)"), std::string("bad_cell 7"));
        QCOMPARE(error(R"(<row r="7"><c r="XFD7"><v>1</v></c></row>)"), std::string("too_many_columns 7"));
        QCOMPARE(error(R"(<row r="1048577"/>)"), std::string("too_many_rows 1048577"));
        QCOMPARE(error(R"(<row r="7"><c r="A7"><v>1x</v></c></row>)"), std::string("bad_cell 7"));
        QCOMPARE(error(R"(<row r="7"><c t="inlineStr"><is><t>)" + std::string(200'000, 'x') + "</t></is></c></row>"),
            std::string("text_too_long 7"));
    }
};

QTEST_GUILESS_MAIN(XlsxReaderTest)
#include "xlsx_reader_test.moc"
