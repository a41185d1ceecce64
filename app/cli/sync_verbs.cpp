#include "app/cli/sentences.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "core/domain/schema.h"
#include "core/storage/attention_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/order_store.h"
#include "core/storage/outbox.h"
#include "sync/client/account_calls.h"
#include "sync/client/hand_in.h"
#include "sync/client/sync_loop.h"
#include "sync/client/wiping.h"
#include "sync/client/wire.h"

#include <array>
#include <optional>
#include <thread>

namespace dure::cli {

namespace {

using client::Profile;
using client::Standing;

constexpr int patientFailures = 3; ///< in a row, unless --timeout says how long to try
constexpr std::int64_t defaultTimeoutS = 600;
constexpr std::int64_t watchPauseMs = 5000;

struct Totals
{
    std::int64_t sent = 0, received = 0;
    client::Status status;
    bool timedOut = false;
};

std::string progressText(const client::Status& status)
{
    std::string text = status.complete ? "Syncing:" : "First sync:";
    if (status.waiting > 0)
        text += " " + formatNumber(status.waiting, 0) + " to send";
    if (status.toReceive > 0)
        text += " " + formatNumber(status.toReceive, 0) + " to receive";
    if (status.standing == Standing::Offline)
        text += " the cloud does not answer, trying again …";
    return text;
}

/// One run to quietness.
class Round
{
public:
    Round(Program& program, client::Engine& engine, client::Transport& transport, const Uuid& space)
        : m_program(program)
        , m_engine(engine)
        , m_transport(transport)
        , m_space(space)
    { }

    void run(std::int64_t timeoutS, bool patient, const StopSignal* stop, Totals& totals)
    {
        int failures = 0;
        const auto progress = [&](const client::Status& status) {
            m_program.out.progress(progressText(status));
            failures = status.standing == Standing::Offline ? failures + 1 : 0;
            return !(stop && stop->requested()) && (patient || failures < patientFailures);
        };
        const auto result = client::syncUntilQuiet(
            m_engine, m_transport, m_space, m_program.clock, m_program.clock.nowMs() + timeoutS * 1000, progress);
        totals.sent += result.actionsSent;
        totals.received += result.rowsReceived;
        totals.status = result.status;
        totals.timedOut = result.timedOut;
    }

private:
    Program& m_program;
    client::Engine& m_engine;
    client::Transport& m_transport;
    Uuid m_space;
};

/// The rejected actions, oldest first: what the user must look at.
OutputTable attentionTable(storage::SpaceDatabase& space)
{
    OutputTable table{
        {{"entry", "Entry"}, {"at", "When"}, {"intent", "Action"}, {"reason", "Refused because"}, {"detail", "of"}},
        {}};
    for (const storage::OutboxEntry& entry : storage::Outbox(space.db()).inState(storage::EntryState::Rejected, 20))
        table.rows.push_back({Cell::number(entry.entry), Cell::time(entry.at), Cell::text(entry.intent),
            Cell::text(entry.reason), Cell::text(entry.detail)});
    return table;
}

Exit report(Program& program, OpenCompany& open, const Totals& totals)
{
    Output& out = program.out;
    const client::Status& status = totals.status;
    out.fact("company", "Company", Cell::text(open.company.name));
    out.fact("sent", "Sent", Cell::number(totals.sent));
    out.fact("received", "Received", Cell::number(totals.received));
    out.fact("waiting", "Waiting", Cell::number(status.waiting));
    if (status.waiting > 0)
        out.fact("waiting_since", "  since", Cell::time(status.waitingSinceMs));
    if (status.filesWaiting > 0)
        out.fact("files_waiting", "Files waiting", Cell::number(status.filesWaiting));
    // all that a person must look at, as the window counts it; the table below shows what the cloud refused
    const auto attention = storage::AttentionStore(open.space->db()).counts().open;
    out.fact("attention", "Attention", Cell::number(attention));
    if (status.digestMismatches > 0)
        out.fact("fetched_again", "Fetched again", Cell::number(status.digestMismatches));
    out.fact("up_to_date", "Up to date", Cell::yes(status.upToDate));
    if (status.attention > 0)
        out.table("refused", attentionTable(*open.space));
    switch (status.standing) {
    case Standing::Working:
        break;
    case Standing::Offline:
        return out.fail(Exit::NoConnection, "no_connection", sentenceFor(status.standing, status.detail));
    case Standing::SignedOut:
        return program.failSignedOut();
    default:
        return out.fail(Exit::Failed, codeName(status.standing), sentenceFor(status.standing, status.detail));
    }
    if (totals.timedOut)
        return out.fail(Exit::Failed, "timed_out", "time ran out; what is done is done, run it again for the rest");
    return Exit::Ok;
}

bool isRevoked(const client::Failure& failure)
{
    const auto* error = std::get_if<protocol::ErrorReply>(&failure);
    return error && error->code == protocol::ErrorCode::Revoked;
}

/// This PC may not have the company any more: what was not sent goes to the owner, and then the company goes.
Exit leave(Program& program, OpenCompany& open, client::Transport& transport, Profile& profile)
{
    const client::LocalCompany company = open.company;
    client::HandIn work(*open.space, client::HandIn::Scope::Everything);
    const std::int64_t deadline = program.clock.nowMs() + defaultTimeoutS * 1000;
    if (!client::handInAll(work, transport, company.space, program.clock, deadline))
        return program.out.fail(Exit::Failed, "not_handed_in",
            "your access to " + company.name + " has ended, and what was not sent could not be handed to its owner ("
                + work.problem() + "). It is kept here; try again later.");
    program.out.fact("handed_in", "Handed in", Cell::number(work.handedIn()));
    open.space.reset();
    open.lock.reset();
    if (const auto wiped = client::wipeSpace(program.dataFolder(), company.space); !wiped)
        return program.out.fail(Exit::Failed, "not_wiped", wiped.error());
    profile.leave(company.space);
    if (const auto session = client::askAndWait(transport, client::session()); !session && isRevoked(session.error()))
        profile.renewDevice(program.random, program.clock);
    if (auto saved = program.saveProfile(profile); !saved)
        return saved.error();
    return program.out.fail(Exit::Failed, "access_ended",
        "your access to " + company.name + " from this PC has ended. Its data is gone from here"
            + (work.handedIn() > 0 ? "; what was not sent waits for its owner to decide." : "."));
}

/// Learns names and roles anew. A watch need not wait for that.
Said<void> refreshSession(Program& program, client::Transport& transport, Profile& profile, bool mayFail)
{
    const auto session = client::readSession(transport.sendAndWait(client::sessionRequest()));
    if (!session && mayFail && std::holds_alternative<client::NoAnswer>(session.error()))
        return {};
    if (!session && isRevoked(session.error()))
        return {}; // what was not sent is handed in first
    if (!session)
        return std::unexpected(program.fail(session.error()));
    profile.adopt(*session);
    return program.saveProfile(profile);
}

void pause(std::int64_t ms, const StopSignal& stop)
{
    for (std::int64_t waited = 0; waited < ms && !stop.requested(); waited += 100)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

void watch(Program& program, client::Engine& engine, client::Transport& transport, const Uuid& space, StopSignal& stop,
    Totals& totals)
{
    stop.onRequest([&transport] { transport.cancelAll(); });
    while (!stop.requested() && totals.status.standing != Standing::SignedOut
        && totals.status.standing != Standing::Forbidden) {
        const auto moved
            = client::readWatch(transport.sendAndWait(client::watchRequest({{{space, engine.head()}}, 25'000})));
        if (stop.requested())
            break;
        if (!moved)
            pause(watchPauseMs, stop);
        if (moved && moved->moved.empty())
            continue;
        engine.wake();
        engine.pullSoon();
        const std::int64_t before = totals.received;
        Round(program, engine, transport, space).run(defaultTimeoutS, false, &stop, totals);
        if (totals.received > before)
            program.out.line(
                localTime(program.clock.nowMs()) + "  received " + formatNumber(totals.received - before, 0));
    }
    stop.onRequest({});
}

Exit sync(Program& program, const Arguments& arguments)
{
    const auto timeout = arguments.integer("timeout", defaultTimeoutS, 1, 7 * 24 * 3600);
    if (!timeout)
        return program.out.fail(Exit::Usage, "usage", timeout.error());
    std::optional<StopSignal> stop;
    if (arguments.has("watch"))
        stop.emplace(); // before the transport's threads
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    if (profile->token.empty())
        return program.failSignedOut();
    auto transport = program.connect(*profile);
    if (!transport)
        return transport.error();
    if (auto refreshed = refreshSession(program, **transport, *profile, stop.has_value()); !refreshed)
        return refreshed.error();
    auto open = program.openToWrite(*profile);
    if (!open)
        return open.error();
    if (!open->company.isCloud)
        return program.out.fail(Exit::Failed, "local_only", open->company.name + " lives on this PC alone");
    profile->lastSpace = open->company.space;
    if (auto saved = program.saveProfile(*profile); !saved)
        return saved.error();
    client::Engine engine(*open->space, program.random, profile->user, profile->deviceName);
    const Uuid space = open->company.space;
    Totals totals;
    Round(program, engine, **transport, space).run(*timeout, arguments.has("timeout"), stop ? &*stop : nullptr, totals);
    if (stop)
        watch(program, engine, **transport, space, *stop, totals);
    if (totals.status.mustLeave)
        return leave(program, *open, **transport, *profile);
    if (totals.status.notAllowed > 0 || totals.status.filesNotAllowed > 0) {
        client::HandIn work(*open->space, client::HandIn::Scope::NotAllowed);
        client::handInAll(work, **transport, space, program.clock, program.clock.nowMs() + *timeout * 1000);
        program.out.fact("handed_in", "Handed to the owner", Cell::number(work.handedIn()));
        totals.status = engine.status();
    }
    return report(program, *open, totals);
}

/// The row a person means: an id, or the number of an order or a delivery.
std::optional<Uuid> rowOf(sqlite::Database& db, const Table& table, const std::string& text)
{
    if (const auto id = Uuid::fromString(text))
        return id;
    if (table.id == TableId::SalesOrder)
        return storage::OrderStore(db).findByNumber(text);
    if (table.id == TableId::Delivery)
        return storage::DeliveryStore(db).findByNumber(text);
    return std::nullopt;
}

Exit history(Program& program, const Arguments& arguments)
{
    const Table* table = findTable(arguments.positional()[0]);
    if (!table || table->space != SpaceKind::Company)
        return program.out.fail(Exit::Usage, "unknown_table", "there is no table " + arguments.positional()[0]);
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    if (profile->token.empty())
        return program.failSignedOut();
    auto open = program.openToRead(*profile);
    if (!open)
        return open.error();
    const auto row = rowOf(open->space->db(), *table, arguments.positional()[1]);
    if (!row)
        return program.out.fail(Exit::Failed, "not_found", "there is no " + arguments.positional()[1]);
    auto transport = program.connect(*profile);
    if (!transport)
        return transport.error();
    const auto entries = client::readHistory(
        (*transport)->sendAndWait(client::historyRequest(open->company.space, std::string(table->name), *row)));
    if (!entries)
        return program.fail(entries.error());
    OutputTable shown{{{"seq", "Seq"}, {"at", "When"}, {"user", "Who"}, {"device", "Device"}, {"op", "What"},
                          {"before", "Before"}, {"after", "After"}},
        {}};
    for (const protocol::HistoryEntry& entry : *entries)
        shown.rows.push_back(
            {Cell::number(entry.seq), Cell::time(entry.at), Cell::text(entry.user), Cell::text(entry.device),
                Cell::text(entry.op), {entry.before, entry.before.empty() ? "null" : entry.before},
                {entry.after, entry.after.empty() ? "null" : entry.after}});
    program.out.table("history", shown);
    if (entries->empty())
        program.out.line("The cloud has no history of it.");
    return Exit::Ok;
}

constexpr std::array syncOptions = {
    OptionSpec{"timeout", "S", "try for so many seconds (default: 600, and give up after three failures in a row)"},
    OptionSpec{"watch", {}, "go on until Ctrl+C, receiving what others change"},
};

constexpr std::array verbs = {
    Verb{"sync", "", "send what waits, receive what changed, compare",
        "Runs until nothing waits and nothing is known to be missing. What the cloud refused is listed and\n"
        "kept. Interrupting it at any moment loses nothing and sends nothing twice.",
        syncOptions, 0, 0, sync},
    Verb{"history", "TABLE ROW", "who changed a row, when, from what to what; asks the cloud",
        "TABLE is the wire's name (customer, product, sales_order, delivery …); ROW is an id, or the number\n"
        "of an order or a delivery.",
        {}, 2, 2, history},
};

} // namespace

std::span<const Verb> syncVerbs() { return verbs; }

} // namespace dure::cli
