#include "app/cli/terminal.h"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <mutex>
#include <thread>

namespace dure::cli {

namespace {

/// Turns the echo of the terminal off while it lives.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        m_active = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        m_active = m_active && tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_active)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    bool isActive() const { return m_active; }

private:
    termios m_before{};
    bool m_active = false;
};

std::string formatted(std::int64_t ms, const char* format, bool utc)
{
    const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    utc ? gmtime_r(&seconds, &parts) : localtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), format, &parts);
    return {text.data(), size};
}

} // namespace

bool isTerminal(Stream stream) { return isatty(stream == Stream::Input ? STDIN_FILENO : STDERR_FILENO) != 0; }

std::expected<std::string, std::string> askPassword(const std::string& prompt)
{
    std::cerr << prompt << std::flush;
    const SilentTerminal silent;
    if (!silent.isActive())
        return std::unexpected("the terminal cannot hide what is typed; use --password-stdin");
    return readPasswordLine();
}

std::expected<std::string, std::string> readPasswordLine()
{
    std::string line;
    if (!std::getline(std::cin, line) || line.empty())
        return std::unexpected("no password was given");
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string hostName()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string defaultDataFolder()
{
    if (auto given = environment("DURE_DATA"); !given.empty())
        return given;
    // the specification ignores relative paths here
    if (auto shared = environment("XDG_DATA_HOME"); shared.starts_with('/'))
        return shared + "/dure";
    return environment("HOME") + "/.local/share/dure";
}

std::string localTime(std::int64_t ms) { return formatted(ms, "%Y-%m-%d %H:%M", false); }
std::string utcTime(std::int64_t ms) { return formatted(ms, "%Y-%m-%dT%H:%M:%SZ", true); }

int utcOffsetMinutes(std::int64_t ms)
{
    const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return static_cast<int>(parts.tm_gmtoff / 60);
}

void ignoreFileSizeSignal() { signal(SIGXFSZ, SIG_IGN); }

struct StopSignal::State
{
    std::mutex mutex;
    std::function<void()> wake; // guarded
    std::atomic<bool> requested = false;
};

StopSignal::StopSignal()
    : m_state(new State)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([state = m_state, signals] {
        int number = 0;
        while (sigwait(&signals, &number) == 0) {
            if (state->requested.exchange(true))
                _exit(128 + number); // asked twice: somebody is in a hurry
            const std::lock_guard lock(state->mutex);
            if (state->wake)
                state->wake();
        }
    }).detach();
}

StopSignal::~StopSignal() { onRequest({}); }

void StopSignal::onRequest(std::function<void()> wake)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->wake = std::move(wake);
}

bool StopSignal::requested() const { return m_state->requested; }

} // namespace dure::cli
