#pragma once
#include "core/domain/content_hash.h"
#include "sync/protocol/codec.h"
#include "sync/server/space_service.h"
#include "sync/server/space_store.h"
#include "sync/server/sqlite_space_store.h"
#include "tests/sync/test_space.h"

#include <map>
#include <string>
#include <vector>

namespace dure::test {

inline Uuid numbered(int n)
{
    Uuid id;
    id.bytes[0] = 1;
    id.bytes[14] = static_cast<std::uint8_t>(n >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}

/// A user at a device, numbering what it does.
struct Hand
{
    server::Actor actor;
    Uuid incarnation;
    std::int64_t n = 0;
    std::int64_t clock = 0; ///< how far its clock is off
};

using Values = std::vector<std::pair<int, Value>>;

inline Change make(TableId table, const Uuid& row, Values values)
{
    return {table, row, 0, Op::Create, {std::move(values), {}}};
}
inline Change change(TableId table, const Uuid& row, std::int64_t base, Values values)
{
    return {table, row, base, Op::Put, {std::move(values), {}}};
}
inline Change drop(TableId table, const Uuid& row, std::int64_t base) { return {table, row, base, Op::Delete, {}}; }

/// One space of the cloud, and hands that push to it.
struct CloudSpace
{
    CountingRandom random;
    std::unique_ptr<server::SpaceStore> store;
    server::SpaceService service;
    std::int64_t now = 1'000'000;

    explicit CloudSpace(SpaceKind kind = SpaceKind::Company)
        : store(openTestSpace(random))
        , service(*store, kind)
    { }
    CloudSpace(SpaceKind kind, const std::string& sqlitePath)
        : store(server::openSqliteSpaceStore(sqlitePath, random))
        , service(*store, kind)
    { }

    Hand hand(int number, Role role = Staff)
    {
        Hand made;
        made.actor = {numbered(number), "user " + std::to_string(number), role, numbered(1000 + number),
            "pc " + std::to_string(number)};
        made.incarnation = numbered(2000 + number);
        return made;
    }

    protocol::NumberedMutation mutation(Hand& hand, std::vector<Change> changes, std::int64_t at)
    {
        const std::string body = protocol::encodeMutation({hand.actor.user, at, "test", {}, std::move(changes)});
        return {++hand.n, hashBytes(body), body};
    }

    protocol::PushRequest request(const Hand& hand, std::vector<protocol::NumberedMutation> mutations)
    {
        return {hand.incarnation, epoch(), now + hand.clock, std::move(mutations)};
    }

    /// One mutation, made and pushed now.
    protocol::MutationResult push(Hand& hand, std::vector<Change> changes)
    {
        now += 1000;
        return pushAt(hand, std::move(changes), now + hand.clock);
    }
    protocol::MutationResult pushAt(Hand& hand, std::vector<Change> changes, std::int64_t at)
    {
        const auto reply = service.push(request(hand, {mutation(hand, std::move(changes), at)}), hand.actor, now);
        return reply ? reply->results.at(0) : protocol::MutationResult{-1, protocol::ResultStatus::Rejected, -1};
    }

    server::SpaceState state() { return store->beginRead()->state(); }
    std::string epoch() { return state().epoch; }
    std::int64_t seqOf(TableId table, const Uuid& id)
    {
        const auto row = store->beginRead()->find(table, id);
        return row ? row->seq : 0;
    }
    bool isDeleted(TableId table, const Uuid& id) { return store->beginRead()->find(table, id)->deleted; }
    Value field(TableId table, const Uuid& id, int column)
    {
        const auto stored = store->beginRead()->find(table, id);
        if (!stored)
            return {};
        return protocol::decodeRow(tableOf(table), id, stored->fields)->values.at(static_cast<std::size_t>(column));
    }

    protocol::PullReply pullAll(const Hand& hand, std::int64_t limit = 1000)
    {
        protocol::PullRequest pull{epoch(), 0, {}, limit};
        protocol::PullReply all;
        for (;;) {
            auto page = service.pull(pull, hand.actor, now);
            if (!page)
                return all;
            pull.cursors = page->cursors;
            auto rows = std::move(all.rows);
            rows.insert(rows.end(), page->rows.begin(), page->rows.end());
            all = *page;
            all.rows = std::move(rows);
            if (!page->more)
                return all;
        }
    }

    std::vector<Row> conflicts()
    {
        std::vector<Row> found;
        for (const auto& pulled : pullAll(hand(999, Owner)).rows)
            if (pulled.table == "conflict")
                found.push_back(*protocol::decodeRow(tableOf(TableId::Conflict), pulled.id, pulled.fields));
        return found;
    }

    std::map<std::string, protocol::TableDigest> recomputedDigests(const Hand& hand)
    {
        std::map<std::string, protocol::TableDigest> digests = service.digest(hand.actor)->tables;
        for (auto& [table, digest] : digests)
            digest = {};
        const protocol::PullReply page = pullAll(hand);
        for (const auto& pulled : page.rows) {
            if (pulled.deleted)
                continue;
            const Table& table = *findTable(pulled.table);
            const Row row = *protocol::decodeRow(table, pulled.id, pulled.fields);
            ++digests[pulled.table].count;
            digests[pulled.table].sum += protocol::rowHash(table, row, pulled.seq);
        }
        return digests;
    }

    // A customer, and an order of it with two lines; returns the order's id. Lines are line(order, 1) and line(order,
    // 2).
    static Uuid line(const Uuid& order, int position) { return derivedUuid(order, "line " + std::to_string(position)); }
    static Change orderLine(const Uuid& order, int position)
    {
        return make(TableId::OrderLine, line(order, position),
            {{col::OrderLine::orderId, order}, {col::OrderLine::position, std::int64_t{position}},
                {col::OrderLine::productName, std::string("PET 500ml")},
                {col::OrderLine::quantity, std::int64_t{10'000'000}}});
    }
    static std::vector<Change> order(const Uuid& id)
    {
        return {make(TableId::SalesOrder, id,
                    {{col::SalesOrder::number, "O260701-" + id.toString().substr(32)},
                        {col::SalesOrder::customerId, numbered(500)},
                        {col::SalesOrder::orderedOn, std::int64_t{20260701}}}),
            orderLine(id, 1), orderLine(id, 2)};
    }
    static Change customer(const Uuid& id, const std::string& name = "삼성공업")
    {
        return make(TableId::Customer, id, {{col::Customer::name, name}});
    }
    static Change phone(const Uuid& id, std::int64_t base, const std::string& value)
    {
        return change(TableId::Customer, id, base, {{col::Customer::phone, value}});
    }
};

} // namespace dure::test
