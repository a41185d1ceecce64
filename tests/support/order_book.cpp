#include "tests/support/order_book.h"

#include "core/domain/fixed_point.h"

#include <array>
#include <string>

namespace dure::testing {

namespace {

constexpr std::array firstNames = {"한빛", "새벽", "푸른들", "다온", "가온", "미래", "온누리", "해오름", "서해", "보람",
    "늘봄", "대성", "청솔", "동녘", "한결", "누리", "아람", "세움", "가람", "진솔"};
constexpr std::array lastNames = {
    "코스메틱", "유업", "식품", "화장품", "제약", "케미칼", "농산", "음료", "생활건강", "바이오텍", "유지", "수산식품"};
constexpr std::array materials = {"PET", "PP", "HDPE", "LDPE", "PETG", "PS"};
constexpr std::array shapes = {"투명", "백색", "브라운", "녹색", "무광백", "청색"};
constexpr std::array necks = {"16파이", "18파이", "20파이", "22파이", "24파이", "28파이"};
constexpr std::array sizes = {"50", "100", "150", "200", "350", "500", "1000", "2000"};

std::string pick(SeededRandom& random, const auto& words)
{
    return words[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(words.size())))];
}

std::string padded(int value, int width)
{
    std::string text = std::to_string(value);
    return text.size() >= static_cast<std::size_t>(width)
        ? text
        : std::string(static_cast<std::size_t>(width) - text.size(), '0') + text;
}

} // namespace

std::uint64_t SeededRandom::next64()
{
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

OrderBook::OrderBook(OrderBookSize size, Date today, std::uint64_t seed)
    : m_size(size)
    , m_today(today)
    , m_random(seed)
    , m_nowMs(1'700'000'000'000)
{
    for (int i = 0; i < size.customers; ++i) {
        m_masters.push_back(customer(i));
        m_customers.push_back(m_masters.back().row.id);
    }
    for (int i = 0; i < size.products; ++i) {
        m_masters.push_back(product(i));
        m_products.push_back(m_masters.back().row.id);
    }
}

TableRow OrderBook::customer(int index)
{
    using C = col::Customer;
    TableRow made{TableId::Customer, {makeUuidV7(++m_nowMs, m_random), {}, {}}};
    made.row.values.resize(tableOf(TableId::Customer).columns.size());
    auto& v = made.row.values;
    v[C::code] = "C" + padded(index + 1, 4);
    v[C::name] = pick(m_random, firstNames) + pick(m_random, lastNames) + " " + std::to_string(index % 97);
    v[C::phone] = "031-000-" + padded(index, 4);
    v[C::address] = std::string("경기도 화성시 향남읍 제약공단2길 ") + std::to_string(index + 1);
    return made;
}

TableRow OrderBook::product(int index)
{
    using P = col::Product;
    TableRow made{TableId::Product, {makeUuidV7(++m_nowMs, m_random), {}, {}}};
    made.row.values.resize(tableOf(TableId::Product).columns.size());
    auto& v = made.row.values;
    const std::string size = pick(m_random, sizes);
    v[P::code] = "PB-" + padded(index + 1, 4);
    v[P::name] = pick(m_random, materials) + " " + size + "ml " + pick(m_random, shapes);
    v[P::spec] = pick(m_random, necks);
    v[P::unit] = std::string("개");
    v[P::listPrice] = (20 + m_random.below(300)) * 10'000;
    return made;
}

std::vector<TableRow> OrderBook::order(int index)
{
    using O = col::SalesOrder;
    using L = col::OrderLine;
    const Date day = m_today.addDays(-static_cast<int>(730LL * (orderCount() - 1 - index) / std::max(1, orderCount())));
    m_nowMs += 60'000;
    std::vector<TableRow> rows;
    TableRow head{TableId::SalesOrder, {makeUuidV7(m_nowMs, m_random), {}, {}}};
    head.row.values.resize(tableOf(TableId::SalesOrder).columns.size());
    auto& o = head.row.values;
    o[O::number] = "O" + padded(day.yyyymmdd % 1'000'000, 6) + "-A" + padded(index % 10'000, 4);
    o[O::customerId] = m_customers[static_cast<std::size_t>(m_random.below(m_size.customers))];
    o[O::orderedOn] = std::int64_t{day.yyyymmdd};
    o[O::dueOn] = std::int64_t{day.addDays(9).yyyymmdd};
    o[O::state] = std::int64_t{0};
    o[O::staff] = std::string("김미선");
    o[O::createdAt] = m_nowMs;
    rows.push_back(head);
    for (int i = 0; i < 5; ++i) {
        TableRow line{TableId::OrderLine, {makeUuidV7(m_nowMs, m_random), {}, {}}};
        line.row.values.resize(tableOf(TableId::OrderLine).columns.size());
        auto& l = line.row.values;
        const auto product = static_cast<std::size_t>(m_random.below(m_size.products));
        const auto& p = m_masters[m_customers.size() + product].row.values;
        const std::int64_t quantity = (1 + m_random.below(40)) * 500;
        const std::int64_t price = integerOf(p[col::Product::listPrice]);
        l[L::orderId] = head.row.id;
        l[L::position] = std::int64_t{i + 1};
        l[L::productId] = m_products[product];
        l[L::productName] = p[col::Product::name];
        l[L::spec] = p[col::Product::spec];
        l[L::unit] = std::string("개");
        l[L::quantity] = quantity * 10'000;
        l[L::unitPrice] = price;
        l[L::priceSource] = std::int64_t{0};
        l[L::supply] = quantity * price / 10'000;
        l[L::tax] = quantity * price / 100'000;
        l[L::taxTyped] = std::int64_t{0};
        l[L::dueOn] = o[O::dueOn];
        l[L::note] = std::string("팔레트 포장 오후 세 시 전 하차 부탁드립");
        rows.push_back(std::move(line));
    }
    return rows;
}

Change createOf(const TableRow& row)
{
    Change change{row.table, row.row.id, 0, Op::Create, {}};
    for (std::size_t i = 0; i < row.row.values.size(); ++i)
        if (!isNull(row.row.values[i]))
            change.fields.known.emplace_back(static_cast<int>(i), row.row.values[i]);
    return change;
}

} // namespace dure::testing
