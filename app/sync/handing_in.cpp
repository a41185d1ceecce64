#include "app/sync/handing_in.h"

#include "core/storage/outbox.h"

#include <algorithm>

namespace dure::app {

namespace {

constexpr int diskRetryMs = 10'000;

} // namespace

/// Lives in the writer's thread; a step leaves there what the GUI thread reads once it is told.
struct HandingIn::Room
{
    std::unique_ptr<client::HandIn> work;
    std::optional<client::HandInPiece> piece;
    bool done = false;
    std::int64_t left = 0;
    std::int64_t handedIn = 0;
    std::int64_t nextAt = 0;
    std::string problem;
};

HandingIn::HandingIn(
    CompanyData& data, CloudLine& line, const Uuid& space, client::HandIn::Scope scope, QObject* parent)
    : QObject(parent)
    , m_data(data)
    , m_line(line)
    , m_space(space)
    , m_scope(scope)
    , m_room(std::make_shared<Room>())
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &HandingIn::step);
}

HandingIn::~HandingIn()
{
    // the work borrows the database, so it goes where that lives
    m_data.post([room = std::move(m_room)](storage::SpaceDatabase&) { room->work.reset(); });
}

void HandingIn::start() { step(); }

void HandingIn::tryNow()
{
    if (!m_again.isActive())
        return;
    m_again.stop();
    m_data.post([room = m_room](storage::SpaceDatabase&) { room->work.reset(); }); // a fresh one knows no pause
    step();
}

void HandingIn::step()
{
    const QPointer<HandingIn> self(this);
    m_data.post([self, room = m_room, scope = m_scope, &clock = m_data.clock()](storage::SpaceDatabase& space) {
        try {
            if (!room->work)
                room->work = std::make_unique<client::HandIn>(space, scope);
            room->piece = room->work->next(clock.nowMs());
            room->done = room->work->isDone();
            room->handedIn = room->work->handedIn();
            room->nextAt = room->work->nextAt();
            room->problem = room->work->problem();
            storage::Outbox outbox(space.db());
            room->left = outbox.waiting().count + outbox.count(storage::EntryState::Rejected);
        } catch (const sqlite::Failure&) {
            room->piece.reset();
            room->done = false;
            room->nextAt = clock.nowMs() + diskRetryMs;
        }
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, room] {
                if (self)
                    self->onStepped(room);
            },
            Qt::QueuedConnection);
    });
}

void HandingIn::onStepped(const std::shared_ptr<Room>& room)
{
    if (room->done) {
        Q_EMIT finished(room->handedIn);
        return;
    }
    if (!room->problem.empty()) {
        Q_EMIT failed(QString::fromStdString(room->problem));
        return;
    }
    if (m_scope == client::HandIn::Scope::Everything)
        Q_EMIT progressed(room->handedIn, std::max<std::int64_t>(0, room->left - room->handedIn));
    if (room->piece)
        return send(*room->piece);
    const std::int64_t wait = room->nextAt - m_data.clock().nowMs();
    m_again.start(static_cast<int>(std::clamp<std::int64_t>(wait, 100, 120'000)));
    Q_EMIT paused();
}

void HandingIn::send(const client::HandInPiece& piece)
{
    m_line.ask(this, client::handOver(m_space, piece),
        [this, piece](std::expected<client::HandInReply, client::Failure> reply) { consume(piece, std::move(reply)); });
}

void HandingIn::consume(const client::HandInPiece& piece, std::expected<client::HandInReply, client::Failure> reply)
{
    m_data.post([room = m_room, piece, reply = std::move(reply), &clock = m_data.clock()](storage::SpaceDatabase&) {
        try {
            if (room->work)
                room->work->consume(piece, reply, clock.nowMs());
        } catch (const sqlite::Failure&) {
            room->work.reset(); // handing in again what was taken is harmless
        }
    });
    step();
}

} // namespace dure::app
