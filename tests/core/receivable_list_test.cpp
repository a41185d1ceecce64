// 미수금: the stores against facts added up the plain way.
#include "core/domain/payment_terms.h"
#include "core/storage/note_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/receivable_list.h"
#include "core/storage/receivable_store.h"
#include "tests/core/random_accounts.h"

#include <QtTest>
#include <algorithm>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomAccounts;

namespace {

constexpr Date today = RandomAccounts::today;
const HolidayCalendar calendar({{Date{20261231}, "쉬는 날", false}});

ReceivableFilter filterOf(ReceivableChip chip, const char* text = "") { return {chip, text, today}; }

/// What the list should say of a customer.
ReceivableRow plainRow(const RandomAccounts& accounts, const Customer& customer)
{
    ReceivableRow row;
    row.balance = accounts.owed(customer);
    const PaymentTerms terms{int(customer.closingDay), int(customer.payMonths), int(customer.payDay)};
    for (const auto& [on, amount] : accounts.unpaid(customer)) {
        if (row.ages.total() == Won{})
            row.oldestOn = on;
        row.ages.owed[static_cast<std::size_t>(debtAge(on, today))] += amount;
        const auto due = on.isNull() ? std::nullopt : dueDate(terms, on, calendar);
        if (terms.closingDay > 0 && (on.isNull() || *due < today)) {
            row.overdue += amount;
            if (row.overdueSince.isNull() && due)
                row.overdueSince = *due;
        }
    }
    row.ages.credit = row.balance < Won{} ? -row.balance : Won{};
    for (const auto& [id, payment] : accounts.payments) {
        if (payment.customerId != customer.id || !RandomAccounts::stands(accounts.payments, id))
            continue;
        row.lastPaidOn = std::max(row.lastPaidOn, payment.receivedOn);
        if (payment.kind != PaymentKind::Note)
            continue;
        if (payment.noteDueOn.isNull() || payment.noteDueOn > today)
            row.notesHeld += payment.amount;
        if (payment.noteDueOn >= today && payment.noteDueOn <= Date{20261129})
            row.notesThisWeek += payment.amount;
    }
    for (const Activity& promise : accounts.promises)
        if (promise.customerId == customer.id && promise.doneOn.isNull()
            && (row.promisedOn.isNull() || promise.nextOn < row.promisedOn))
            row.promisedOn = promise.nextOn;
    return row;
}

} // namespace

class ReceivableListTest : public QObject
{
    Q_OBJECT

private slots:
    void every_customer_owes_what_the_facts_say_and_since_when()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            RandomAccounts accounts(seed);
            ReceivableListStore store(accounts.space.db(), calendar);
            for (const Customer& customer : accounts.customers) {
                const ReceivableRow row = *store.row(customer.id, today);
                const ReceivableRow plain = plainRow(accounts, customer);
                QCOMPARE(row.balance, plain.balance);
                QCOMPARE(row.ages, plain.ages);
                QCOMPARE(row.ages.total() - row.ages.credit, row.balance);
                QCOMPARE(row.oldestOn, plain.oldestOn);
                QCOMPARE(row.overdue, plain.overdue);
                QCOMPARE(row.overdueSince, plain.overdueSince);
                QCOMPARE(row.notesHeld, plain.notesHeld);
                QCOMPARE(row.notesThisWeek, plain.notesThisWeek);
                QCOMPARE(row.lastPaidOn, plain.lastPaidOn);
                QCOMPARE(row.promisedOn, plain.promisedOn);
            }
            QCOMPARE(accounts.space.derived.differences(), std::string());
        }
    }

    void the_balance_is_opening_and_delivered_less_returns_and_received()
    {
        RandomAccounts accounts(21);
        ReceivableStore store(accounts.space.db());
        for (const Customer& customer : accounts.customers) {
            const std::vector<LedgerEntry> entries = ledgerEntries(store.facts(customer.id, {29991231}));
            const AccountBalance account = accountAt(customer.openingBalance, entries, {29991231});
            QCOMPARE(account.opening + account.delivered - account.returned - account.received - account.notesReceived,
                store.balance(customer.id));
            QCOMPARE(account.owed, accounts.owed(customer));
            QCOMPARE(accountAt({}, entries, today).notesHeld,
                ReceivableListStore(accounts.space.db(), calendar).row(customer.id, today)->notesHeld);
        }
    }

    void what_came_back_on_the_day_of_an_opening_balance_is_taken_off_it()
    {
        dure::test::SpaceFixture space;
        sqlite::Transaction transaction(space.db());
        Customer customer;
        customer.name = "(주)다온";
        customer.openingBalance = {100'000};
        customer.openingOn = Date{20260901};
        customer.id = space.receive(customer);
        for (const auto& [on, won] :
            {std::pair(20260701, 200'000), std::pair(20260901, -30'000), std::pair(20261101, 50'000)}) {
            Delivery delivery;
            delivery.number = "D" + std::to_string(on);
            delivery.customerId = customer.id;
            delivery.deliveredOn = Date{on};
            DeliveryLine line;
            line.deliveryId = space.receive(delivery);
            line.productName = "PET 500ml";
            line.quantity = Quantity::fromInteger(won < 0 ? -1 : 1);
            line.supply = {won};
            space.receive(line);
        }
        Payment payment;
        payment.number = "R1";
        payment.customerId = customer.id;
        payment.receivedOn = Date{20261102};
        payment.amount = {150'000};
        space.receive(payment);
        space.derived.refresh();
        transaction.commit();
        const Ageing ages = ReceivableListStore(space.db(), calendar).row(customer.id, today)->ages;
        QCOMPARE(ages.owed[0], Won{50'000});
        QCOMPARE(ages.owed[2], Won{70'000});
        QCOMPARE(ages.owed[3], Won{50'000});
    }

    void what_is_open_of_each_delivery_sums_to_the_balance()
    {
        for (std::uint64_t seed = 30; seed <= 36; ++seed) {
            RandomAccounts accounts(seed);
            PaymentStore store(accounts.space.db());
            for (const Customer& customer : accounts.customers) {
                Won sum;
                std::map<Date, Won> days;
                const std::vector<OpenDebt> debts = store.openDebts(customer.id);
                for (const OpenDebt& debt : debts) {
                    QVERIFY(debt.open > Won{});
                    QVERIFY(debt.open <= debt.total);
                    if (!debt.delivery.isNil())
                        QVERIFY(debt.open <= debt.total - accounts.allocatedTo(accounts.deliveries.at(debt.delivery)));
                    sum += debt.open;
                    days[debt.on] += debt.open;
                }
                QCOMPARE(sum, std::max(accounts.owed(customer), Won{}));
                QCOMPARE(days, accounts.unpaid(customer));
                QVERIFY(std::ranges::is_sorted(debts, {}, &OpenDebt::on));
            }
        }
    }

    void the_list_filters_sorts_and_adds_up_alike()
    {
        RandomAccounts accounts(41);
        ReceivableListStore store(accounts.space.db(), calendar);
        for (const char* text : {"", "다온", "ㅅㅂ", "c3", "없음"}) {
            for (int chip = 0; chip <= int(ReceivableChip::NotesThisWeek); ++chip) {
                const auto filter = filterOf(static_cast<ReceivableChip>(chip), text);
                const auto rows = store.list(filter, {.limit = 100});
                const ReceivableTotals totals = store.totals(filter);
                QCOMPARE(totals.count, std::ssize(rows));
                Won balance, overdue;
                for (const ReceivableRow& row : rows) {
                    balance += row.balance;
                    overdue += row.overdue;
                    QVERIFY(row.name.find(text[0] == '\xeb' ? "다온" : "") != std::string::npos);
                }
                QCOMPARE(totals.balance, balance);
                QCOMPARE(totals.overdue, overdue);
                for (int sort = 0; sort <= int(ReceivableSort::OverNinety); ++sort)
                    for (const bool descending : {false, true}) {
                        const auto whole = store.list(filter, {ReceivableSort(sort), descending, 0, 100});
                        std::vector<Uuid> joined;
                        for (std::int64_t at = 0; at < std::ssize(whole); at += 3)
                            for (const auto& row : store.list(filter, {ReceivableSort(sort), descending, at, 3}))
                                joined.push_back(row.id);
                        QVERIFY(std::ranges::equal(whole, joined, {}, &ReceivableRow::id));
                    }
            }
        }
        const auto counts = store.chipCounts(today);
        QCOMPARE(counts.overdue, store.totals(filterOf(ReceivableChip::Overdue)).count);
        QCOMPARE(counts.promised, store.totals(filterOf(ReceivableChip::Promised)).count);
        QVERIFY(counts.all > 0 && counts.overdue > 0 && counts.promised > 0);
        const auto rows = store.list(filterOf(ReceivableChip::All), {.limit = 100});
        QVERIFY(std::ranges::is_sorted(rows, std::greater{}, &ReceivableRow::balance));
        QCOMPARE(store.totals(filterOf(ReceivableChip::All)).balance, ReceivableStore(accounts.space.db()).total());
    }

    void a_ledger_of_any_period_begins_and_ends_with_the_balance_of_its_days()
    {
        RandomAccounts accounts(51);
        ReceivableStore store(accounts.space.db());
        for (const Customer& customer : accounts.customers)
            for (int round = 0; round < 12; ++round) {
                const Date from = accounts.near(220, 0);
                const Date to = from.addDays(static_cast<int>(accounts.space.random.below(90)));
                const AccountLedger ledger = store.ledger(customer.id, from, to);
                QCOMPARE(ledger.carriedForward, store.balanceAt(customer.id, from.addDays(-1)));
                QCOMPARE(ledger.closing, store.balanceAt(customer.id, to));
                QCOMPARE(ledger.closing, ledger.carriedForward + ledger.debits - ledger.credits);
                Won running = ledger.carriedForward;
                for (const AccountLine& line : ledger.lines) {
                    running += line.debit - line.credit;
                    QCOMPARE(line.balance, running);
                    QVERIFY(line.on >= from && line.on <= to);
                    QVERIFY(line.fact.has_value() || line.on == customer.openingOn);
                }
            }
    }

    void payments_are_listed_by_day_with_what_they_stand_for()
    {
        RandomAccounts accounts(61);
        PaymentStore store(accounts.space.db());
        for (const char* text : {"", "R1", "ㅅㅂ", "다온 r", "N2"}) {
            PaymentFilter filter;
            filter.chip = PaymentChip::All;
            filter.text = text;
            filter.today = today;
            const auto whole = store.list(filter, {.limit = 1000});
            const PaymentTotals totals = store.totals(filter);
            QCOMPARE(totals.count, std::ssize(whole));
            Won sum;
            std::size_t at = 0;
            PaymentWindow window{PaymentSort::Date, true, 0, 7};
            for (; window.offset < std::ssize(whole); window.offset += 7)
                for (const PaymentListRow& row : store.list(filter, window))
                    QCOMPARE(row.id, whole[at++].id);
            for (const PaymentListRow& row : whole) {
                sum += row.amount;
                const Payment& payment = accounts.payments.at(row.id);
                if (!payment.reversesId.isNil())
                    QCOMPARE(row.standing, PaymentStanding::TakesBack);
                else
                    QCOMPARE(row.standing == PaymentStanding::Stands,
                        !RandomAccounts::isReversed(accounts.payments, row.id));
            }
            QCOMPARE(totals.amount, sum);
            QVERIFY(std::ranges::is_sorted(whole, std::greater{}, &PaymentListRow::receivedOn));
            QVERIFY(!whole.empty());
        }
        QCOMPARE(store.chipCounts(today).all, std::ssize(accounts.payments));
    }

    void notes_are_held_until_they_mature_or_are_dishonoured()
    {
        RandomAccounts accounts(71);
        NoteStore store(accounts.space.db());
        Won held;
        std::int64_t dishonoured = 0;
        for (const auto& [id, payment] : accounts.payments) {
            if (payment.kind != PaymentKind::Note || !payment.reversesId.isNil())
                continue;
            const NoteRow row = *store.row(id, today);
            const bool isReversed = RandomAccounts::isReversed(accounts.payments, id);
            QCOMPARE(row.state == NoteState::Dishonoured || row.state == NoteState::TakenBack, isReversed);
            dishonoured += row.state == NoteState::Dishonoured ? 1 : 0;
            if (!isReversed) {
                const bool hasMatured = !payment.noteDueOn.isNull() && payment.noteDueOn <= today;
                QCOMPARE(row.state, hasMatured ? NoteState::Matured : NoteState::Held);
                held += hasMatured ? Won{} : payment.amount;
            }
        }
        QVERIFY(dishonoured > 0);
        QCOMPARE(store.totals({NoteChip::Held, {}, today}).amount, held);
        QCOMPARE(store.chipCounts(today).dishonoured, dishonoured);
        QCOMPARE(std::ssize(store.list({NoteChip::Dishonoured, {}, today}, {})), dishonoured);
        QCOMPARE(
            ReceivableListStore(accounts.space.db(), calendar).totals(filterOf(ReceivableChip::All)).notesHeld, held);
    }
};

QTEST_APPLESS_MAIN(ReceivableListTest)
#include "receivable_list_test.moc"
