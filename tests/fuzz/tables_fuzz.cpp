// Files that people drop on the import: CSV in any encoding, workbooks, mapping files. Whatever is read must be UTF-8
// text within the limits.
#include "core/exchange/import_values.h"
#include "core/exchange/mapping_file.h"
#include "core/exchange/table_source.h"
#include "tests/core/workbook_fixture.h"
#include "tests/fuzz/target.h"

namespace dure::fuzz {

namespace {

using namespace exchange;

/// The first byte chooses: a file as it is, a sheet's XML, shared strings' XML, a mapping file.
enum Kind : char { File = 'f', Sheet = 's', Strings = 't', Mapping = 'm' };

TableOptions smallLimits()
{
    TableOptions options;
    options.csv.limits = {1 << 20, 4096, 64, 2000};
    options.xlsx.maxRows = 2000;
    options.xlsx.maxColumns = 64;
    options.xlsx.maxCellBytes = 4096;
    options.xlsx.maxSharedStringBytes = 1 << 20;
    options.xlsx.zip.maxFileBytes = 1 << 20;
    options.xlsx.zip.maxEntryBytes = 4 << 20;
    return options;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1
            : lead >= 0xf0 && lead < 0xf5      ? 4
            : lead >= 0xe0                     ? 3
            : lead >= 0xc2                     ? 2
                                               : 0;
        if (length == 0 || lead >= 0xf5 || at + length > text.size())
            return false;
        for (std::size_t i = 1; i < length; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80)
                return false;
        at += length;
    }
    return true;
}

void readAll(std::string bytes)
{
    auto table = TableSource::open(std::move(bytes), smallLimits());
    if (!table)
        return;
    for (const std::string& name : table->header())
        must(isUtf8(name));
    SourceRow row;
    std::int64_t rows = 0;
    for (auto more = table->next(row); more && *more; more = table->next(row)) {
        must(++rows <= 2000);
        must(row.cells.size() <= table->header().size());
        for (const auto& cell : row.cells)
            must(isUtf8(cell.text));
    }
}

std::string workbook(std::string_view sheet, std::string_view strings)
{
    workbook_fixture::Workbook book;
    book.sheetData = sheet;
    book.sharedItems = strings;
    return book.bytes();
}

} // namespace

void tryInput(std::string_view bytes)
{
    if (bytes.empty())
        return;
    const std::string rest(bytes.substr(1));
    switch (bytes.front()) {
    case File:
        return readAll(rest);
    case Sheet:
        return readAll(workbook(rest, "<si><t>품목</t></si>"));
    case Strings:
        return readAll(workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", rest));
    case Mapping:
        if (const auto mappings = parseMappings(rest))
            must(parseMappings(writeMappings(*mappings)).has_value());
        return;
    default:
        return;
    }
}

std::vector<std::string> seeds()
{
    const std::string sheet
        = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>수량</t></is></c></row>)"
          R"(<row r="2"><c r="A2" t="str"><f>A1</f><v>병</v></c><c r="B2" s="1"><v>46000.5</v></c></row>)";
    return {"fcode,name,price\r\nA1,\"병 \"\"대\"\"\",98\r\nA2,=1+1,1e3\r\n", "f\xef\xbb\xbf코드;상호\nC1;다온\n",
        "fsep=\t\na\tb\n1\t'=x\n", "f\xc4\xda\xb5\xe5,\xbb\xf3\xc8\xa3\r\nC1,\xb0\xa1\xb3\xaa\r\n",
        "f" + workbook(sheet, "<si><t>품목</t></si>"), "s" + sheet, "t<si><r><t>가</t></r><r><t>나</t></r></si>",
        "m# Dure column mapping 1\n[customer]\ncode = customerID\naddress = address\naddress = city\n"};
}

} // namespace dure::fuzz
