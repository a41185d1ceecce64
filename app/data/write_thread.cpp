#include "app/data/write_thread.h"

#include "sync/protocol/codec.h"

namespace dure::app {

namespace {

/// Between the steps of a sync less time passes.
constexpr auto quiet = std::chrono::milliseconds(500);

} // namespace

WriteThread::WriteThread(std::unique_ptr<storage::SpaceDatabase> space, const Clock& clock, RandomSource& random,
    commands::Author author, std::function<void(Answer)> post)
    : m_space(std::move(space))
    , m_commands(*m_space, clock, random, protocol::encodeMutation, std::move(author))
    , m_post(std::move(post))
    , m_thread([this] { loop(); })
{ }

WriteThread::~WriteThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void WriteThread::add(CommandJob job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_users.push_back(std::move(job));
    }
    m_wake.notify_all();
}

void WriteThread::add(SpaceJob job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_syncs.push_back(std::move(job));
    }
    m_wake.notify_all();
}

void WriteThread::loop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        const auto hasWork = [this] { return m_ending || !m_users.empty() || !m_syncs.empty(); };
        if (!m_wake.wait_for(lock, quiet, hasWork)) {
            lock.unlock();
            m_space->db().carryOverLog();
            lock.lock();
            m_wake.wait(lock, hasWork);
        }
        if (m_ending && m_users.empty())
            return;
        runOne(lock);
    }
}

void WriteThread::runOne(std::unique_lock<std::mutex>& lock)
{
    Answer answer;
    if (!m_users.empty()) {
        CommandJob job = std::move(m_users.front());
        m_users.pop_front();
        lock.unlock();
        answer = job(m_commands);
    } else {
        SpaceJob job = std::move(m_syncs.front());
        m_syncs.pop_front();
        lock.unlock();
        answer = job(*m_space);
    }
    if (answer)
        m_post(std::move(answer));
    lock.lock();
}

} // namespace dure::app
