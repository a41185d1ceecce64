#pragma once
#include "app/data/company_data.h"
#include "app/sync/leave_reason.h"
#include "sync/client/engine.h"
#include "sync/client/transport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <expected>
#include <memory>

namespace dure::app {

struct SyncTarget
{
    client::TransportOptions transport;
    std::string token;
    Uuid user;
    Uuid space;
    std::string deviceName;
};

struct HistoryOf
{
    TableId table = TableId::SalesOrder;
    Uuid row;
};
enum class HistoryFailure : std::uint8_t {
    NoLine, ///< no answer, or signed out: later
    Refused, ///< the cloud answered with an error
};
/// For each row asked for, oldest first.
using HistoryReply = std::expected<std::vector<std::vector<protocol::HistoryEntry>>, HistoryFailure>;

/// Keeps one company's data and the cloud the same while the program runs: the engine works in the writer's thread,
/// HTTP in the transport's, and this object, in the GUI thread, passes notes between them and never waits. While the
/// window is in use it watches, otherwise it asks every few minutes (DESIGN §3.16).
class SyncDriver : public QObject
{
    Q_OBJECT
public:
    /// `data` must outlive this. Throws std::invalid_argument for a server address that cannot be one.
    SyncDriver(CompanyData& data, const SyncTarget& target, QObject* parent = nullptr);
    ~SyncDriver() override;

    const client::Status& status() const { return m_status; }
    bool isBusy() const { return m_busy; }

    void syncNow(); ///< F5: at once, also out of a back-off, and compares digests
    void setWindowInUse(bool inUse);
    void want(
        const BlobHash& hash, std::int64_t size); ///< a file that somebody looks at: fetched as soon as there is a line
    void resume(const std::string& token, const Uuid& user); ///< signed in again
    /// Who changed these rows, when, from what to what. `done` comes on the GUI thread, once, unless this dies before.
    void askHistory(const std::vector<HistoryOf>& rows, std::function<void(HistoryReply)> done);
    client::Transport& transport() { return *m_transport; }

Q_SIGNALS:
    void statusChanged(const dure::client::Status& status, bool busy);
    void signInNeeded(); ///< the session ended; all work stays on this PC
    /// Once: no more work is to be offered; what was not sent is to be handed in, then the company goes from this PC.
    void leaveNeeded(dure::app::LeaveReason reason);

private:
    struct EngineRoom;
    using Wish = std::function<void(client::Engine&)>;

    void step(Wish wish = {});
    void onStepped(
        std::optional<client::Request> request, const client::Status& status, std::int64_t nextAt, std::int64_t head);
    void onAnswer(const client::Request& request, client::Reply reply);
    void watch();
    void onWatched(const client::WireReply& reply);
    void lookForEnd();
    void inGui(std::function<void(SyncDriver&)> work) const; // any thread

    CompanyData& m_data;
    SyncTarget m_target;
    std::shared_ptr<EngineRoom> m_room;
    std::shared_ptr<QObject> m_anchor; // where other threads' notes arrive; may outlive this
    std::unique_ptr<client::Transport> m_transport;
    client::Status m_status;
    bool m_busy = false; // a request is under way, or a step is being taken
    bool m_again = false; // something happened meanwhile
    bool m_watching = false;
    bool m_inUse = true;
    std::int64_t m_head = 0;
    int m_watchFailures = 0;
    Wish m_nextWish;
    QTimer m_retry;
    QTimer m_poll;
    QTimer m_watchPause;
    QTimer m_compare;
    QElapsedTimer m_sinceCloud; // since m_status.cloudMs was heard
    QTimer m_endWatch;
    bool m_leaving = false;
};

} // namespace dure::app
