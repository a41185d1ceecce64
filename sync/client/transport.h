#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace dure::client {

struct WireRequest
{
    std::string method; ///< "GET", "POST", "PUT", "DELETE"
    std::string path; ///< "/v1/session"
    std::string body; ///< JSON, empty for none
    std::int64_t timeoutMs = 30'000;
    bool isWatch = false; ///< waits long: goes over a connection pool of its own
    std::string range = {}; ///< the header Range: a part of a file is asked for
    std::string contentRange = {}; ///< the header Content-Range: the body is a part of a file, and sent as it is
};

struct WireReply
{
    int status = 0; ///< HTTP status, or 0: no answer
    std::string body; ///< JSON, decompressed
    std::string detail; ///< why there is no answer; English, for logs
};

struct TransportOptions
{
    std::string serverUrl; ///< "https://cloud.example"
    std::string caFile; ///< PEM file of a company's own authority, or empty (not on Windows: the system's store)
    std::string proxyUrl; ///< or empty: none
};

/// Carries requests to the cloud. Thread-safe. `done` is called exactly once, from a thread of the transport's; the
/// destructor cancels what is under way and waits for those calls.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual void send(const WireRequest& request, std::function<void(WireReply)> done) = 0;
    /// The session's token, sent with every later request; empty for none.
    virtual void setToken(const std::string& token) = 0;
    /// Ends all that waits, at once; later requests work as before.
    virtual void cancelAll() = 0;

    /// For programs without an event loop: waits for the answer. Never in a GUI thread.
    WireReply sendAndWait(const WireRequest& request);
};

/// Over HTTP by cpprestsdk. Throws std::invalid_argument if the URL cannot be one of http or https.
std::unique_ptr<Transport> makeHttpTransport(const TransportOptions& options);

/// To be called first thing in main, once: cpprestsdk's thread pool.
void initializeHttpThreads(int count);

} // namespace dure::client
