#pragma once
#include <string>
#include <vector>

namespace dure::bench {

/// Runs a program to its end and returns what it printed; empty on failure.
std::string outputOf(const std::vector<std::string>& command, const std::string& input = {});

/// dure-server on a free loopback port, ended with this object.
class ServerProcess
{
public:
    ServerProcess(const std::string& program, const std::string& dataFolder);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    const std::string& url() const { return m_url; } ///< empty: it did not start
    int pid() const { return m_pid; }

private:
    int m_pid = -1;
    int m_output = -1;
    std::string m_url;
};

} // namespace dure::bench
