#include "watch_crowd.h"

#include "sync/protocol/codec.h"
#include "tests/sync/raw_http.h"

#include <array>
#include <sys/epoll.h>

namespace dure::bench {

WatchCrowd::WatchCrowd(quint16 port, std::vector<LoadDevice> devices, std::int64_t head)
    : m_port(port)
    , m_devices(std::move(devices))
    , m_head(head)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{ }

WatchCrowd::~WatchCrowd()
{
    m_thread.request_stop();
    m_thread.join();
    for (const int socket : m_sockets)
        ::close(socket);
}

void WatchCrowd::ask(std::size_t index)
{
    const LoadDevice& device = m_devices[index];
    const protocol::WatchRequest request{{{device.space, m_head}}, 25'000};
    const QByteArray bytes = test::requestBytes("POST", "/v1/watch",
        {{"Authorization", "Bearer " + QByteArray::fromStdString(device.token)},
            {"Dure-Schema", QByteArray::number(schemaVersion)}},
        QByteArray::fromStdString(encode(request)));
    if (::send(m_sockets[index], bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL) != bytes.size())
        ++m_errors;
}

void WatchCrowd::run(const std::stop_token& stop)
{
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_sockets.resize(m_devices.size(), -1);
    for (std::size_t i = 0; i < m_devices.size() && !stop.stop_requested(); ++i) {
        m_sockets[i] = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(m_sockets[i], reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            ++m_errors;
            continue;
        }
        epoll_event event{EPOLLIN, {.u64 = i}};
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, m_sockets[i], &event);
        ask(i);
        ++m_connected;
        std::this_thread::sleep_for(std::chrono::milliseconds(1)); // not all in the same blink, which is answered 503
    }
    std::array<epoll_event, 256> events{};
    std::array<char, 4096> buffer{};
    while (!stop.stop_requested()) {
        const int ready = ::epoll_wait(epoll, events.data(), int(events.size()), 100);
        for (int k = 0; k < ready; ++k) {
            const std::size_t index = events[std::size_t(k)].data.u64;
            const ssize_t got = ::recv(m_sockets[index], buffer.data(), buffer.size(), 0);
            if (got <= 0) {
                ++m_errors;
                ::epoll_ctl(epoll, EPOLL_CTL_DEL, m_sockets[index], nullptr);
                continue;
            }
            const bool isGood = std::string_view(buffer.data(), size_t(got)).starts_with("HTTP/1.1 200");
            ++(isGood ? m_answered : m_errors);
            ask(index);
        }
    }
    ::close(epoll);
}

} // namespace dure::bench
