#include "tests/support/server_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>

extern char** environ;

namespace dure::testing {

namespace {

struct Child
{
    int pid = -1;
    int input = -1;
    int output = -1;
};

Child start(const std::vector<std::string>& command)
{
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    Child child;
    if (::posix_spawn(&child.pid, command.front().c_str(), &actions, nullptr, arguments.data(), environ) != 0)
        child.pid = -1;
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    child.input = in[1];
    child.output = out[0];
    return child;
}

} // namespace

std::string outputOf(const std::vector<std::string>& command, const std::string& input)
{
    const Child child = start(command);
    if (child.pid < 0)
        return {};
    if (!input.empty() && ::write(child.input, input.data(), input.size()) < 0)
        return {};
    ::close(child.input);
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::read(child.output, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    ::close(child.output);
    int status = 0;
    ::waitpid(child.pid, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? text : std::string();
}

Ending runAndKill(const std::vector<std::string>& command, int killAfterUs)
{
    const Child child = start(command);
    if (child.pid < 0)
        return {};
    ::close(child.input);
    std::thread reader([output = child.output] {
        std::array<char, 4096> buffer{};
        while (::read(output, buffer.data(), buffer.size()) > 0) { }
    });
    if (killAfterUs >= 0) {
        std::this_thread::sleep_for(std::chrono::microseconds(killAfterUs));
        ::kill(child.pid, SIGKILL); // not waited for yet: the id is still its own
    }
    int status = 0;
    ::waitpid(child.pid, &status, 0);
    reader.join();
    ::close(child.output);
    if (WIFSIGNALED(status))
        return {WTERMSIG(status) == SIGKILL, -1};
    return {false, WEXITSTATUS(status)};
}

ServerProcess::ServerProcess(const std::string& program, const std::string& dataFolder)
    : m_program(program)
    , m_data(dataFolder)
{
    start("127.0.0.1:0");
}

void ServerProcess::start(const std::string& listen)
{
    const Child child = dure::testing::start({m_program, "serve", "--data", m_data, "--listen", listen});
    m_pid = child.pid;
    m_output = child.output;
    if (m_pid < 0)
        return;
    ::close(child.input);
    std::string line;
    for (char c = 0; ::read(m_output, &c, 1) == 1 && c != '\n';)
        line += c;
    if (const auto at = line.find("http"); at != std::string::npos)
        m_url = line.substr(at);
}

void ServerProcess::end(int signal)
{
    if (m_killer.joinable())
        m_killer.join();
    if (m_pid > 0) {
        ::kill(m_pid, signal);
        ::waitpid(m_pid, nullptr, 0);
    }
    m_pid = -1;
    if (m_output >= 0)
        ::close(m_output);
    m_output = -1;
}

int ServerProcess::port() const
{
    const std::size_t colon = m_url.rfind(':');
    return colon == std::string::npos ? 0 : std::atoi(m_url.c_str() + colon + 1);
}

void ServerProcess::killAfterUs(int us)
{
    m_killer = std::thread([pid = m_pid, us] {
        std::this_thread::sleep_for(std::chrono::microseconds(us));
        ::kill(pid, SIGKILL);
    });
}

void ServerProcess::restart()
{
    end(SIGKILL);
    start(m_url.substr(m_url.find("//") + 2));
}

ServerProcess::~ServerProcess() { end(SIGTERM); }

} // namespace dure::testing
