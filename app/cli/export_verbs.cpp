#include "app/cli/sentences.h"
#include "app/cli/status_names.h"
#include "app/cli/verbs.h"
#include "core/exchange/table_writer.h"
#include "core/storage/customer_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/order_store.h"
#include "core/storage/product_store.h"

#include <algorithm>
#include <array>

namespace dure::cli {

namespace {

using exchange::OutCell;
using exchange::OutColumn;
using exchange::OutKind;
using exchange::TableWriter;

constexpr std::int64_t pageRows = 2000;

/// Titles are those that `import` knows, so that what goes out can come back.
struct Export
{
    std::string_view name;
    std::string_view sheet;
    std::vector<OutColumn> columns;
    /// Gives the rows of one page to the writer; returns how many there were.
    std::expected<std::int64_t, exchange::ExchangeError> (*page)(
        sqlite::Database& db, std::int64_t offset, Date today, TableWriter& writer);
};

using Written = std::expected<std::int64_t, exchange::ExchangeError>;

template <class Rows, class Cells> Written addRows(TableWriter& writer, const Rows& rows, Cells cells)
{
    for (const auto& row : rows) {
        const std::vector<OutCell> values = cells(row);
        if (auto added = writer.addRow(values); !added)
            return std::unexpected(added.error());
    }
    return std::ssize(rows);
}

OutCell dateCell(Date date) { return date.isNull() ? OutCell{} : OutCell{date}; }

Written customerPage(sqlite::Database& db, std::int64_t offset, Date, TableWriter& writer)
{
    storage::CustomerStore store(db);
    const auto rows = store.list({storage::CustomerChip::All, {}}, {.offset = offset, .limit = pageRows});
    return addRows(writer, rows, [&](const storage::CustomerListRow& row) {
        const Customer customer = store.find(row.id).value_or(Customer{});
        return std::vector<OutCell>{customer.code, customer.name, customer.businessNo, customer.representative,
            customer.businessType, customer.businessItem, customer.postalCode, customer.address, customer.phone,
            customer.fax, customer.email, customer.staff, customer.creditLimit, row.balance,
            std::string(customer.inactive ? "Y" : "N"), customer.note};
    });
}

Written productPage(sqlite::Database& db, std::int64_t offset, Date, TableWriter& writer)
{
    storage::ProductStore store(db);
    const auto rows = store.list({storage::ProductChip::All, {}}, {.offset = offset, .limit = pageRows});
    return addRows(writer, rows, [&](const storage::ProductListRow& row) {
        const Product product = store.find(row.id).value_or(Product{});
        return std::vector<OutCell>{product.code, product.name, product.spec, product.unit, product.listPrice,
            product.unitsPerBox, product.material, product.color, product.safetyStock, row.stock,
            std::string(product.inactive ? "Y" : "N"), product.note};
    });
}

Written orderPage(sqlite::Database& db, std::int64_t offset, Date today, TableWriter& writer)
{
    storage::OrderStore store(db);
    storage::CustomerStore customers(db);
    storage::ProductStore products(db);
    storage::OrderFilter filter;
    filter.chip = storage::OrderChip::All;
    filter.today = today;
    const auto rows = store.list(filter, {storage::OrderSort::Ordered, false, offset, pageRows});
    for (const storage::OrderListRow& row : rows) {
        const auto detail = store.detail(row.id, today);
        if (!detail)
            continue;
        const Customer customer = customers.find(row.customerId).value_or(Customer{});
        const auto added = addRows(writer, detail->lines, [&](const storage::OrderLineDetail& each) {
            const OrderLine& line = each.line;
            const auto product = products.find(line.productId);
            return std::vector<OutCell>{detail->order.number, dateCell(detail->order.orderedOn),
                dateCell(line.dueOn.isNull() ? detail->order.dueOn : line.dueOn), customer.code, customer.name,
                std::string(statusName(row.status)), product ? product->code : std::string(), line.productName,
                line.spec, line.unit, line.quantity, each.delivered, line.unitPrice, line.supply, line.tax, line.note};
        });
        if (!added)
            return added;
    }
    return std::ssize(rows);
}

Written deliveryPage(sqlite::Database& db, std::int64_t offset, Date today, TableWriter& writer)
{
    storage::DeliveryStore store(db);
    storage::DeliveryFilter filter;
    filter.chip = storage::DeliveryChip::All;
    filter.today = today;
    const auto rows = store.list(filter, {storage::DeliverySort::Date, false, offset, pageRows});
    for (const storage::DeliveryListRow& row : rows) {
        const auto detail = store.detail(row.id);
        if (!detail)
            continue;
        const auto added = addRows(writer, detail->lines, [&](const DeliveryLine& line) {
            return std::vector<OutCell>{detail->delivery.number, dateCell(detail->delivery.deliveredOn),
                detail->orderNumber, detail->customer.code, detail->customer.name, line.productName, line.spec,
                line.unit, line.quantity, line.unitPrice, line.supply, line.tax, line.lot, line.note};
        });
        if (!added)
            return added;
    }
    return std::ssize(rows);
}

std::vector<OutColumn> columnsOf(std::initializer_list<std::pair<const char*, OutKind>> titles)
{
    std::vector<OutColumn> columns;
    for (const auto& [title, kind] : titles)
        columns.push_back({title, kind, kind == OutKind::Text ? 16 : 12});
    return columns;
}

std::vector<Export> exports()
{
    using enum OutKind;
    return {
        {"customers", "거래처",
            columnsOf({{"거래처코드", Text}, {"상호", Text}, {"사업자등록번호", Text}, {"대표자", Text}, {"업태", Text},
                {"종목", Text}, {"우편번호", Text}, {"주소", Text}, {"전화", Text}, {"팩스", Text}, {"이메일", Text},
                {"영업담당", Text}, {"여신한도", Number}, {"현재 잔액", Number}, {"사용중지", Text}, {"비고", Text}}),
            customerPage},
        {"products", "품목",
            columnsOf({{"품번", Text}, {"품명", Text}, {"규격", Text}, {"단위", Text}, {"단가", Number},
                {"박스입수", Number}, {"재질", Text}, {"색상", Text}, {"안전재고", Number}, {"현재고", Number},
                {"단종", Text}, {"비고", Text}}),
            productPage},
        {"orders", "수주",
            columnsOf({{"주문번호", Text}, {"주문일", Date}, {"납기", Date}, {"거래처코드", Text}, {"거래처명", Text},
                {"상태", Text}, {"품번", Text}, {"품명", Text}, {"규격", Text}, {"단위", Text}, {"수량", Number},
                {"납품수량", Number}, {"단가", Number}, {"공급가액", Number}, {"세액", Number}, {"비고", Text}}),
            orderPage},
        {"deliveries", "납품",
            columnsOf({{"납품번호", Text}, {"납품일", Date}, {"주문번호", Text}, {"거래처코드", Text},
                {"거래처명", Text}, {"품명", Text}, {"규격", Text}, {"단위", Text}, {"수량", Number}, {"단가", Number},
                {"공급가액", Number}, {"세액", Number}, {"LOT", Text}, {"비고", Text}}),
            deliveryPage},
    };
}

Exit exportList(Program& program, const Arguments& arguments)
{
    const std::string& path = arguments.positional().front();
    const std::vector<Export> known = exports();
    const auto wanted = std::ranges::find(known, arguments.value("kind"), &Export::name);
    if (wanted == known.end())
        return program.out.fail(Exit::Usage, "usage", "--kind is customers, products, orders or deliveries");
    const bool workbook = path.ends_with(".xlsx");
    if (!workbook && !path.ends_with(".csv"))
        return program.out.fail(Exit::Usage, "usage", "the file's name ends in .csv or .xlsx");
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    auto open = program.openToRead(*profile);
    if (!open)
        return open.error();
    const auto fail = [&](const exchange::ExchangeError& error) {
        return program.out.fail(Exit::Failed, codeName(error.code), sentenceFor(error, path));
    };
    auto writer = workbook ? exchange::createXlsx(path, wanted->sheet, wanted->columns)
                           : exchange::createCsv(path, wanted->columns);
    if (!writer)
        return fail(writer.error());
    const sqlite::Snapshot snapshot(open->space->db());
    std::int64_t count = 0;
    for (std::int64_t offset = 0;; offset += pageRows) {
        const Written page = wanted->page(open->space->db(), offset, program.today(), **writer);
        if (!page)
            return fail(page.error());
        count += *page;
        if (*page < pageRows)
            break;
    }
    if (auto finished = (*writer)->finish(); !finished)
        return fail(finished.error());
    program.out.fact("file", "File", Cell::text(path));
    program.out.fact("kind", "Kind", Cell::text(wanted->name));
    program.out.fact("count", "Exported", Cell::number(count));
    return Exit::Ok;
}

constexpr std::array options = {
    OptionSpec{"kind", "K", "customers, products, orders or deliveries"},
};

constexpr std::array verbs = {
    Verb{"export", "FILE", "write a list for Excel and other programs",
        "FILE ends in .csv or .xlsx. Orders and deliveries come with one row a line. CSV is UTF-8 with BOM,\n"
        "so that Excel reads it. Works beside an open client. A file that is there already is replaced once the new "
        "one is whole.",
        options, 1, 1, exportList},
};

} // namespace

std::span<const Verb> exportVerbs() { return verbs; }

} // namespace dure::cli
