#pragma once
#include "core/commands/commands.h"
#include "sync/client/engine.h"
#include "sync/client/wire.h"
#include "tests/sync/space_fixture.h"

#include <algorithm>

namespace dure::test {

struct SetClock final : Clock
{
    std::int64_t now = 1'790'000'000'000;
    std::int64_t nowMs() const override { return now; }
};

/// A PC beside a cloud in this process; requests go over as functions.
struct Desk
{
    CloudSpace& cloud;
    CloudSpace* at = &cloud; ///< where requests go: after a restore another
    std::string unknown; ///< a table this PC's version does not know: it arrives under another name
    Hand hand;
    SetClock clock;
    std::unique_ptr<storage::SpaceDatabase> space;
    client::Engine engine{*space, cloud.random, hand.actor.user, "desk"};
    commands::Commands commands{
        *space, clock, cloud.random, protocol::encodeMutation, {hand.actor.user, hand.actor.userName}};

    Desk(CloudSpace& toCloud, int user, std::unique_ptr<storage::SpaceDatabase> database = {})
        : cloud(toCloud)
        , hand(cloud.hand(user))
        , space(database ? std::move(database) : storage::SpaceDatabase::inMemory())
    { }

    void signIn(const Hand& other)
    {
        hand = other;
        engine.resume(hand.actor.user);
        commands.setAuthor({hand.actor.user, hand.actor.userName});
    }
    commands::Result saveCustomer(const std::string& name)
    {
        clock.now += 1000;
        commands::CustomerInput input;
        input.customer.name = name;
        return commands.saveCustomer(input);
    }

    void hideUnknown(protocol::PullReply& page)
    {
        std::ranges::replace(page.tables, unknown, "unknown");
        page.cursors["unknown"] = page.cursors.extract(unknown).mapped();
        for (protocol::PulledRow& row : page.rows)
            if (row.table == unknown)
                row.table = "unknown";
    }
    client::Reply ask(const client::Request& request)
    {
        const auto answer = [](auto reply) -> client::Reply {
            if (!reply)
                return std::unexpected(client::Failure(reply.error()));
            return client::ReplyBody(*reply);
        };
        if (const auto* enrol = std::get_if<protocol::EnrolRequest>(&request))
            return answer(at->service.enrol(*enrol, hand.actor, clock.now));
        if (const auto* push = std::get_if<protocol::PushRequest>(&request))
            return answer(at->service.push(*push, hand.actor, clock.now));
        if (const auto* pull = std::get_if<protocol::PullRequest>(&request)) {
            auto asked = *pull;
            if (const auto cursor = asked.cursors.extract("unknown"); !cursor.empty())
                asked.cursors[unknown] = cursor.mapped();
            auto page = at->service.pull(asked, hand.actor, clock.now);
            if (page && !unknown.empty())
                hideUnknown(*page);
            if (page)
                page = *protocol::decode<protocol::PullReply>(protocol::encode(*page)); // rows are read by the decoder
            return answer(std::move(page));
        }
        auto digest = at->service.digest(hand.actor);
        if (digest)
            digest->tables.erase(unknown);
        return answer(std::move(digest));
    }
    /// How many requests it took until nothing was left to ask; `limit` if it never rested. An answer that `loses` says
    /// is lost comes to nothing.
    int sync(const std::function<bool(const client::Request&)>& loses = {}, int limit = 100)
    {
        engine.wake();
        engine.pullSoon();
        int asked = 0;
        for (; asked < limit; ++asked) {
            const auto request = engine.next(clock.now);
            if (!request)
                break;
            client::Reply reply = ask(*request);
            if (loses && loses(*request))
                reply = std::unexpected(client::Failure(client::NoAnswer{"lost"}));
            engine.consume(*request, reply, clock.now);
        }
        return asked;
    }
    std::int64_t count(const std::string& sql)
    {
        auto rows = space->db().prepareOnce(sql);
        return rows.step() ? rows.integer(0) : -1;
    }
};

} // namespace dure::test
