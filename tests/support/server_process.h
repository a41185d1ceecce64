#pragma once
#include <string>
#include <thread>
#include <vector>

namespace dure::testing {

/// Runs a program to its end and returns what it printed; empty on failure.
std::string outputOf(const std::vector<std::string>& command, const std::string& input = {});

/// How a program ended.
struct Ending
{
    bool killed = false;
    int exit = -1; ///< of one that ended by itself
};
/// Runs a program, what it prints unread; kill -9 after so many microseconds unless it has ended by then (< 0: never).
Ending runAndKill(const std::vector<std::string>& command, int killAfterUs);

/// dure-server on a free loopback port, ended with this object.
class ServerProcess
{
public:
    ServerProcess(const std::string& program, const std::string& dataFolder);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// kill -9 by another thread, so many microseconds from now.
    void killAfterUs(int us);
    /// The same port again; waits for a kill that is under way.
    void restart();

    const std::string& url() const { return m_url; } ///< empty: it did not start
    int port() const; ///< 0: it did not start
    int pid() const { return m_pid; }

private:
    void start(const std::string& listen);
    void end(int signal);

    std::string m_program;
    std::string m_data;
    std::thread m_killer;
    int m_pid = -1;
    int m_output = -1;
    std::string m_url;
};

} // namespace dure::testing
