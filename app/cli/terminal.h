#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <string>

/// What the operating system knows about this process's surroundings: terminal, environment, host, time zone, signals.
namespace dure::cli {

enum class Stream : std::uint8_t { Input, Error };
bool isTerminal(Stream stream);

/// Asks on the terminal without showing what is typed. The error is a sentence.
std::expected<std::string, std::string> askPassword(const std::string& prompt);
/// The first line of standard input, without its end.
std::expected<std::string, std::string> readPasswordLine();

std::string environment(const char* name);
std::string hostName();
/// DURE_DATA, else where this system keeps a user's data: ~/.local/share/dure (XDG Base Directory).
std::string defaultDataFolder();

std::string localTime(std::int64_t ms); ///< "2026-11-24 13:05"
std::string utcTime(std::int64_t ms); ///< "2026-11-24T04:05:06Z"
int utcOffsetMinutes(std::int64_t ms);

/// A full disk quota must fail the write that meets it, not end the program.
void ignoreFileSizeSignal();

/// From its making on, Ctrl+C and a polite kill do not end the program: they set requested() and call what onRequest()
/// was given, from another thread. Made once, before any other thread.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;
    bool requested() const;
    void onRequest(std::function<void()> wake);

private:
    struct State;
    State* m_state; // lives as long as the program: the waiting thread may outlive this
};

} // namespace dure::cli
