#pragma once
#include "sync/server/secrets.h"

#include <atomic>
#include <semaphore>

namespace dure::server {

/// Argon2id a few at a time: each takes 19 MiB and a core. Blocks; std::nullopt: too many wait for their turn already
/// (or there is no memory). Safe from any thread.
class PasswordHasher
{
public:
    PasswordHasher()
        : m_nobodysHash(hashPassword(newToken()).value_or(""))
    { }

    std::optional<bool> verify(const std::string& hash, const std::string& password)
    {
        return inTurn([&]() -> std::optional<bool> { return verifyPassword(hash, password); });
    }
    std::optional<std::string> hash(const std::string& password)
    {
        return inTurn([&] { return hashPassword(password); });
    }
    /// Checked in place of an account that is not there, so that the answer takes as long.
    const std::string& nobodysHash() const { return m_nobodysHash; }

private:
    template <class Work> auto inTurn(Work work) -> decltype(work())
    {
        constexpr int maxWaiting = 4;
        if (m_waiting.fetch_add(1) >= maxWaiting) {
            m_waiting.fetch_sub(1);
            return std::nullopt;
        }
        m_turns.acquire();
        auto result = work();
        m_turns.release();
        m_waiting.fetch_sub(1);
        return result;
    }

    std::counting_semaphore<> m_turns{2};
    std::atomic<int> m_waiting = 0;
    const std::string m_nobodysHash;
};

} // namespace dure::server
