// The one table of who may do what.
#include "core/domain/access.h"

#include <QTest>

using namespace dure;

namespace {

constexpr SpaceKind kinds[] = {SpaceKind::Company, SpaceKind::Service, SpaceKind::Room, SpaceKind::Platform};
constexpr Role roles[] = {Owner, Executive, Staff, Coordinator, Association, Operator};
constexpr Right changing[]
    = {Right::ManageMembers, Right::RevokeDevices, Right::ResetPasswords, Right::DecideHandovers};

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobody_may_do_anything()
    {
        for (const SpaceKind kind : kinds) {
            QVERIFY(!mayWriteAnything(0, kind));
            for (int right = 0; right < rightCount; ++right)
                QVERIFY(!mayDo(0, kind, static_cast<Right>(right)));
        }
        for (const Table& table : allTables())
            QVERIFY(!mayAccess(0, table, Action::Read) && !mayAccess(0, table, Action::Write));
    }

    void an_executive_reads_all_of_a_company_and_changes_nothing()
    {
        for (const Table& table : allTables())
            QCOMPARE(mayAccess(Executive, table, Action::Read), mayAccess(Owner, table, Action::Read));
        for (const SpaceKind kind : kinds) {
            QVERIFY(!mayWriteAnything(Executive, kind));
            for (const Right right : changing)
                QVERIFY(!mayDo(Executive, kind, right));
        }
    }

    void nothing_of_a_company_is_an_associations_or_an_operators()
    {
        for (const Table& table : allTables())
            if (table.space == SpaceKind::Company)
                for (const Role role : {Association, Operator})
                    QVERIFY(!mayAccess(role, table, Action::Read) && !mayAccess(role, table, Action::Write));
        QVERIFY((rolesIn(SpaceKind::Company) & (Association | Operator)) == 0);
        for (int right = 1; right < rightCount; ++right)
            QVERIFY(!mayDo(Operator, SpaceKind::Company, static_cast<Right>(right)));
    }

    void a_coordinator_writes_no_facts_and_decides_of_nobody()
    {
        for (const Table& table : allTables()) {
            QVERIFY(table.space != SpaceKind::Company || mayAccess(Coordinator, table, Action::Read));
            if (table.policy != WritePolicy::Editable)
                QVERIFY(!mayAccess(Coordinator, table, Action::Write));
        }
        for (const Right right : changing)
            QVERIFY(!mayDo(Coordinator, SpaceKind::Company, right));
        QVERIFY(needsEnd(Coordinator, SpaceKind::Company) && !needsEnd(Staff, SpaceKind::Company));
    }

    void only_the_server_writes_what_is_its_own()
    {
        for (const Table& table : allTables())
            if (table.policy == WritePolicy::ServerOnly)
                for (const Role role : roles)
                    QVERIFY(!mayAccess(role, table, Action::Write));
    }

    void files_are_whose_the_rows_are_that_name_them()
    {
        const Table& rows = tableOf(TableId::Attachment);
        for (const SpaceKind kind : kinds)
            for (const Role role : roles) {
                QCOMPARE(
                    mayDo(role, kind, Right::ReadFiles), kind == rows.space && mayAccess(role, rows, Action::Read));
                QCOMPARE(
                    mayDo(role, kind, Right::WriteFiles), kind == rows.space && mayAccess(role, rows, Action::Write));
            }
    }

    void of_people_and_devices_decide_owners_and_on_the_platform_operators()
    {
        for (const Right right : changing) {
            QCOMPARE(rolesWith(SpaceKind::Company, right), std::uint8_t{Owner});
            QCOMPARE(rolesWith(SpaceKind::Platform, right), std::uint8_t{Operator});
        }
        for (const Role role : roles)
            QCOMPARE(maySecondFactor(role), role == Owner || role == Operator);
    }
};

QTEST_APPLESS_MAIN(AccessTest)
#include "access_test.moc"
