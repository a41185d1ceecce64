#pragma once
#include "load_cloud.h"

#include <QtGlobal>

#include <atomic>
#include <thread>

namespace dure::bench {

/// Devices that wait, each over a connection of its own and as the product's client does: asked again as soon as the
/// answer comes. One thread.
class WatchCrowd
{
public:
    /// The heads of the companies as they stand; nothing moves them.
    WatchCrowd(quint16 port, std::vector<LoadDevice> devices, std::int64_t head);
    ~WatchCrowd();
    WatchCrowd(const WatchCrowd&) = delete;
    WatchCrowd& operator=(const WatchCrowd&) = delete;

    int connected() const { return m_connected; }
    std::int64_t answered() const { return m_answered; } ///< with 200
    std::int64_t errors() const { return m_errors; } ///< other answers, and connections lost

private:
    void run(const std::stop_token& stop);
    void ask(std::size_t index);

    const quint16 m_port;
    const std::vector<LoadDevice> m_devices;
    const std::int64_t m_head;
    std::vector<int> m_sockets;
    std::atomic<int> m_connected = 0;
    std::atomic<std::int64_t> m_answered = 0;
    std::atomic<std::int64_t> m_errors = 0;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace dure::bench
