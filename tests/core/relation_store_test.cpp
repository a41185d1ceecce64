#include "core/storage/relation_store.h"

#include "tests/core/random_company.h"

#include <QtTest>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomCompany;

namespace {

struct Line
{
    Date on;
    Uuid id;
    RelationKind kind;
    bool operator==(const Line&) const = default;
};

/// Activities and claims beside what the random company has.
struct Related : RandomCompany
{
    std::vector<Activity> activities;
    std::vector<Claim> claims;

    explicit Related(std::uint64_t seed)
        : RandomCompany(seed)
    {
        sqlite::Transaction transaction(space.db());
        for (int i = 0; i < 80; ++i) {
            Activity each;
            each.customerId = any(customers).id;
            each.on = near(40, 0);
            each.kind = static_cast<ActivityKind>(space.random.below(5));
            if (space.random.chance(50))
                each.nextOn = near(5, 5);
            if (space.random.chance(40))
                each.doneOn = today;
            each.id = space.receive(each);
            if (space.random.chance(10))
                space.receive(each, true);
            else
                activities.push_back(each);
        }
        for (int i = 0; i < 20; ++i) {
            Claim each;
            each.number = "M" + std::to_string(i);
            each.customerId = any(customers).id;
            each.claimedOn = near(40, 0);
            each.id = space.receive(each);
            claims.push_back(each);
        }
        space.derived.refresh();
        transaction.commit();
    }

    std::vector<Line> plainly(const Uuid& customer, RelationChip chip) const
    {
        const auto wants = [&](RelationChip one) { return chip == one || chip == RelationChip::All; };
        std::vector<Line> all;
        for (const Activity& each : activities) {
            const bool promise = each.kind == ActivityKind::Promise;
            const bool open = each.doneOn.isNull() && !each.nextOn.isNull();
            if (each.customerId == customer
                && (wants(promise ? RelationChip::Promises : RelationChip::Contacts)
                    || (open && chip == RelationChip::Open)))
                all.push_back({each.on, each.id, RelationKind::Activity});
        }
        for (const Claim& each : claims)
            if (each.customerId == customer && wants(RelationChip::Claims))
                all.push_back({each.claimedOn, each.id, RelationKind::Claim});
        for (const auto& [id, each] : orders)
            if (each.customerId == customer && wants(RelationChip::Orders))
                all.push_back({each.orderedOn, id, RelationKind::Order});
        for (const auto& [id, each] : deliveries)
            if (each.customerId == customer && wants(RelationChip::Deliveries))
                all.push_back({each.deliveredOn, id, RelationKind::Delivery});
        for (const Payment& each : payments)
            if (each.customerId == customer && wants(RelationChip::Payments))
                all.push_back({each.receivedOn, each.id, RelationKind::Payment});
        std::ranges::sort(all, [](const Line& a, const Line& b) { return a.on != b.on ? a.on > b.on : b.id < a.id; });
        return all;
    }
};

} // namespace

class RelationStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void the_time_line_holds_everything_newest_first_in_any_window()
    {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            Related company(seed);
            RelationStore store(company.space.db());
            for (const Customer& customer : company.customers) {
                const RelationChipCounts counts = store.counts(customer.id);
                for (std::size_t chip = 0; chip < counts.size(); ++chip) {
                    const auto which = static_cast<RelationChip>(chip);
                    const auto expected = company.plainly(customer.id, which);
                    QCOMPARE(counts[chip], std::int64_t(expected.size()));
                    std::vector<Line> found;
                    for (std::int64_t offset = 0; offset <= std::int64_t(expected.size()); offset += 7)
                        for (const RelationEntry& each : store.list(customer.id, which, company.today, offset, 7))
                            found.push_back({each.on, each.id, each.kind});
                    QVERIFY(found == expected);
                }
            }
        }
    }

    void what_is_to_be_done_comes_by_its_day_and_what_is_done_does_not()
    {
        Related company(9);
        RelationStore store(company.space.db());
        for (const Customer& customer : company.customers) {
            const auto toDo = store.toDo(customer.id, 1'000);
            QCOMPARE(toDo.size(), company.plainly(customer.id, RelationChip::Open).size());
            QVERIFY(std::ranges::is_sorted(toDo, {}, [](const Activity& each) { return each.nextOn; }));
            for (const Activity& each : toDo)
                QVERIFY(each.doneOn.isNull() && !each.nextOn.isNull());
            const auto latest = store.latest(customer.id, 2);
            QVERIFY(latest.size() <= 2);
            QVERIFY(latest.size() < 2 || latest[0].on >= latest[1].on);
        }
    }
};

QTEST_APPLESS_MAIN(RelationStoreTest)
#include "relation_store_test.moc"
