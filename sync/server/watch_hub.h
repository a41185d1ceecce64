#pragma once
#include "core/domain/uuid.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dure::server {

using Heads = std::map<Uuid, std::int64_t>;

/// Who waits for which space to move. Safe from any thread; callbacks run outside of its lock, in the thread that moved
/// the space, and must not block.
class WatchHub
{
    struct Entry;

public:
    /// One waiting request; it waits no longer when this goes. The hub must outlive it.
    class Watch
    {
    public:
        Watch(WatchHub& hub, std::shared_ptr<Entry> entry)
            : m_hub(hub)
            , m_entry(std::move(entry))
        { }
        ~Watch() { m_hub.leave(m_entry); }
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;
        /// Called once, with what moved (nothing if the server is stopping); in this call if it has happened already.
        void onWake(std::function<void(const Heads& moved)> wake) { m_hub.setWake(*m_entry, std::move(wake)); }

    private:
        WatchHub& m_hub;
        std::shared_ptr<Entry> m_entry;
    };

    /// Wakes when a space named in `heads` goes past the head named. A device waits once (per user): its older watch
    /// is answered. Watch first and read the heads then, or a push in between is missed.
    std::unique_ptr<Watch> watch(const Uuid& user, const Uuid& device, const Heads& heads);
    /// A push in this process moved the space; those who serve it elsewhere are told by onMoved().
    void moved(const Uuid& space, std::int64_t head);
    /// The space was found, or is said, to stand at `head`.
    void heard(const Uuid& space, std::int64_t head);
    /// Set before the first request; called in the thread of the push and must not block.
    void onMoved(std::function<void(const Uuid& space, std::int64_t head)> tell) { m_tell = std::move(tell); }
    /// The user's rights in the space changed: its devices that wait are told to pull, and learn it. Those who serve
    /// them elsewhere are told by onNudged().
    void nudge(const Uuid& user, const Uuid& space);
    void heardNudge(const Uuid& user, const Uuid& space); ///< likewise, changed elsewhere
    void onNudged(std::function<void(const Uuid& user, const Uuid& space)> tell) { m_tellNudge = std::move(tell); }
    /// The last head seen, so that a watch need not open the space.
    std::optional<std::int64_t> knownHead(const Uuid& space) const;
    /// Where others move spaces too, and one of them may have ended before it could say so.
    void forgetHeads();
    /// Others were not heard for a while: forgets the heads and wakes all, so that they ask again.
    void askAnew();
    /// Wakes all, now and for ever.
    void close();
    std::size_t size() const;

private:
    using DeviceKey = std::pair<Uuid, Uuid>;
    struct Entry
    {
        DeviceKey device;
        Heads heads;
        bool woken = false;
        Heads moved;
        std::function<void(const Heads&)> wake;
    };
    using Wakened = std::vector<std::pair<std::function<void(const Heads&)>, Heads>>;

    void leave(const std::shared_ptr<Entry>& entry);
    void setWake(Entry& entry, std::function<void(const Heads&)> wake);
    void wake(const std::shared_ptr<Entry>& entry, Heads moved, Wakened& wakened);
    void forget(const std::shared_ptr<Entry>& entry);
    void wakeAll(Wakened& wakened);

    mutable std::mutex m_mutex;
    std::unordered_map<Uuid, std::vector<std::shared_ptr<Entry>>> m_bySpace;
    std::map<DeviceKey, std::shared_ptr<Entry>> m_byDevice;
    std::unordered_map<Uuid, std::int64_t> m_heads;
    bool m_closed = false;
    std::function<void(const Uuid&, std::int64_t)> m_tell;
    std::function<void(const Uuid&, const Uuid&)> m_tellNudge;
};

} // namespace dure::server
