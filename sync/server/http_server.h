#pragma once
#include "sync/server/api.h"

#include <expected>
#include <memory>
#include <string>

namespace dure::server {

struct HttpOptions
{
    std::string listen = "127.0.0.1:8080"; ///< "address:port", "[::1]:port"; port 0 takes a free one
    std::string tlsCertificate; ///< PEM chain; empty: no TLS
    std::string tlsKey;
    int ioThreads = 1;
    int workers = 4; ///< threads for SQL
    std::size_t maxQueued = 512; ///< requests waiting for a worker; more are answered 503
    std::size_t maxConnections = 20'000;
    std::size_t maxBodyBytes = std::size_t{256} << 20; ///< of all requests in flight together
    std::size_t maxHeaderBytes = 16 * 1024;
    int headerMs = 10'000; ///< from a request's first byte to the end of its header; also the TLS handshake
    int idleMs = 80'000; ///< clients rely on 75 s: a pooled connection closed earlier fails their next POST
    int bodyMs = 15'000; ///< and a second for each 32 KiB
    int writeMs = 30'000; ///< and a second for each 16 KiB
    int drainMs = 10'000; ///< for requests at work when the server stops
    bool heedsSignals = true; ///< SIGTERM and SIGINT stop; SIGHUP has the certificate and key read again
};

/// The API over HTTP/1.1 and TLS. All parts must outlive it.
class HttpServer
{
public:
    HttpServer(Api& api, WatchHub& watches, Metrics& metrics, const HttpOptions& options);
    ~HttpServer();

    /// Binds; the URL it can be reached at, or why not.
    std::expected<std::string, std::string> listen();
    /// Serves until stop() or a signal, then drains: waiting watches are answered, what is at work is finished.
    void run();
    /// From any thread.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace dure::server
