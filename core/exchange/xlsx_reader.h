#pragma once
#include "core/exchange/source_row.h"
#include "core/exchange/zip_archive.h"

#include <memory>

namespace dure::exchange {

struct XlsxLimits
{
    ZipLimits zip;
    std::int64_t maxRows = 1'048'576; ///< what Excel itself can hold
    std::size_t maxColumns = 1024; ///< of cells with a value
    std::size_t maxCellBytes = 128U << 10U; ///< 32,767 characters
    std::size_t maxSharedStringBytes = 512U << 20U;
};

/// An .xlsx workbook held in memory; its sheets are decompressed and parsed while they are read.
class XlsxWorkbook
{
public:
    /// Errors: those of ZipArchive::open and XmlPart, NotAWorkbook where the zip holds something else.
    static std::expected<XlsxWorkbook, ExchangeError> open(std::string bytes, const XlsxLimits& limits = {});

    /// Worksheets in the order of their tabs; chart sheets are left out.
    const std::vector<std::string>& sheetNames() const;

    /// An empty name means the first sheet that is not hidden. The reader keeps the workbook open by itself.
    /// Rows without values are left out; a row's line is its number in Excel. Error of next(): place names the sheet
    /// or part, line the row. Errors here: NoSuchSheet, and those of reading strings and styles.
    std::expected<std::unique_ptr<RowReader>, ExchangeError> openSheet(std::string_view name = {}) const;

private:
    struct Book;
    class SheetReader;
    explicit XlsxWorkbook(std::shared_ptr<Book> book);
    std::shared_ptr<Book> m_book;
};

} // namespace dure::exchange
