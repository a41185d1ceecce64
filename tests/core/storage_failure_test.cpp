#include "tests/core/commands_fixture.h"

#include "core/domain/content_hash.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using dure::test::CommandsFixture;

namespace {

/// Every row of every table.
std::uint64_t contentOf(sqlite::Database& db)
{
    std::vector<std::string> tables;
    auto names = db.prepareOnce("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name");
    while (names.step())
        tables.emplace_back(names.text(0));
    std::uint64_t hash = 0;
    for (const std::string& table : tables) {
        auto rows = db.prepareOnce("SELECT * FROM " + table);
        while (rows.step())
            for (int column = 0; column < rows.columnCount(); ++column)
                hash = hashBytes(rows.blob(column).view(), hash + 1);
    }
    return hash;
}

std::int64_t pageCount(sqlite::Database& db)
{
    auto rows = db.prepareOnce("PRAGMA page_count");
    rows.step();
    return rows.integer(0);
}

/// Lets the disk be full after each further page in turn, until `work` succeeds; each failure must leave no trace.
template <class Work> void failAtEveryPage(CommandsFixture& f, Work&& work)
{
    int failures = 0;
    for (std::int64_t more = 0;; ++more) {
        const std::uint64_t before = contentOf(f.db());
        f.db().limitPages(pageCount(f.db()) + more);
        const bool done = work();
        f.db().limitPages(0);
        if (done)
            break;
        ++failures;
        QCOMPARE(contentOf(f.db()), before);
        QVERIFY(more < 200);
    }
    QVERIFY2(failures > 0, "the disk was never full: the action is too small for this test");
    QCOMPARE(f.whatIsWrong(), std::string());
}

template <class Outcome> bool fullDiskOr(const Outcome& outcome)
{
    if (!outcome && outcome.error().kind != ErrorKind::StorageFull)
        qFatal("another error than a full disk: %s", outcome.error().detail.c_str());
    return outcome.has_value();
}

} // namespace

class StorageFailureTest : public QObject
{
    Q_OBJECT

private slots:
    void an_order_on_a_full_disk_is_saved_whole_or_not_at_all()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        auto input = f.orderInput(customer, std::vector<OrderLine>(60, f.line(product, 10, 5)));
        for (OrderLine& line : input.lines)
            line.note = std::string(900, 'x');
        failAtEveryPage(f, [&] { return fullDiskOr(f.commands.saveOrder(input)); });
    }

    void a_delivery_on_a_full_disk_is_recorded_whole_or_not_at_all()
    {
        CommandsFixture f;
        const auto order = f.commands.saveOrder(
            f.orderInput(f.makeCustomer(), std::vector<OrderLine>(60, f.line(f.makeProduct(), 10, 5))));
        auto input = f.deliveryOf(order->id, std::vector<std::int64_t>(60, 5));
        for (DeliveryLineInput& line : input.lines)
            line.note = std::string(900, 'x');
        failAtEveryPage(f, [&] { return fullDiskOr(f.commands.recordDelivery(input)); });
    }

    void an_undo_on_a_full_disk_is_done_whole_or_not_at_all()
    {
        CommandsFixture f;
        const Product product = f.makeProduct();
        auto input = f.orderInput(f.makeCustomer(), std::vector<OrderLine>(60, f.line(product, 10, 5)));
        for (OrderLine& line : input.lines)
            line.note = std::string(900, 'x');
        const auto order = f.commands.saveOrder(input);
        QVERIFY(f.commands.deleteOrder(order->id));
        failAtEveryPage(f, [&] { return fullDiskOr(f.commands.undo(f.today)); });
        QCOMPARE(f.loadOrder(order->id).lines.size(), 60U);
    }

    void an_import_on_a_full_disk_is_done_whole_or_not_at_all()
    {
        CommandsFixture f;
        std::vector<CustomerDraft> drafts(150);
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            drafts[i].customer.name = "거래처 " + std::to_string(i);
            drafts[i].given.add(col::Customer::name);
        }
        failAtEveryPage(f, [&] { return fullDiskOr(f.commands.importCustomers(drafts)); });
    }

    void a_locked_file_is_told_apart_from_a_full_disk()
    {
        CommandsFixture f;
        f.makeCustomer();
        sqlite::Database other(f.path, {});
        f.db().execute("PRAGMA busy_timeout=10");
        {
            sqlite::Transaction holds(other);
            const auto refused = f.commands.saveDraft("x", "y");
            QCOMPARE(refused.error().kind, ErrorKind::StorageBusy);
            QCOMPARE(f.commands.saveProduct(Product{}).error().kind, ErrorKind::StorageBusy);
        }
        f.makeCustomer("다른 곳");
        QCOMPARE(f.whatIsWrong(), std::string());
    }
};

QTEST_APPLESS_MAIN(StorageFailureTest)
#include "storage_failure_test.moc"
