#pragma once
#include "sync/server/http_server.h"
#include "sync/server/worker_pool.h"

#include <utility> // Boost 1.74's asio uses std::exchange without it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <unordered_map>

/// What the listener and its connections share; included by http_*.cpp only.
namespace dure::server {

namespace net = boost::asio;

class HttpConnection
{
public:
    virtual ~HttpConnection() = default;
    virtual void start() = 0;
    /// The server stops: an idle connection closes, others after their reply. From any thread.
    virtual void drain() = 0;
};

/// All connections there are. Safe from any thread.
class ConnectionSet
{
public:
    void add(const std::shared_ptr<HttpConnection>& connection);
    void remove(HttpConnection* connection);
    std::size_t size() const { return m_size.load(); }
    void drainAll();

private:
    std::mutex m_mutex;
    std::unordered_map<HttpConnection*, std::weak_ptr<HttpConnection>> m_connections;
    std::atomic<std::size_t> m_size = 0;
};

struct HttpShared
{
    Api& api;
    Metrics& metrics;
    const HttpOptions& options;
    ConnectionSet connections;
    std::atomic<std::size_t> bodyBytes = 0; ///< promised to requests in flight
    std::atomic<bool> draining = false;
    WorkerPool workers;
};

std::shared_ptr<HttpConnection> makePlainConnection(net::ip::tcp::socket socket, HttpShared& shared);
std::shared_ptr<HttpConnection> makeTlsConnection(
    net::ip::tcp::socket socket, net::ssl::context& tls, HttpShared& shared);

} // namespace dure::server
