#pragma once
#include <map>
#include <string>
#include <zip.h>

/// Builds workbooks for tests out of the parts' XML, good ones and bad ones.
namespace workbook_fixture {

inline std::string zipOf(const std::map<std::string, std::string>& parts, const char* password = nullptr)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts) {
        zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
        const zip_int64_t index = zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8);
        if (password)
            zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
    if (zip_close(zip) != 0)
        return {};
    std::string bytes;
    zip_source_open(target);
    char block[8192];
    for (zip_int64_t got = 0; (got = zip_source_read(target, block, sizeof block)) > 0;)
        bytes.append(block, static_cast<std::size_t>(got));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

struct Workbook
{
    std::string sheetData; ///< inside <sheetData>
    std::string sharedItems; ///< inside <sst>
    std::string workbookProperties; ///< <workbookPr …/>
    std::string sheets = R"(<sheet name="Sheet1" sheetId="1" r:id="rId1"/>)";

    /// Cell styles: 0 General, 1 built-in date (14), 2 yyyy"년" m"월" d"일", 3 [h]:mm, 4 h:mm, 5 yyyy-mm-dd hh:mm, 6
    /// 0.00
    std::map<std::string, std::string> parts() const
    {
        const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
        const std::string main = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")"
                                 R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
        const std::string type = R"( Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
        const std::string relations
            = head + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
        return {
            {"_rels/.rels",
                relations + R"(<Relationship Id="rId1")" + type
                    + R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
            {"xl/workbook.xml",
                head + "<workbook" + main + ">" + workbookProperties + "<sheets>" + sheets + "</sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
                relations + R"(<Relationship Id="rId1")" + type + R"(worksheet" Target="worksheets/sheet1.xml"/>)"
                    + R"(<Relationship Id="rId2")" + type + R"(sharedStrings" Target="sharedStrings.xml"/>)"
                    + R"(<Relationship Id="rId3")" + type + R"(styles" Target="/xl/styles.xml"/>)"
                    + R"(<Relationship Id="rId4")" + type + R"(worksheet" Target="worksheets/sheet2.xml"/>)"
                    + R"(<Relationship Id="rId5")" + type + R"(chartsheet" Target="chartsheets/sheet1.xml"/>)"
                    + "</Relationships>"},
            {"xl/sharedStrings.xml", head + "<sst" + main + ">" + sharedItems + "</sst>"},
            {"xl/styles.xml",
                head + "<styleSheet" + main + R"(><numFmts count="4">)"
                    + R"(<numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;;@"/>)"
                    + R"(<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="h:mm"/>)"
                    + R"(<numFmt numFmtId="167" formatCode="yyyy-mm-dd hh:mm"/></numFmts>)"
                    + R"(<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7">)"
                    + R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>)"
                    + R"(<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="2"/></cellXfs></styleSheet>)"},
            {"xl/worksheets/sheet1.xml",
                head + "<worksheet" + main + "><sheetData>" + sheetData + "</sheetData></worksheet>"},
            {"xl/worksheets/sheet2.xml",
                head + "<worksheet" + main + R"(><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>)"
                    + "</worksheet>"},
        };
    }
    std::string bytes() const { return zipOf(parts()); }
};

} // namespace workbook_fixture
