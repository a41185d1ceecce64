#include "tests/support/bad_line.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace dure::testing {

namespace {

constexpr int stallMs = 400;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connectTo(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

/// Closing sends a reset: what was under way is lost on both sides.
void closeHard(int socket)
{
    const linger now{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(socket);
}

bool sendAll(int socket, const char* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, data, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

} // namespace

BadLine::BadLine(int cloudPort, std::uint64_t seed)
    : m_cloudPort(cloudPort)
    , m_random(seed)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

BadLine::~BadLine()
{
    m_ending = true;
    if (m_acceptor.joinable())
        m_acceptor.join();
    for (std::thread& carrier : m_carriers)
        carrier.join();
    ::close(m_listener);
}

void BadLine::setFaults(const LineFaults& faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

BadLine::Fate BadLine::drawFate()
{
    const std::lock_guard lock(m_mutex);
    const int dice = static_cast<int>(m_random() % 100);
    // short requests and long pages are both hit: the exponent is drawn, not the number
    const std::size_t afterBytes = m_random() % (std::size_t{1} << (4 + m_random() % 14));
    if (dice < m_faults.cutPercent)
        return {Fault::Cut, afterBytes};
    if (dice < m_faults.cutPercent + m_faults.halfClosePercent)
        return {Fault::HalfClose, afterBytes};
    if (dice < m_faults.cutPercent + m_faults.halfClosePercent + m_faults.stallPercent)
        return {Fault::Stall, afterBytes};
    return {};
}

void BadLine::accept()
{
    while (!m_ending) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, 50) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            m_carriers.emplace_back([this, client, fate = drawFate()] { carry(client, fate); });
    }
}

void BadLine::carry(int client, Fate fate)
{
    const int cloud = connectTo(m_cloudPort);
    if (cloud < 0)
        return closeHard(client);
    std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{cloud, POLLIN, 0}};
    std::array<char, 16 * 1024> buffer{};
    std::size_t passed = 0;
    bool hurt = false;
    while (!m_ending) {
        if (::poll(ends.data(), ends.size(), 50) <= 0)
            continue;
        const int from = ends[0].revents != 0 ? 0 : 1;
        const ssize_t got = ::recv(ends[static_cast<std::size_t>(from)].fd, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            break;
        std::size_t pass = static_cast<std::size_t>(got);
        const int to = from == 0 ? cloud : client;
        if (fate.fault != Fault::None && !hurt && passed + pass > fate.afterBytes) {
            hurt = true;
            ++m_hurt;
            pass = fate.afterBytes - passed;
            sendAll(to, buffer.data(), pass);
            if (fate.fault == Fault::Cut)
                break;
            if (fate.fault == Fault::HalfClose) {
                // the other way stays open: an answer may still come to a request that never arrived whole
                ::shutdown(to, SHUT_WR);
                ends[static_cast<std::size_t>(from)].fd = -1;
                continue;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(stallMs));
            break;
        }
        passed += pass;
        if (from == 1)
            m_bytesToPc += static_cast<std::int64_t>(pass);
        if (!sendAll(to, buffer.data(), pass))
            break;
    }
    closeHard(client);
    closeHard(cloud);
}

} // namespace dure::testing
