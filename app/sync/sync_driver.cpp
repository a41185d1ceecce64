#include "app/sync/sync_driver.h"

#include "core/storage/sync_state.h"
#include "sync/client/wire.h"

#include <QPointer>
#include <algorithm>
#include <chrono>

namespace dure::app {

using namespace std::chrono_literals;

namespace {

constexpr auto pollInterval = 3min;
constexpr auto compareInterval = 6h;
constexpr std::int64_t longestEndWatchMs = 20'000; // a role may be given a nearer end meanwhile
constexpr int longestWatchPauseMs = 60'000;

HistoryFailure whyNoHistory(const client::Failure& failure)
{
    const auto* error = std::get_if<protocol::ErrorReply>(&failure);
    const bool signedOut = error && error->code == protocol::ErrorCode::Unauthorized;
    return error && !signedOut ? HistoryFailure::Refused : HistoryFailure::NoLine;
}

} // namespace

/// Lives in the writer's thread: made there by the first step, and only steps touch it.
struct SyncDriver::EngineRoom
{
    std::unique_ptr<client::Engine> engine;
};

SyncDriver::SyncDriver(CompanyData& data, const SyncTarget& target, QObject* parent)
    : QObject(parent)
    , m_data(data)
    , m_target(target)
    , m_room(std::make_shared<EngineRoom>())
    , m_anchor(new QObject, [](QObject* anchor) { anchor->deleteLater(); })
    , m_transport(client::makeHttpTransport(target.transport))
{
    m_transport->setToken(target.token);
    m_retry.setSingleShot(true);
    m_watchPause.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { step(); });
    connect(&m_watchPause, &QTimer::timeout, this, [this] { watch(); });
    connect(&m_poll, &QTimer::timeout, this, [this] { step([](client::Engine& engine) { engine.pullSoon(); }); });
    connect(&m_compare, &QTimer::timeout, this, [this] { step([](client::Engine& engine) { engine.checkSoon(); }); });
    connect(&m_data, &CompanyData::commandDone, this, [this] { step([](client::Engine& engine) { engine.wake(); }); });
    connect(&m_endWatch, &QTimer::timeout, this, &SyncDriver::lookForEnd);
    m_sinceCloud.start();
    m_endWatch.setSingleShot(true);
    m_poll.start(pollInterval);
    m_compare.start(compareInterval);
    step();
}

SyncDriver::~SyncDriver()
{
    m_transport.reset(); // waits for its last calls, which only leave notes at the anchor
    // the engine goes where it lived
    m_data.post([room = std::move(m_room)](storage::SpaceDatabase&) { room->engine.reset(); });
}

void SyncDriver::inGui(std::function<void(SyncDriver&)> work) const
{
    const QPointer<SyncDriver> self(const_cast<SyncDriver*>(this));
    QMetaObject::invokeMethod(
        m_anchor.get(),
        [self, work = std::move(work)] {
            if (self)
                work(*self);
        },
        Qt::QueuedConnection);
}

void SyncDriver::step(Wish wish)
{
    if (m_leaving)
        return;
    if (m_busy) {
        // wishes that come meanwhile are kept in order
        if (wish)
            m_nextWish = [first = std::move(m_nextWish), then = std::move(wish)](client::Engine& engine) {
                if (first)
                    first(engine);
                then(engine);
            };
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    m_retry.stop();
    if (m_nextWish && wish)
        wish = [first = std::move(m_nextWish), then = std::move(wish)](client::Engine& engine) {
            first(engine);
            then(engine);
        };
    else if (m_nextWish)
        wish = std::move(m_nextWish);
    m_nextWish = {};
    const Clock& clock = m_data.clock();
    RandomSource& random = m_data.random();
    const QPointer<SyncDriver> self(this);
    m_data.post([self, anchor = m_anchor, room = m_room, target = m_target, wish = std::move(wish), &clock, &random](
                    storage::SpaceDatabase& space) {
        std::optional<client::Request> request;
        client::Status status;
        std::int64_t nextAt = 0;
        std::int64_t head = 0;
        try {
            if (!room->engine)
                room->engine = std::make_unique<client::Engine>(space, random, target.user, target.deviceName);
            if (wish)
                wish(*room->engine);
            request = room->engine->next(clock.nowMs());
            status = room->engine->status();
            nextAt = room->engine->nextAt() > clock.nowMs() ? room->engine->nextAt() : room->engine->filesAt();
            head = room->engine->head();
        } catch (const sqlite::Failure& failure) {
            status.standing = client::Standing::StorageFailed;
            status.detail = failure.what();
            nextAt = clock.nowMs() + 10'000;
        }
        QMetaObject::invokeMethod(
            anchor.get(),
            [self, request = std::move(request), status, nextAt, head] {
                if (self)
                    self->onStepped(request, status, nextAt, head);
            },
            Qt::QueuedConnection);
    });
}

void SyncDriver::onStepped(
    std::optional<client::Request> request, const client::Status& status, std::int64_t nextAt, std::int64_t head)
{
    const bool wasSignedOut = m_status.standing == client::Standing::SignedOut;
    if (m_leaving)
        return;
    if (status.cloudMs != m_status.cloudMs)
        m_sinceCloud.start();
    m_status = status;
    m_head = head;
    m_busy = request.has_value();
    Q_EMIT statusChanged(m_status, m_busy);
    lookForEnd();
    if (m_leaving)
        return;
    if (status.standing == client::Standing::SignedOut && !wasSignedOut)
        Q_EMIT signInNeeded();
    if (request) {
        m_transport->send(
            client::toWire(m_target.space, *request), [this, request = *request](const client::WireReply& answer) {
                inGui([request, reply = client::fromWire(request, answer)](
                          SyncDriver& self) { self.onAnswer(request, reply); });
            });
        return;
    }
    if (m_again || m_nextWish)
        return step();
    const std::int64_t wait = nextAt - m_data.clock().nowMs();
    if (wait > 0)
        m_retry.start(static_cast<int>(std::min<std::int64_t>(wait, 120'000)));
    watch();
}

void SyncDriver::lookForEnd()
{
    const bool over = client::isOver(m_status, m_sinceCloud.elapsed());
    if (m_leaving)
        return;
    if (!m_status.mustLeave && !over) {
        const std::int64_t left = m_status.untilMs - m_status.cloudMs - m_sinceCloud.elapsed();
        if (m_status.untilMs != 0)
            m_endWatch.start(static_cast<int>(std::clamp<std::int64_t>(left, 50, longestEndWatchMs)));
        return;
    }
    m_leaving = true;
    for (QTimer* timer : {&m_retry, &m_poll, &m_watchPause, &m_compare, &m_endWatch})
        timer->stop();
    if (!m_status.mustLeave)
        // also for a start without the cloud: what has passed since the contact would be forgotten
        m_data.post([until = m_status.untilMs](storage::SpaceDatabase& space) {
            try {
                storage::SyncState(space.db()).set("contact", until);
            } catch (const sqlite::Failure&) {
                return; // then the end is found again
            }
        });
    Q_EMIT leaveNeeded(!m_status.mustLeave                     ? LeaveReason::TimeOver
            : m_status.standing == client::Standing::SignedOut ? LeaveReason::DeviceRevoked
            : client::isOver(m_status, 0)                      ? LeaveReason::TimeOver
                                                               : LeaveReason::MembershipEnded);
}

void SyncDriver::onAnswer(const client::Request& request, client::Reply reply)
{
    const Clock& clock = m_data.clock();
    CompanyData& data = m_data;
    const QPointer<SyncDriver> self(this);
    m_data.post([self, anchor = m_anchor, room = m_room, request, reply = std::move(reply), &clock, &data](
                    storage::SpaceDatabase&) {
        if (room->engine) {
            const ChangeSet changes = room->engine->consume(request, reply, clock.nowMs());
            if (!changes.empty())
                data.announce(changes);
        }
        QMetaObject::invokeMethod(
            anchor.get(),
            [self] {
                if (!self)
                    return;
                self->m_busy = false;
                self->step();
            },
            Qt::QueuedConnection);
    });
}

void SyncDriver::watch()
{
    const bool mayWatch = m_inUse && !m_watching && !m_watchPause.isActive()
        && (m_status.standing == client::Standing::Working || m_status.standing == client::Standing::UpgradeNeeded)
        && m_status.complete;
    if (!mayWatch)
        return;
    m_watching = true;
    protocol::WatchRequest request;
    request.heads[m_target.space] = m_head;
    m_transport->send(client::watchRequest(request),
        [this](const client::WireReply& answer) { inGui([answer](SyncDriver& self) { self.onWatched(answer); }); });
}

void SyncDriver::onWatched(const client::WireReply& answer)
{
    m_watching = false;
    const auto reply = client::readWatch(answer);
    if (!reply) {
        // where a proxy kills waiting requests the poll goes on
        m_watchFailures = std::min(m_watchFailures + 1, 6);
        m_watchPause.start(std::min(1000 << m_watchFailures, longestWatchPauseMs));
        return;
    }
    m_watchFailures = 0;
    if (reply->moved.contains(m_target.space))
        step([](client::Engine& engine) {
            engine.pullSoon();
            engine.wake();
        });
    else
        watch();
}

void SyncDriver::syncNow()
{
    m_watchFailures = 0;
    m_watchPause.stop();
    step([](client::Engine& engine) {
        engine.wake();
        engine.pullSoon();
        engine.checkSoon();
    });
}

void SyncDriver::want(const BlobHash& hash, std::int64_t size)
{
    step([hash, size](client::Engine& engine) { engine.want(hash, size); });
}

void SyncDriver::setWindowInUse(bool inUse)
{
    m_inUse = inUse;
    if (inUse)
        step([](client::Engine& engine) { engine.pullSoon(); });
}

void SyncDriver::askHistory(const std::vector<HistoryOf>& rows, std::function<void(HistoryReply)> done)
{
    struct Gathering
    {
        std::size_t awaited;
        HistoryReply reply;
        std::function<void(HistoryReply)> done;
    };
    auto gathering = std::make_shared<Gathering>(
        rows.size(), HistoryReply(std::vector<std::vector<protocol::HistoryEntry>>(rows.size())), std::move(done));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string table(tableOf(rows[i].table).name);
        const auto take
            = [gathering, i](std::expected<std::vector<protocol::HistoryEntry>, client::Failure>&& history) {
                  if (history && gathering->reply)
                      (*gathering->reply)[i] = std::move(*history);
                  else if (!history)
                      gathering->reply = std::unexpected(whyNoHistory(history.error()));
                  if (--gathering->awaited == 0)
                      gathering->done(std::move(gathering->reply));
              };
        m_transport->send(
            client::historyRequest(m_target.space, table, rows[i].row), [this, take](const client::WireReply& answer) {
                inGui([take, history = client::readHistory(answer)](SyncDriver&) mutable { take(std::move(history)); });
            });
    }
    if (rows.empty())
        inGui([gathering](SyncDriver&) { gathering->done(std::move(gathering->reply)); });
}

void SyncDriver::resume(const std::string& token, const Uuid& user)
{
    m_target.token = token;
    m_target.user = user;
    m_transport->setToken(token);
    step([user](client::Engine& engine) { engine.resume(user); });
}

} // namespace dure::app
