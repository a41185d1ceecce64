#pragma once
#include "app/data/read_thread.h"
#include "core/commands/commands.h"

namespace dure::app {

/// The thread that writes; it alone uses the writing connection. What a user does goes before what sync does; within
/// each kind, jobs run in the order they came.
class WriteThread
{
public:
    using CommandJob = std::move_only_function<Answer(commands::Commands&)>;
    using SpaceJob = std::move_only_function<Answer(storage::SpaceDatabase&)>;

    /// `post` takes answers from this thread. `clock` and `random` are borrowed.
    WriteThread(std::unique_ptr<storage::SpaceDatabase> space, const Clock& clock, RandomSource& random,
        commands::Author author, std::function<void(Answer)> post);
    /// Runs what users did to its end; sync's jobs not begun are dropped: sync does them again.
    ~WriteThread();

    void add(CommandJob job);
    void add(SpaceJob job);

private:
    void loop();
    void runOne(std::unique_lock<std::mutex>& lock);

    std::unique_ptr<storage::SpaceDatabase> m_space;
    commands::Commands m_commands;
    std::function<void(Answer)> m_post;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<CommandJob> m_users; // guarded
    std::deque<SpaceJob> m_syncs; // guarded
    bool m_ending = false; // guarded
    std::thread m_thread;
};

} // namespace dure::app
