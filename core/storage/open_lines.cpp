#include "core/storage/open_lines.h"

#include "core/storage/row_store.h"

namespace dure::storage {

void OpenLines::clear()
{
    m_changes.clear();
    m_db.execute("DELETE FROM open_line");
}

#define DURE_INTO_OPEN_LINE                                                                                            \
    " INTO open_line(order_id, line_id, customer_id, product_id, free_name, unit, due_on, quantity, supply) "          \
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"

void OpenLines::write(const Uuid& order, const OpenLine& line, const char* into)
{
    auto put = m_db.prepare(into);
    put->bindBorrowed(1, blobOf(order)).bindBorrowed(2, blobOf(line.line)).bindBorrowed(3, blobOf(line.customer));
    if (line.product.isNil())
        put->bindBorrowed(5, std::string_view(line.freeName));
    else
        put->bindBorrowed(4, blobOf(line.product));
    put->bindBorrowed(6, std::string_view(line.unit)).bind(7, line.dueOn).bind(8, line.quantity).bind(9, line.supply);
    put->run();
}

void OpenLines::reserve(const OpenLine& line, std::int64_t times)
{
    if (!line.product.isNil())
        m_changes[line.product] += times * line.quantity;
}

void OpenLines::insert(const Uuid& order, const std::vector<OpenLine>& lines)
{
    for (const OpenLine& line : lines) {
        write(order, line, "INSERT" DURE_INTO_OPEN_LINE);
        reserve(line, 1);
    }
}

std::map<Uuid, OpenLine> OpenLines::stored(const Uuid& order)
{
    std::map<Uuid, OpenLine> lines;
    auto rows = m_db.prepare("SELECT line_id, product_id, customer_id, free_name, unit, due_on, quantity, supply "
                             "FROM open_line WHERE order_id = ?");
    rows->bindBorrowed(1, blobOf(order));
    while (rows->step()) {
        const Uuid id = uuidAt(*rows, 0);
        lines[id] = {id, uuidAt(*rows, 1), uuidAt(*rows, 2), std::string(rows->text(3)), std::string(rows->text(4)),
            rows->integer(5), rows->integer(6), rows->integer(7)};
    }
    return lines;
}

void OpenLines::replace(const Uuid& order, const std::vector<OpenLine>& lines)
{
    std::map<Uuid, OpenLine> before = stored(order);
    for (const OpenLine& line : lines) {
        const auto was = before.find(line.line);
        const bool same = was != before.end() && was->second == line;
        if (!same) {
            write(order, line, "INSERT OR REPLACE" DURE_INTO_OPEN_LINE);
            reserve(line, 1);
            if (was != before.end())
                reserve(was->second, -1);
        }
        if (was != before.end())
            before.erase(was);
    }
    for (const auto& [id, line] : before) {
        auto drop = m_db.prepare("DELETE FROM open_line WHERE order_id = ? AND line_id = ?");
        drop->bindBorrowed(1, blobOf(order)).bindBorrowed(2, blobOf(id)).run();
        reserve(line, -1);
    }
}

void OpenLines::flush()
{
    for (const auto& [product, change] : m_changes) {
        if (change == 0)
            continue;
        auto add = m_db.prepare("INSERT INTO product_stock(product_id, quantity, reserved) VALUES(?, 0, ?) "
                                "ON CONFLICT DO UPDATE SET reserved = reserved + excluded.reserved");
        add->bindBorrowed(1, blobOf(product)).bind(2, change).run();
    }
    m_changes.clear();
}

} // namespace dure::storage
