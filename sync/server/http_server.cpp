#include "sync/server/http_connection.h"
#include "sync/server/log_line.h"

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <charconv>
#include <csignal>
#include <optional>
#include <thread>

namespace dure::server {

using boost::system::error_code;
using net::ip::tcp;

namespace {

std::optional<tcp::endpoint> parseEndpoint(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    std::string host(text.substr(0, colon));
    const std::string_view digits = text.substr(colon + 1);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    if (host == "localhost")
        host = "127.0.0.1";
    std::uint16_t port = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    error_code error;
    const auto address = net::ip::make_address(host, error);
    if (error || digits.empty() || problem != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return tcp::endpoint(address, port);
}

/// Throws what is wrong with the files; a key that is another certificate's is.
std::unique_ptr<net::ssl::context> tlsContext(const HttpOptions& options)
{
    auto tls = std::make_unique<net::ssl::context>(net::ssl::context::tls_server);
    tls->set_options(net::ssl::context::default_workarounds | net::ssl::context::no_sslv2 | net::ssl::context::no_sslv3
        | net::ssl::context::single_dh_use);
    SSL_CTX_set_min_proto_version(tls->native_handle(), TLS1_2_VERSION);
    tls->use_certificate_chain_file(options.tlsCertificate);
    tls->use_private_key_file(options.tlsKey, net::ssl::context::pem);
    return tls;
}

} // namespace

void ConnectionSet::add(const std::shared_ptr<HttpConnection>& connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.emplace(connection.get(), connection);
    m_size = m_connections.size();
}

void ConnectionSet::remove(HttpConnection* connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(connection);
    m_size = m_connections.size();
}

void ConnectionSet::drainAll()
{
    std::vector<std::shared_ptr<HttpConnection>> all; // destroyed without the lock, which remove() takes
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [address, weak] : m_connections)
            if (auto connection = weak.lock())
                all.push_back(std::move(connection));
    }
    for (const auto& connection : all)
        connection->drain();
}

/// Declared in the order of need: what handlers left in the io_context still touch must go after it.
struct HttpServer::Impl
{
    Impl(Api& api, WatchHub& hub, Metrics& metrics, const HttpOptions& given)
        : watches(hub)
        , options(given)
        , shared{api, metrics, options, {}, 0, false, {given.workers, given.maxQueued}}
    {
        api.setGauges([this] {
            return std::vector<Metrics::Gauge>{
                {"dure_connections", "Connections open.", static_cast<std::int64_t>(shared.connections.size())},
                {"dure_queued_requests", "Requests waiting for a worker.",
                    static_cast<std::int64_t>(shared.workers.queued())},
            };
        });
    }

    void accept();
    void acceptLater();
    void drain();
    void stopWhenEmpty();
    void reloadOnSignal();

    WatchHub& watches;
    const HttpOptions options;
    HttpShared shared;
    net::io_context io;
    std::unique_ptr<net::ssl::context> tls; ///< for the next connections; OpenSSL keeps what earlier ones began with
    net::strand<net::io_context::executor_type> strand{io.get_executor()}; ///< for all that follow
    tcp::acceptor acceptor{strand};
    net::signal_set signals{strand};
    net::signal_set reloads{strand};
    net::steady_timer backOff{strand};
    net::steady_timer drained{strand};
    std::chrono::milliseconds backOffFor{0};
    std::chrono::steady_clock::time_point drainUntil;
};

void HttpServer::Impl::accept()
{
    if (shared.connections.size() >= options.maxConnections) {
        shared.metrics.countRefusal("too_many_connections");
        return acceptLater();
    }
    acceptor.async_accept(net::make_strand(io), [this](error_code error, tcp::socket socket) {
        if (shared.draining || error == net::error::operation_aborted)
            return;
        if (error) { // out of descriptors, mostly: trying again at once would only burn the CPU
            shared.metrics.countRefusal("accept_failed");
            return acceptLater();
        }
        backOffFor = {};
        socket.set_option(tcp::no_delay(true), error);
        auto connection = options.tlsCertificate.empty() ? makePlainConnection(std::move(socket), shared)
                                                         : makeTlsConnection(std::move(socket), *tls, shared);
        shared.connections.add(connection);
        connection->start();
        accept();
    });
}

void HttpServer::Impl::acceptLater()
{
    using namespace std::chrono_literals;
    backOffFor = std::clamp<std::chrono::milliseconds>(backOffFor * 2, 20ms, 1000ms);
    backOff.expires_after(backOffFor);
    backOff.async_wait([this](error_code error) {
        if (!error && !shared.draining)
            accept();
    });
}

void HttpServer::Impl::drain()
{
    if (shared.draining.exchange(true))
        return;
    LogLine("draining").add("connections", static_cast<std::int64_t>(shared.connections.size()));
    error_code ignored;
    acceptor.close(ignored);
    backOff.cancel();
    reloads.cancel(ignored);
    watches.close();
    shared.connections.drainAll();
    drainUntil = std::chrono::steady_clock::now() + std::chrono::milliseconds(options.drainMs);
    stopWhenEmpty();
}

void HttpServer::Impl::stopWhenEmpty()
{
    if (shared.connections.size() == 0 || std::chrono::steady_clock::now() >= drainUntil)
        return io.stop();
    drained.expires_after(std::chrono::milliseconds(10));
    drained.async_wait([this](error_code error) {
        if (!error)
            stopWhenEmpty();
    });
}

/// A renewed certificate serves from the next connection on; a broken one changes nothing.
void HttpServer::Impl::reloadOnSignal()
{
    reloads.async_wait([this](error_code error, int) {
        if (error)
            return;
        try {
            if (!options.tlsCertificate.empty())
                tls = tlsContext(options);
            LogLine("certificate_reloaded").add("tls", options.tlsCertificate.empty() ? "off" : "on");
        } catch (const std::exception& problem) {
            LogLine("certificate_not_reloaded").add("problem", problem.what());
        }
        reloadOnSignal();
    });
}

HttpServer::HttpServer(Api& api, WatchHub& watches, Metrics& metrics, const HttpOptions& options)
    : m(std::make_unique<Impl>(api, watches, metrics, options))
{ }

HttpServer::~HttpServer()
{
    m->shared.workers.finish(); // they post into the io_context
}

std::expected<std::string, std::string> HttpServer::listen()
{
    const auto endpoint = parseEndpoint(m->options.listen);
    if (!endpoint)
        return std::unexpected("--listen takes ADDRESS:PORT, not " + m->options.listen);
    const bool withTls = !m->options.tlsCertificate.empty();
    try {
        if (withTls)
            m->tls = tlsContext(m->options);
    } catch (const std::exception& problem) {
        return std::unexpected(std::string("the TLS certificate or key: ") + problem.what());
    }
    try {
        m->acceptor.open(endpoint->protocol());
        m->acceptor.set_option(tcp::acceptor::reuse_address(true));
        m->acceptor.bind(*endpoint);
        m->acceptor.listen(1024);
    } catch (const boost::system::system_error& problem) {
        return std::unexpected("cannot listen on " + m->options.listen + ": " + problem.code().message());
    }
    if (m->options.heedsSignals) {
        m->signals.add(SIGTERM);
        m->signals.add(SIGINT);
        m->signals.async_wait([this](error_code error, int) {
            if (!error)
                m->drain();
        });
        m->reloads.add(SIGHUP);
        m->reloadOnSignal();
    }
    m->accept();
    const tcp::endpoint bound = m->acceptor.local_endpoint();
    const std::string host
        = bound.address().is_v6() ? "[" + bound.address().to_string() + "]" : bound.address().to_string();
    return (withTls ? "https://" : "http://") + host + ":" + std::to_string(bound.port());
}

void HttpServer::run()
{
    std::vector<std::thread> threads;
    for (int i = 1; i < m->options.ioThreads; ++i)
        threads.emplace_back([this] { m->io.run(); });
    m->io.run();
    for (std::thread& thread : threads)
        thread.join();
    m->shared.workers.finish();
}

void HttpServer::stop()
{
    net::post(m->strand, [this] { m->drain(); });
}

} // namespace dure::server
