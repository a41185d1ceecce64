#pragma once
#include "app/data/reader.h"
#include "core/storage/space_database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace dure::app {

/// What a finished job leaves to be run on the GUI thread.
using Answer = std::move_only_function<void()>;

enum class ReadPriority : std::uint8_t {
    Normal,
    Background, ///< only when nothing else waits; gives way to a normal job and starts again after it
};

struct ReadJob
{
    std::uint64_t slot = 0; ///< a newer job in the same slot replaces this one; 0: never replaced
    ReadPriority priority = ReadPriority::Normal;
    std::move_only_function<Answer(Reader&)> work; ///< may run more than once; may throw sqlite::Failure
    std::move_only_function<Answer(const sqlite::Failure&)> failed;
};

/// The thread that reads. Jobs run one at a time in order, each in one read transaction.
class ReadThread
{
public:
    /// `post` takes answers from this thread.
    ReadThread(std::unique_ptr<storage::SpaceDatabase> space, std::function<void(Answer)> post);
    /// Jobs not begun are dropped, a running one is broken off.
    ~ReadThread();

    void add(ReadJob job);

private:
    void loop();
    void runOne(std::unique_lock<std::mutex>& lock);
    std::deque<ReadJob>& queueOf(ReadPriority priority)
    {
        return priority == ReadPriority::Normal ? m_normal : m_background;
    }

    std::unique_ptr<storage::SpaceDatabase> m_space;
    std::function<void(Answer)> m_post;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<ReadJob> m_normal, m_background; // guarded
    std::uint64_t m_runningSlot = 0; // guarded
    bool m_running = false, m_runningInBackground = false; // guarded
    bool m_ending = false; // guarded
    std::thread m_thread;
};

} // namespace dure::app
