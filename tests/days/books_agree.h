#pragma once
#include "app/dashboard/dashboard_figures.h"
#include "app/data/business_days.h"
#include "app/deliveries/delivery_statement.h"
#include "app/documents/account_reading.h"
#include "core/domain/payment_terms.h"
#include "core/storage/derived_data.h"
#include "core/storage/entity_reader.h"
#include "tests/days/plain_books.h"

#include <algorithm>

/// What a PC shows, beside what the plain books say. The first difference, or nothing.
namespace dure::test {

class BooksAgree
{
public:
    BooksAgree(sqlite::Database& db, const PlainBooks& books, Date today, std::vector<Date> days)
        : m_db(db)
        , m_reader(db)
        , m_books(books)
        , m_today(today)
        , m_days(std::move(days))
    { }

    const std::string& wrong() const { return m_wrong; }

    void compareCustomer(const Uuid& customer)
    {
        m_at = "customer " + storage::findEntity<Customer>(m_db, customer)->code + ": ";
        same("balance", m_reader.receivables().balance(customer), m_books.owedAt(customer, {29991231}));
        for (const Date day : m_days)
            same("balance at a day", m_reader.receivables().balanceAt(customer, day), m_books.owedAt(customer, day));
        compareReceivable(customer);
        comparePeriods(customer);
        compareStatements(customer);
        compareReceipts(customer);
    }

    void compareProduct(const Uuid& product)
    {
        m_at = "product " + storage::findEntity<Product>(m_db, product)->code + ": ";
        const Amount onHand = m_books.onHandAt(product, {29991231});
        same("list of products", m_reader.products().stock(product), onHand);
        same("stock", m_reader.stock().row(product)->onHand, onHand);
        same("reserved", m_reader.stock().row(product)->reserved, waitedFor(product));
        for (const Date day : m_days) {
            for (const storage::StockListRow& row : m_reader.stock().onDay(day))
                if (row.id == product)
                    same("stock at a day", row.onHand, m_books.onHandAt(product, day));
            const auto history = m_reader.stock().history(product, day, day.addDays(20));
            same("stock carried forward", history->carriedForward, m_books.onHandAt(product, day.addDays(-1)));
            Amount moved = 0;
            for (const storage::StockMovementRow& row : history->movements)
                moved += row.movement.quantity.tenThousandths;
            same("movements", history->carriedForward + Quantity{moved}, m_books.onHandAt(product, day.addDays(20)));
        }
    }

    /// Orders may be changed by two at once; their amounts follow from what stands, whoever won.
    void compareOrders()
    {
        auto ids = m_db.prepareOnce("SELECT id FROM sales_order WHERE deleted = 0");
        while (ids.step()) {
            const auto detail = m_reader.orders().detail(storage::uuidAt(ids, 0), m_today);
            m_at = "order " + detail->order.number + ": ";
            Amount supply = 0, tax = 0;
            std::vector<PricedLine> lines;
            for (const OrderLine& line :
                storage::entitiesWhere<OrderLine>(m_db, "order_id", detail->order.id, "position, id")) {
                lines.push_back({line.quantity.tenThousandths, line.unitPrice.tenThousandths, line.taxTyped,
                    line.tax.amount, line.supply.amount, line.tax.amount});
                supply += line.supply.amount;
                tax += line.tax.amount;
            }
            if (!areRightAmounts(detail->order.tax, lines))
                differs("amounts do not follow from quantities and prices");
            same("supply", detail->supply, supply);
            same("tax", detail->tax, tax);
            for (const storage::OrderLineDetail& line : detail->lines)
                same("delivered", line.delivered, deliveredOf(line.line.id));
        }
    }

    void compareDashboard()
    {
        m_at = "dashboard: ";
        const app::DashboardFigures figures
            = app::readDashboard(m_reader, Period::of(PeriodKind::Month, m_today), m_today);
        std::array<Amount, debtAgeCount> ages{};
        Amount owed = 0, credit = 0, received = 0, supplied = 0;
        for (const auto& [customer, opening] : m_books.openings) {
            const auto each = agesOf(customer);
            for (std::size_t age = 0; age < ages.size(); ++age)
                ages[age] += each[age];
            const Amount balance = m_books.owedAt(customer, {29991231});
            owed += std::max<Amount>(balance, 0);
            credit += std::max<Amount>(-balance, 0);
        }
        for (std::size_t age = 0; age < ages.size(); ++age)
            same("receivables by age " + std::to_string(age), figures.ageing.rows[age].owed, ages[age]);
        same("receivables", figures.ageing.total.owed, owed);
        same("paid in advance", figures.ageing.credit.owed, credit);
        const int month = monthOf(m_today);
        for (const auto& [id, each] : m_books.money)
            if (monthOf(each.on) == month && each.kind != PaymentKind::Offset && each.kind != PaymentKind::Discount)
                received += each.amount;
        for (const auto& [id, each] : m_books.goods)
            if (monthOf(each.on) == month)
                supplied += each.supply();
        same("collected", figures.collected.now.supply, received);
        same("delivered", figures.delivered.now.supply, supplied);
    }

    void compareDerived()
    {
        m_at = "derived data: ";
        if (const std::string differences = storage::DerivedData(m_db).differences(); !differences.empty())
            differs(differences);
    }

private:
    void differs(const std::string& what)
    {
        if (m_wrong.empty())
            m_wrong = m_at + what;
    }
    void same(const std::string& what, Amount shown, Amount wanted)
    {
        if (shown != wanted)
            differs(what + " is " + std::to_string(shown) + ", not " + std::to_string(wanted));
    }
    void same(const std::string& what, Won shown, Amount wanted) { same(what, shown.amount, wanted); }
    void same(const std::string& what, Quantity shown, Amount wanted) { same(what, shown.tenThousandths, wanted); }

    std::array<Amount, debtAgeCount> agesOf(const Uuid& customer) const
    {
        std::array<Amount, debtAgeCount> ages{};
        for (const auto& [on, amount] : m_books.unpaid(customer)) {
            const int days = on.isNull() ? 10'000 : static_cast<int>(on.daysUntil(m_today));
            ages[days <= 30 ? 0 : days <= 60 ? 1 : days <= 90 ? 2 : 3] += amount;
        }
        return ages;
    }

    void compareReceivable(const Uuid& customer)
    {
        const auto row = m_reader.receivableList().row(customer, m_today);
        const Amount balance = m_books.owedAt(customer, {29991231});
        same("balance in the list", row->balance, balance);
        const auto ages = agesOf(customer);
        for (std::size_t age = 0; age < ages.size(); ++age)
            same("age " + std::to_string(age), row->ages.owed[age], ages[age]);
        same("paid in advance", row->ages.credit, std::max<Amount>(-balance, 0));
        same("notes held", row->notesHeld, m_books.notesHeld(customer, m_today));
        same("last paid", row->lastPaidOn.yyyymmdd, m_books.lastPaidOn(customer).yyyymmdd);
        const auto unpaid = m_books.unpaid(customer);
        same("oldest", row->oldestOn.yyyymmdd, unpaid.empty() ? 0 : unpaid.begin()->first.yyyymmdd);
        const auto terms = *storage::findEntity<Customer>(m_db, customer);
        Amount overdue = 0;
        for (const auto& [on, amount] : unpaid) {
            const auto due = dueDate({int(terms.closingDay), int(terms.payMonths), int(terms.payDay)},
                on.isNull() ? m_today : on, app::businessDays());
            overdue += due && (on.isNull() || *due < m_today) ? amount : 0;
        }
        same("overdue", row->overdue, overdue);
        Amount open = 0;
        for (const storage::OpenDebt& debt : m_reader.payments().openDebts(customer))
            open += debt.open.amount;
        same("open debts", open, std::max<Amount>(balance, 0));
    }

    void comparePeriods(const Uuid& customer)
    {
        for (const Date day : m_days) {
            const Date month = firstDayOf(monthOf(day));
            compareLedger(customer, day, day.addDays(25));
            compareLedger(customer, month, month.monthEnd());
            compareBill(customer, month, month.monthEnd());
            compareBill(customer, day, day.addDays(25));
        }
    }

    /// The ledger on the screen and on paper: every fact of the period once, each balance from the one before it.
    void compareLedger(const Uuid& customer, Date from, Date to)
    {
        const storage::AccountLedger ledger = m_reader.receivables().ledger(customer, from, to);
        const auto opening = m_books.openings.at(customer);
        const bool opens = opening.amount != 0 && from <= opening.on && opening.on <= to;
        same("ledger carried forward", ledger.carriedForward, m_books.owedAt(customer, from.addDays(-1)));
        same("ledger closing", ledger.closing, m_books.owedAt(customer, to));
        Amount balance = ledger.carriedForward.amount, debits = 0, credits = 0;
        std::set<Uuid> seen;
        Date last = from;
        for (const storage::AccountLine& line : ledger.lines) {
            balance += line.debit.amount - line.credit.amount;
            debits += line.debit.amount;
            credits += line.credit.amount;
            same("running balance", line.balance, balance);
            same("change by a line", line.debit.amount - line.credit.amount, changeBy(line, opening.amount));
            if (line.on < last || line.on > to)
                differs("ledger not by date");
            last = line.on;
            seen.insert(line.fact ? line.fact->id : Uuid{});
        }
        same("facts in the ledger", std::ssize(seen), factsIn(customer, from, to) + (opens ? 1 : 0));
        same("debits", ledger.debits, debits);
        same("credits", ledger.credits, credits);

        const auto paper = app::readLedgerDocument(m_reader, customer, from, to, m_today);
        same("carried forward on paper", paper->carriedForward, ledger.carriedForward.amount);
        same("closing on paper", paper->closing, ledger.closing.amount);
        same("lines on paper", std::ssize(paper->lines), std::ssize(ledger.lines));
        for (std::size_t i = 0; i < std::min(paper->lines.size(), ledger.lines.size()); ++i) {
            same("debit on paper", paper->lines[i].debit, ledger.lines[i].debit.amount);
            same("credit on paper", paper->lines[i].credit, ledger.lines[i].credit.amount);
            same("balance on paper", paper->lines[i].balance, ledger.lines[i].balance.amount);
        }
    }
    Amount changeBy(const storage::AccountLine& line, Amount opening) const
    {
        if (!line.fact)
            return opening;
        if (line.fact->isPayment)
            return -m_books.money.at(line.fact->id).amount;
        return m_books.goods.at(line.fact->id).total();
    }
    std::int64_t factsIn(const Uuid& customer, Date from, Date to) const
    {
        const auto isIn = [&](const auto& each) {
            return each.second.customer == customer && from <= each.second.on && each.second.on <= to;
        };
        return std::ranges::count_if(m_books.goods, isIn) + std::ranges::count_if(m_books.money, isIn);
    }

    /// 청구서: what was owed, what went out and came in, what is owed; and the sums of its pages.
    void compareBill(const Uuid& customer, Date from, Date to)
    {
        const auto bill = app::readCustomerStatement(m_reader, customer, from, to, m_today);
        const Amount supply = m_books.suppliedIn(customer, from, to, &PlainGoods::supply);
        const Amount tax = m_books.suppliedIn(customer, from, to, &PlainGoods::tax);
        const Amount received = m_books.receivedIn(customer, from, to);
        same("billed before", bill->previous, m_books.owedAt(customer, to) - supply - tax + received);
        same("billed goods", bill->supply + bill->tax - bill->returned, supply + tax);
        same("billed money", bill->received, received);
        same("billed in all", bill->closing, m_books.owedAt(customer, to));
        same("notes held on the bill", bill->notesHeld, m_books.notesHeld(customer, to));
        for (const bool withLines : {true, false}) {
            const PaperForm form = makeCustomerStatement(*bill, withLines, 20);
            const std::vector<std::string>& sums = form.pages.back().sums;
            const auto says = [&](std::size_t column, Amount sum) {
                const std::string wanted = toText(Won{sum});
                if (sums.at(column) != wanted && !(sums[column].empty() && sum == 0))
                    differs("bill's column " + std::to_string(column) + " says " + sums[column] + ", not " + wanted);
            };
            says(6, supply);
            says(7, tax);
            says(8, received);
        }
    }

    /// 거래명세서: one begins where the one before it ended, and the day's last ends where the day does.
    void compareStatements(const Uuid& customer)
    {
        std::map<Date, std::vector<const PlainGoods*>> days;
        for (const auto& [id, each] : m_books.goods)
            if (each.customer == customer)
                days[each.on].push_back(&each);
        for (auto& [day, papers] : days) {
            std::ranges::sort(papers, [](const PlainGoods* a, const PlainGoods* b) {
                return std::tie(a->createdAt, a->number, a->id) < std::tie(b->createdAt, b->number, b->id);
            });
            Amount owed = m_books.owedAt(customer, day.addDays(-1));
            if (const auto& opening = m_books.openings.at(customer); opening.on == day)
                owed += opening.amount;
            Amount paid = 0;
            bool isAny = false;
            for (const PlainGoods* paper : papers) {
                if (!PlainBooks::stands(m_books.goods, paper->id)) {
                    owed += paper->total(); // nobody keeps its paper
                    continue;
                }
                isAny = true;
                const auto input = app::readStatement(m_reader, paper->id);
                same("previous balance", input->previousBalance.value_or(Won{-1}), owed);
                owed += paper->total() - input->paid.amount;
                paid += input->paid.amount;
                compareStatement(*input, *paper, owed);
            }
            if (isAny) {
                same("paid on the day's statements", paid, m_books.receivedIn(customer, day, day));
                same("the day's end", owed, m_books.owedAt(customer, day));
            }
        }
    }
    void compareStatement(const StatementInput& input, const PlainGoods& goods, Amount owedAfter)
    {
        const TransactionStatement paper = makeTransactionStatement(input);
        const auto says = [&](const std::string& what, const std::string& printed, Amount wanted) {
            if (printed != toText(Won{wanted}))
                differs(what + " is printed as " + printed + ", not " + toText(Won{wanted}));
        };
        if (paper.total != toText(Won{goods.total()}) + "원")
            differs("statement's total " + paper.total);
        says("supply", paper.pages.back().totals.supplyText(), goods.supply());
        says("tax", paper.pages.back().totals.taxText(), goods.tax());
        says("current balance", paper.currentBalance, owedAfter);
    }

    void compareReceipts(const Uuid& customer)
    {
        for (const auto& [id, each] : m_books.money) {
            if (each.customer != customer)
                continue;
            const auto receipt = app::readReceipt(m_reader, id);
            same("receipt", receipt->amount, each.amount);
            same("owed after a receipt", receipt->after.value_or(Won{-1}) + Won{each.amount},
                receipt->before.value_or(Won{-1}).amount);
            const bool isLast = std::ranges::none_of(m_books.money, [&](const auto& other) {
                return other.second.customer == customer && other.second.on == each.on
                    && std::tie(other.second.number, other.first) > std::tie(each.number, id);
            });
            if (isLast)
                same("owed after the day's last receipt", receipt->after.value_or(Won{-1}),
                    m_books.owedAt(customer, each.on));
        }
    }

    Amount deliveredOf(const Uuid& orderLine) const
    {
        Amount sum = 0;
        for (const auto& [id, each] : m_books.goods)
            for (const PlainLine& line : each.lines)
                sum += line.orderLine == orderLine ? line.quantity : 0;
        return sum;
    }
    /// What orders that are not cancelled still wait for of a product; a line that reached its least is done.
    Amount waitedFor(const Uuid& product)
    {
        Amount sum = 0;
        auto ids = m_db.prepareOnce("SELECT id FROM sales_order WHERE deleted = 0 AND state <> 2");
        while (ids.step()) {
            const auto order = storage::findEntity<SalesOrder>(m_db, storage::uuidAt(ids, 0));
            const Amount under = storage::findEntity<Customer>(m_db, order->customerId)->underToleranceBp;
            for (const OrderLine& line :
                storage::entitiesWhere<OrderLine>(m_db, "order_id", order->id, "position, id")) {
                const Amount sent = deliveredOf(line.id);
                const Amount wanted = line.quantity.tenThousandths;
                const bool isDone = sent > 0 && Int128{sent} * 10'000 >= Int128{wanted} * (10'000 - under);
                if (line.productId == product && !isDone)
                    sum += std::max<Amount>(wanted - sent, 0);
            }
        }
        return sum;
    }

    sqlite::Database& m_db;
    app::Reader m_reader;
    const PlainBooks& m_books;
    Date m_today;
    std::vector<Date> m_days;
    std::string m_at, m_wrong;
};

} // namespace dure::test
