#include "app/data/read_thread.h"

#include <algorithm>

namespace dure::app {

ReadThread::ReadThread(std::unique_ptr<storage::SpaceDatabase> space, std::function<void(Answer)> post)
    : m_space(std::move(space))
    , m_post(std::move(post))
    , m_thread([this] { loop(); })
{ }

ReadThread::~ReadThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
        if (m_running)
            m_space->db().interrupt();
    }
    m_wake.notify_all();
    m_thread.join();
}

void ReadThread::add(ReadJob job)
{
    ReadJob replaced; // dies after the lock: what it holds may be large
    {
        const std::scoped_lock lock(m_mutex);
        auto& queue = queueOf(job.priority);
        const auto same = std::ranges::find_if(
            queue, [&](const ReadJob& waiting) { return job.slot != 0 && waiting.slot == job.slot; });
        const bool replacesRunning = m_running && job.slot != 0 && m_runningSlot == job.slot;
        const bool overtakes = m_running && m_runningInBackground && job.priority == ReadPriority::Normal;
        if (replacesRunning || overtakes)
            m_space->db().interrupt();
        if (same != queue.end()) {
            // It keeps its place, so that fast typing does not push a list behind everything else again and again.
            replaced = std::exchange(*same, std::move(job));
        } else {
            queue.push_back(std::move(job));
        }
    }
    m_wake.notify_all();
}

void ReadThread::loop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_ending || !m_normal.empty() || !m_background.empty(); });
        if (m_ending)
            return;
        runOne(lock);
    }
}

void ReadThread::runOne(std::unique_lock<std::mutex>& lock)
{
    auto& queue = m_normal.empty() ? m_background : m_normal;
    ReadJob job = std::move(queue.front());
    queue.pop_front();
    m_running = true;
    m_runningSlot = job.slot;
    m_runningInBackground = job.priority == ReadPriority::Background;
    lock.unlock();

    Answer answer;
    bool interrupted = false;
    try {
        const sqlite::Snapshot snapshot(m_space->db());
        Reader reader(m_space->db());
        answer = job.work(reader);
    } catch (const sqlite::Failure& failure) {
        interrupted = failure.kind == sqlite::FailureKind::Interrupted;
        if (!interrupted)
            answer = job.failed(failure);
    }

    lock.lock();
    m_running = false;
    // An interrupt can hit the job after the one it was meant for; and a background job gave way: both run again,
    // unless a newer one stands in their slot.
    const auto& again = queueOf(job.priority);
    const bool replaced
        = job.slot != 0 && std::ranges::any_of(again, [&](const ReadJob& waiting) { return waiting.slot == job.slot; });
    if (interrupted && !replaced && !m_ending)
        queueOf(job.priority).push_front(std::move(job));
    if (answer) {
        lock.unlock();
        m_post(std::move(answer));
        lock.lock();
    }
}

} // namespace dure::app
