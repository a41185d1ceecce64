// One order from a key press's command to the other PC, over a real server, a real socket and real files, in the order
// of ARCHITECTURE.md's straight line. A newcomer starts here.
#include "core/storage/order_store.h"
#include "core/storage/outbox.h"
#include "core/storage/row_store.h"
#include "sync/protocol/codec.h"
#include "tests/support/pc.h"
#include "tests/support/server_process.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::testing;

namespace {

const std::string email = "miseon@hangyeol.example";
const std::string password = "travel-password";

class Travel
{
public:
    Travel()
        : m_server(DURE_SERVER)
        , m_data(m_folder.path().toStdString() + "/cloud")
        , space(addCompany(m_server, m_data, "한결플라스틱(주)", email, password))
        , cloud(std::make_unique<ServerProcess>(m_server, m_data))
    { }

    std::unique_ptr<Pc> pc(const std::string& name, std::uint64_t seed)
    {
        return std::make_unique<Pc>(m_folder.path().toStdString() + "/" + name, cloud->url(), email, password, seed);
    }

private:
    QTemporaryDir m_folder;
    std::string m_server;
    std::string m_data;

public:
    const std::string space;
    std::unique_ptr<ServerProcess> cloud;
};

Uuid makeCustomer(Pc& pc, const std::string& name)
{
    commands::CustomerInput input;
    input.customer.name = name;
    const auto done = pc.commands().saveCustomer(input);
    return done ? done->id : Uuid{};
}

commands::OrderInput fiveLines(const Uuid& customer)
{
    commands::OrderInput input;
    input.order.customerId = customer;
    input.order.orderedOn = Date::fromYmd(2026, 11, 23);
    input.order.dueOn = Date::fromYmd(2026, 12, 2);
    for (int i = 1; i <= 5; ++i) {
        OrderLine line;
        line.productName = "PET 500ml 투명 " + std::to_string(i);
        line.quantity = Quantity::fromInteger(i * 1000);
        line.unitPrice = UnitPrice{98'0000 + i * 5000};
        input.lines.push_back(line);
    }
    return input;
}

constexpr auto totalSql = "SELECT sum(supply) + sum(tax) FROM order_line WHERE deleted = 0";

} // namespace

class OrderTravelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void an_order_typed_offline_is_on_the_other_pc_once_the_line_is_back()
    {
        Travel travel;
        QVERIFY2(!travel.space.empty() && !travel.cloud->url().empty(), "the cloud did not start");
        auto first = travel.pc("first", 1);
        auto second = travel.pc("second", 2);
        QVERIFY2(first->failure().empty() && second->failure().empty(), first->failure().c_str());
        const Uuid customer = makeCustomer(*first, "(주)다온코스메틱");
        QVERIFY(first->sync().upToDate);
        QVERIFY(second->sync().upToDate);
        QCOMPARE(second->count("SELECT count(*) FROM customer WHERE name = '(주)다온코스메틱'"), 1);

        // the command: amounts, rows and the outbox entry in one transaction
        second->cutLine();
        const auto saved = second->commands().saveOrder(fiveLines(customer));
        QVERIFY(saved.has_value());
        QCOMPARE(saved->changes.touches(TableId::SalesOrder), true);
        const auto waiting = storage::Outbox(second->db()).inState(storage::EntryState::Waiting);
        QCOMPARE(waiting.size(), 1U);
        const auto mutation = protocol::decodeMutation(waiting.front().body);
        QVERIFY(mutation.has_value());
        QCOMPARE(mutation->changes.size(), 6U);

        // without a line it stays, and the screen says so
        const client::Status offline = second->sync();
        QCOMPARE(offline.standing, client::Standing::Offline);
        QCOMPARE(offline.waiting, 1);

        // a delivery in part, still without a line
        commands::DeliveryInput delivery;
        delivery.orderId = saved->id;
        delivery.deliveredOn = Date::fromYmd(2026, 11, 23);
        commands::DeliveryLineInput part;
        part.orderLineId = mutation->changes[1].row;
        part.quantity = Quantity::fromInteger(500);
        delivery.lines.push_back(part);
        QVERIFY(second->commands().recordDelivery(delivery).has_value());

        // the line is back: outbox → cloud → the other PC
        second->restoreLine();
        QVERIFY(second->sync().upToDate);
        QVERIFY(first->sync().upToDate);
        QCOMPARE(first->count("SELECT count(*) FROM sales_order WHERE deleted = 0"), 1);
        QCOMPARE(first->count("SELECT count(*) FROM order_line WHERE deleted = 0"), 5);
        QCOMPARE(first->count("SELECT count(*) FROM delivery_line"), 1);
        QCOMPARE(first->count(totalSql), second->count(totalSql));
        QCOMPARE(first->count("SELECT count(*) FROM order_summary"), 1);
        QCOMPARE(first->sync().digestMismatches, 0);
        QCOMPARE(second->sync().digestMismatches, 0);
    }

    void two_people_change_one_order_and_both_keep_their_work()
    {
        Travel travel;
        auto first = travel.pc("first", 1);
        auto second = travel.pc("second", 2);
        const Uuid customer = makeCustomer(*first, "동녘음료");
        const auto saved = first->commands().saveOrder(fiveLines(customer));
        QVERIFY(saved && first->sync().upToDate && second->sync().upToDate);

        const auto edit = [&](Pc& pc, const auto& change) {
            storage::RowStore rows(pc.db());
            commands::OrderInput before;
            before.order = fromRow<SalesOrder>(rows.find(tableOf(TableId::SalesOrder), saved->id)->row);
            auto lines
                = pc.db().prepareOnce("SELECT id FROM order_line WHERE order_id = ? AND deleted = 0 ORDER BY position");
            lines.bind(1, storage::blobOf(saved->id));
            while (lines.step()) {
                const Uuid id = storage::uuidAt(lines, 0);
                before.lines.push_back(fromRow<OrderLine>(rows.find(tableOf(TableId::OrderLine), id)->row));
            }
            commands::OrderInput after = before;
            change(after);
            return pc.commands().saveOrder(after, &before).has_value();
        };
        QVERIFY(edit(*first, [](auto& input) { input.order.memo = "하차 13시 이후"; }));
        QVERIFY(edit(*first, [](auto& input) { input.order.dueOn = Date::fromYmd(2026, 11, 27); }));
        QTest::qSleep(5); // later by the clock too, which counts milliseconds
        QVERIFY(edit(*second, [](auto& input) { input.order.dueOn = Date::fromYmd(2026, 11, 23); }));
        QVERIFY(edit(*second, [](auto& input) { input.lines[0].quantity = Quantity::fromInteger(15'000); }));
        QVERIFY(first->sync().upToDate && second->sync().upToDate && first->sync().upToDate);

        for (Pc* pc : {first.get(), second.get()}) {
            QCOMPARE(pc->count("SELECT count(*) FROM sales_order WHERE memo = '하차 13시 이후'"), 1);
            QCOMPARE(pc->count("SELECT due_on FROM sales_order"), 20261123); // the later edit
            QCOMPARE(pc->count("SELECT count(*) FROM order_line WHERE quantity = 150000000"), 1);
            QCOMPARE(
                pc->count("SELECT count(*) FROM conflict WHERE field = 'due_on' AND loser_value LIKE '%20261127%'"), 1);
        }
    }

    void killing_the_cloud_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        Travel travel;
        auto first = travel.pc("first", 1);
        const Uuid customer = makeCustomer(*first, "가온F&B");
        QVERIFY(first->sync().upToDate);
        constexpr int rounds = 12;
        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < 5; ++i)
                QVERIFY(first->commands().saveOrder(fiveLines(customer)).has_value());
            travel.cloud->killAfterUs(round * 1500);
            first->sync();
            travel.cloud->restart();
        }
        // the first request may still go out on a connection that died with the last cloud
        QVERIFY(first->sync().upToDate || first->sync().upToDate);
        auto second = travel.pc("second", 2);
        QVERIFY(second->sync().upToDate);
        QCOMPARE(second->count("SELECT count(*) FROM sales_order WHERE deleted = 0"), rounds * 5);
        QCOMPARE(second->count("SELECT count(*) FROM order_line WHERE deleted = 0"), rounds * 25);
        QCOMPARE(second->count("SELECT count(DISTINCT number) FROM sales_order"), rounds * 5);
        QCOMPARE(second->count(totalSql), first->count(totalSql));
    }
};

int main(int argc, char** argv)
{
    client::initializeHttpThreads(4);
    QCoreApplication app(argc, argv);
    OrderTravelsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "order_travels_test.moc"
