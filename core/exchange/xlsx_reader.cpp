#include "core/exchange/xlsx_reader.h"

#include "core/exchange/xlsx_sheet.h"

#include <utility>

namespace dure::exchange {

namespace {

using enum ExchangeErrorCode;

struct Relation
{
    std::string id;
    std::string target; // full name inside the zip
    std::string type; // the last part of its URI: "worksheet"
};

/// "xl/workbook.xml" + "worksheets/sheet1.xml"; a target may also be absolute or go up with "..".
std::string resolveTarget(const std::string& fromPart, std::string_view target)
{
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    std::string folder = fromPart.substr(0, fromPart.rfind('/') + 1);
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        if (!folder.empty())
            folder.pop_back();
        folder.erase(folder.rfind('/') + 1);
    }
    return folder + std::string(target);
}

class RelationSink final : public XmlSink
{
public:
    RelationSink(std::string fromPart, std::vector<Relation>& relations)
        : m_fromPart(std::move(fromPart))
        , m_relations(relations)
    { }
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name != "Relationship" || attributes.value("TargetMode") == "External")
            return;
        const std::string_view type = attributes.value("Type");
        m_relations.push_back({std::string(attributes.value("Id")),
            resolveTarget(m_fromPart, attributes.value("Target")), std::string(type.substr(type.rfind('/') + 1))});
    }
    void endElement(std::string_view) override { }

private:
    std::string m_fromPart;
    std::vector<Relation>& m_relations;
};

struct SheetEntry
{
    std::string name;
    std::string relationId;
    std::string part;
    bool hidden = false;
};

class WorkbookSink final : public XmlSink
{
public:
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "workbookPr") {
            const std::string_view flag = attributes.value("date1904");
            since1904 = flag == "1" || flag == "true";
        } else if (name == "sheet") {
            const std::string_view state = attributes.value("state");
            sheets.push_back({std::string(attributes.value("name")), std::string(attributes.value("id")), {},
                !state.empty() && state != "visible"});
        }
    }
    void endElement(std::string_view) override { }

    std::vector<SheetEntry> sheets;
    bool since1904 = false;
};

std::string relationsOf(const std::string& part)
{
    const std::size_t name = part.rfind('/') + 1;
    return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

std::expected<std::vector<Relation>, ExchangeError> readRelations(const ZipArchive& archive, const std::string& part)
{
    std::vector<Relation> relations;
    RelationSink sink(part, relations);
    if (const auto read = parsePart(archive, relationsOf(part), sink); !read)
        return std::unexpected(read.error());
    return relations;
}

std::string partOfType(const std::vector<Relation>& relations, std::string_view type)
{
    for (const Relation& relation : relations)
        if (relation.type == type)
            return relation.target;
    return {};
}

/// Most programs say xl/workbook.xml; some name it otherwise, and then only the package's relations tell.
std::expected<std::string, ExchangeError> findWorkbookPart(const ZipArchive& archive)
{
    const auto relations = readRelations(archive, "");
    if (!relations && relations.error().code != MissingPart)
        return std::unexpected(relations.error());
    std::string part = relations ? partOfType(*relations, "officeDocument") : std::string();
    if (part.empty())
        part = "xl/workbook.xml";
    if (!archive.has(part))
        return std::unexpected(ExchangeError{NotAWorkbook, part, 0, {}});
    return part;
}

} // namespace

struct XlsxWorkbook::Book
{
    ZipArchive archive;
    XlsxLimits limits;
    XlsxTables tables;
    std::vector<SheetEntry> sheets;
    std::vector<std::string> sheetNames;
    std::string stringsPart; // empty: the workbook has none
    std::string stylesPart;
    bool tablesRead = false;

    std::expected<void, ExchangeError> readStructure()
    {
        const auto part = findWorkbookPart(archive);
        if (!part)
            return std::unexpected(part.error());
        WorkbookSink sink;
        if (const auto read = parsePart(archive, *part, sink); !read)
            return read;
        const auto relations = readRelations(archive, *part);
        if (!relations)
            return std::unexpected(relations.error());
        tables.since1904 = sink.since1904;
        stringsPart = partOfType(*relations, "sharedStrings");
        stylesPart = partOfType(*relations, "styles");
        for (SheetEntry& sheet : sink.sheets)
            for (const Relation& relation : *relations)
                if (relation.id == sheet.relationId && relation.type == "worksheet") {
                    sheet.part = relation.target;
                    sheetNames.push_back(sheet.name);
                    sheets.push_back(std::move(sheet));
                    break;
                }
        if (sheets.empty())
            return std::unexpected(ExchangeError{NotAWorkbook, *part, 0, {}});
        return {};
    }

    std::expected<void, ExchangeError> readTables()
    {
        if (tablesRead)
            return {};
        tables.sharedStrings.clear();
        tables.styles.clear();
        SharedStringSink strings(tables.sharedStrings, limits.maxSharedStringBytes);
        if (!stringsPart.empty())
            if (auto read = parsePart(archive, stringsPart, strings); !read)
                return read;
        StyleSink styles(tables.styles);
        if (!stylesPart.empty() && archive.has(stylesPart))
            if (auto read = parsePart(archive, stylesPart, styles); !read)
                return read;
        tablesRead = true;
        return {};
    }

    const SheetEntry* find(std::string_view name) const
    {
        for (const SheetEntry& sheet : sheets)
            if (name.empty() ? !sheet.hidden : sheet.name == name)
                return &sheet;
        return name.empty() ? &sheets.front() : nullptr;
    }
};

class XlsxWorkbook::SheetReader final : public RowReader
{
public:
    SheetReader(std::shared_ptr<Book> book, std::string name, ZipEntry entry)
        : m_book(std::move(book))
        , m_name(std::move(name))
        , m_sink(m_book->tables, {m_book->limits.maxRows, m_book->limits.maxColumns, m_book->limits.maxCellBytes})
        , m_part(std::move(entry), m_sink)
    { }

    std::expected<bool, ExchangeError> next(SourceRow& row) override
    {
        while (m_sink.rows.empty()) {
            if (m_failure)
                return std::unexpected(*m_failure);
            const auto more = m_part.step();
            if (!more) {
                m_failure = more.error();
                m_failure->place = m_name;
                if (!m_sink.rows.empty())
                    break; // what was read before the fault is still good
                return std::unexpected(*m_failure);
            }
            if (!*more && m_sink.rows.empty())
                return false;
        }
        row = std::move(m_sink.rows.front());
        m_sink.rows.pop_front();
        return true;
    }

private:
    std::shared_ptr<Book> m_book;
    std::string m_name;
    SheetSink m_sink;
    XmlPart m_part;
    std::optional<ExchangeError> m_failure;
};

XlsxWorkbook::XlsxWorkbook(std::shared_ptr<Book> book)
    : m_book(std::move(book))
{ }

std::expected<XlsxWorkbook, ExchangeError> XlsxWorkbook::open(std::string bytes, const XlsxLimits& limits)
{
    auto archive = ZipArchive::open(std::move(bytes), limits.zip);
    if (!archive)
        return std::unexpected(archive.error());
    auto book = std::make_shared<Book>();
    book->archive = std::move(*archive);
    book->limits = limits;
    if (const auto read = book->readStructure(); !read)
        return std::unexpected(read.error());
    return XlsxWorkbook(std::move(book));
}

const std::vector<std::string>& XlsxWorkbook::sheetNames() const { return m_book->sheetNames; }

std::expected<std::unique_ptr<RowReader>, ExchangeError> XlsxWorkbook::openSheet(std::string_view name) const
{
    const SheetEntry* sheet = m_book->find(name);
    if (!sheet)
        return std::unexpected(ExchangeError{NoSuchSheet, std::string(name), 0, {}});
    if (const auto read = m_book->readTables(); !read)
        return std::unexpected(read.error());
    auto entry = m_book->archive.openEntry(sheet->part);
    if (!entry)
        return std::unexpected(entry.error());
    return std::make_unique<SheetReader>(m_book, sheet->name, std::move(*entry));
}

} // namespace dure::exchange
