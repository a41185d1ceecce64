#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace dure::testing {

/// How a line treats each connection that goes over it.
struct LineFaults
{
    int cutPercent = 0; ///< of connections: reset after a random number of bytes, in either direction
    int halfClosePercent = 0; ///< of connections: one direction is closed after a random number of bytes
    int stallPercent = 0; ///< of connections: nothing passes any more after a random number of bytes, for a while
};

/// A line between a PC and the cloud: a TCP relay on a free loopback port that can go bad. Threads of its own; ended
/// with this object.
class BadLine
{
public:
    BadLine(int cloudPort, std::uint64_t seed);
    ~BadLine();
    BadLine(const BadLine&) = delete;
    BadLine& operator=(const BadLine&) = delete;

    int port() const { return m_port; } ///< 0: it could not listen
    void setFaults(const LineFaults& faults);
    int hurt() const { return m_hurt; } ///< connections that were cut, half closed or stalled
    std::int64_t bytesToPc() const { return m_bytesToPc; } ///< HTTP's heads included, TCP's not

private:
    enum class Fault : std::uint8_t { None, Cut, HalfClose, Stall };
    struct Fate
    {
        Fault fault = Fault::None;
        std::size_t afterBytes = 0;
    };
    void accept();
    void carry(int client, Fate fate);
    Fate drawFate();

    int m_cloudPort;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_hurt = 0;
    std::atomic<std::int64_t> m_bytesToPc = 0;
    std::mutex m_mutex;
    LineFaults m_faults; // guarded
    std::mt19937_64 m_random; // guarded
    std::vector<std::thread> m_carriers; // the accepting thread's, then the destructor's
    std::thread m_acceptor;
};

} // namespace dure::testing
