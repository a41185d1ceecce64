// Money over a real server and a real socket: what is owed is the same on every PC once it has heard the same.
#include "core/storage/derived_data.h"
#include "core/storage/note_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/receivable_list.h"
#include "core/storage/receivable_store.h"
#include "tests/support/pc.h"
#include "tests/support/server_process.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::testing;

namespace {

const std::string email = "miseon@hangyeol.example";
const std::string password = "travel-password";
constexpr Date today{20261123};

class Travel
{
public:
    Travel()
        : m_server(DURE_SERVER)
        , m_data(m_folder.path().toStdString() + "/cloud")
        , m_space(addCompany(m_server, m_data, "한결플라스틱(주)", email, password))
        , m_cloud(m_server, m_data)
    { }
    std::unique_ptr<Pc> pc(const std::string& name, std::uint64_t seed)
    {
        return std::make_unique<Pc>(m_folder.path().toStdString() + "/" + name, m_cloud.url(), email, password, seed);
    }

private:
    QTemporaryDir m_folder;
    std::string m_server, m_data, m_space;
    ServerProcess m_cloud;
};

Uuid deliver(Pc& pc, const Uuid& customer, Date on)
{
    commands::DeliveryInput input;
    input.customerId = customer;
    input.deliveredOn = on;
    commands::DeliveryLineInput line;
    line.productName = "PET 500ml";
    line.quantity = Quantity::fromInteger(1'000);
    line.unitPrice = UnitPrice::fromInteger(100);
    input.lines.push_back(line);
    return pc.commands().recordDelivery(input).value().id;
}

Payment payment(const Uuid& customer, std::int64_t won)
{
    Payment made;
    made.customerId = customer;
    made.receivedOn = today;
    made.amount = {won};
    return made;
}

/// Everything that a PC shows of a customer's account.
std::string account(Pc& pc, const Uuid& customer)
{
    const auto row = storage::ReceivableListStore(pc.db(), HolidayCalendar{}).row(customer, today);
    std::string text = std::to_string(row->balance.amount) + " " + std::to_string(row->notesHeld.amount) + " "
        + std::to_string(row->lastPaidOn.yyyymmdd) + ":";
    for (const storage::OpenDebt& debt : storage::PaymentStore(pc.db()).openDebts(customer))
        text += " " + debt.number + "=" + std::to_string(debt.open.amount);
    for (const auto& line : storage::ReceivableStore(pc.db()).ledger(customer, {20260101}, {20271231}).lines)
        text += "|" + std::to_string(line.balance.amount);
    return text;
}

} // namespace

class PaymentsTravelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_is_owed_is_equal_on_two_pcs_that_heard_the_same()
    {
        Travel travel;
        auto first = travel.pc("first", 1);
        auto second = travel.pc("second", 2);
        QVERIFY2(first->failure().empty() && second->failure().empty(), first->failure().c_str());
        commands::CustomerInput input;
        input.customer.name = "(주)다온코스메틱";
        input.customer.openingBalance = {50'000};
        const Uuid customer = first->commands().saveCustomer(input).value().id;
        for (const int day : {20260801, 20261001, 20261110})
            deliver(*first, customer, {day});
        QVERIFY(first->sync().upToDate && second->sync().upToDate);
        QCOMPARE(account(*second, customer), account(*first, customer));

        // each without the other: a transfer here; there an 어음 for the youngest delivery, and one entered late
        second->cutLine();
        QVERIFY(first->commands().recordPayment(payment(customer, 70'000)));
        Payment note = payment(customer, 100'000);
        note.kind = PaymentKind::Note;
        note.noteDueOn = {20270120};
        const auto open = storage::PaymentStore(second->db()).openDebts(customer);
        const auto taken = second->commands().recordPayment(
            note, std::vector<commands::PaymentShare>{{open.back().delivery, {90'000}}});
        QVERIFY(taken);
        deliver(*second, customer, {20260905});
        second->restoreLine();
        QVERIFY(second->sync().upToDate && first->sync().upToDate && second->sync().upToDate);
        QCOMPARE(account(*second, customer), account(*first, customer));
        QCOMPARE(storage::ReceivableStore(first->db()).balance(customer), Won{50'000 + 4 * 110'000 - 170'000});
        QCOMPARE(storage::PaymentStore(first->db()).openDebts(customer).back().open, Won{20'000});

        // both hear of the dishonour at once, and it is taken back once
        second->cutLine();
        QVERIFY(first->commands().dishonourNote(taken->id, today, "잔액 부족"));
        QVERIFY(second->commands().dishonourNote(taken->id, today, "부도 통보"));
        second->restoreLine();
        for (int round = 0; round < 2; ++round)
            QVERIFY(first->sync().upToDate && second->sync().upToDate);
        QCOMPARE(account(*second, customer), account(*first, customer));
        QCOMPARE(storage::ReceivableStore(second->db()).balance(customer), Won{50'000 + 4 * 110'000 - 70'000});
        for (Pc* pc : {first.get(), second.get()}) {
            QCOMPARE(storage::NoteStore(pc->db()).row(taken->id, today)->state, storage::NoteState::Dishonoured);
            QCOMPARE(storage::PaymentStore(pc->db()).openDebts(customer).back().open, Won{110'000});
            QCOMPARE(storage::DerivedData(pc->db()).differences(), std::string());
            QCOMPARE(pc->sync().digestMismatches, 0);
        }
    }
};

QTEST_APPLESS_MAIN(PaymentsTravelTest)
#include "payments_travel_test.moc"
