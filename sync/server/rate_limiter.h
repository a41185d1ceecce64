#pragma once
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace dure::server {

/// A bucket of attempts for each key (an e-mail, an address): `burst` at once, then one every `refillMs`. In memory
/// only: a restart forgives everyone. Safe from any thread; time comes from the caller.
class RateLimiter
{
public:
    RateLimiter(int burst, std::int64_t refillMs)
        : m_burst(burst)
        , m_refillMs(refillMs)
    { }

    /// Takes one attempt. False: none is left.
    bool take(const std::string& key, std::int64_t nowMs)
    {
        const std::lock_guard lock(m_mutex);
        if (m_used.size() >= maxKeys)
            forgetRested(nowMs);
        Used& used = m_used[key];
        rest(used, nowMs);
        if (used.attempts >= m_burst)
            return false;
        ++used.attempts;
        return true;
    }
    /// The attempt was good and shall not count.
    void giveBack(const std::string& key)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_used.find(key);
        if (found != m_used.end() && found->second.attempts > 0)
            --found->second.attempts;
    }

private:
    static constexpr std::size_t maxKeys = 100'000;
    struct Used
    {
        int attempts = 0;
        std::int64_t since = 0;
    };

    void rest(Used& used, std::int64_t nowMs) const
    {
        if (used.attempts == 0 || nowMs < used.since) { // a clock set back must not lock anyone out for long
            used.since = nowMs;
            return;
        }
        const std::int64_t refilled = (nowMs - used.since) / m_refillMs;
        used.attempts = refilled >= used.attempts ? 0 : used.attempts - static_cast<int>(refilled);
        used.since += refilled * m_refillMs;
    }

    /// Keeps memory bounded under a flood of keys; if all are in use, forgetting them costs an attacker little, but
    /// refusing new keys would lock out everyone else.
    void forgetRested(std::int64_t nowMs)
    {
        for (auto each = m_used.begin(); each != m_used.end();) {
            rest(each->second, nowMs);
            each = each->second.attempts == 0 ? m_used.erase(each) : std::next(each);
        }
        if (m_used.size() >= maxKeys)
            m_used.clear();
    }

    int m_burst;
    std::int64_t m_refillMs;
    std::mutex m_mutex;
    std::unordered_map<std::string, Used> m_used;
};

/// Gives an attempt back unless it was kept as a failure.
class Attempt
{
public:
    Attempt(RateLimiter& limiter, std::string key, std::int64_t nowMs)
        : m_limiter(limiter)
        , m_key(std::move(key))
        , m_taken(limiter.take(m_key, nowMs))
    { }
    ~Attempt()
    {
        if (m_taken && !m_counts)
            m_limiter.giveBack(m_key);
    }
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;
    bool taken() const { return m_taken; }
    void counts() { m_counts = true; }
    void countsIf(bool isFailure) { m_counts = m_counts || isFailure; }

private:
    RateLimiter& m_limiter;
    std::string m_key;
    bool m_taken;
    bool m_counts = false;
};

/// A network of IPv6 is one customer's; its single addresses are free for the taking.
inline std::string networkOf(const std::string& address)
{
    if (address.find(':') == std::string::npos)
        return address;
    std::size_t end = 0;
    for (int groups = 0; groups < 4 && end != std::string::npos; ++groups)
        end = address.find(':', end + 1);
    return address.substr(0, end);
}

} // namespace dure::server
