#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dure::server {

/// The threads in which SQL runs, with a bounded queue before them: what does not fit is refused, so that a flood
/// becomes quick 503s and not a long wait.
class WorkerPool
{
public:
    WorkerPool(int threads, std::size_t maxQueued)
        : m_maxQueued(maxQueued)
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { run(); });
    }
    ~WorkerPool() { finish(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False: the queue is full, or the pool is finishing.
    bool post(std::function<void()> work)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_finishing || m_queue.size() >= m_maxQueued)
                return false;
            m_queue.push_back(std::move(work));
        }
        m_wake.notify_one();
        return true;
    }

    /// Does what is queued, then ends the threads.
    void finish()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_finishing = true;
        }
        m_wake.notify_all();
        for (std::thread& thread : m_threads)
            if (thread.joinable())
                thread.join();
    }

    std::size_t queued() const
    {
        const std::lock_guard lock(m_mutex);
        return m_queue.size();
    }

private:
    void run()
    {
        for (;;) {
            std::function<void()> work;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_finishing || !m_queue.empty(); });
                if (m_queue.empty())
                    return;
                work = std::move(m_queue.front());
                m_queue.pop_front();
            }
            work();
        }
    }

    const std::size_t m_maxQueued;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    bool m_finishing = false;
    std::vector<std::thread> m_threads;
};

} // namespace dure::server
