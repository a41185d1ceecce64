#pragma once
#include "sync/server/http_connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <limits>
#include <optional>

namespace dure::server {

namespace http = boost::beast::http;
using boost::system::error_code;
using net::ip::tcp;

/// One connection over TCP or TLS, in a strand of its own. Each phase has one deadline, absolute, so that a client that
/// drips bytes gains nothing. One read is always outstanding while a watch waits: only that notices a client that went.
template <class Stream>
class StreamConnection final : public HttpConnection, public std::enable_shared_from_this<StreamConnection<Stream>>
{
public:
    template <class... Arguments>
    StreamConnection(HttpShared& shared, Arguments&&... arguments)
        : m_shared(shared)
        , m_stream(std::forward<Arguments>(arguments)...)
        , m_deadline(m_stream.get_executor())
    { }
    ~StreamConnection() override
    {
        releaseBody();
        m_shared.connections.remove(this);
    }

    void start() override
    {
        net::post(m_stream.get_executor(), [self = this->shared_from_this()] { self->handshake(); });
    }
    void drain() override
    {
        net::post(m_stream.get_executor(), [self = this->shared_from_this()] {
            if (self->m_phase == Phase::Idle || self->m_phase == Phase::Handshake)
                self->close();
        });
    }

private:
    enum class Phase : std::uint8_t { Handshake, Idle, Header, Body, Working, Watching, Replying, Closing, Closed };
    static constexpr bool isTls = !std::is_same_v<Stream, tcp::socket>;
    using Parser = http::request_parser<http::string_body>;
    /// The client spoke, but not HTTP; anything else is a connection that broke.
    static bool isNonsense(error_code error)
    {
        return error.category() == http::make_error_code(http::error::bad_method).category()
            && error != http::error::partial_message && error != http::error::end_of_stream;
    }

    void handshake();
    void awaitRequest(int waitMs);
    void read();
    void onRead(error_code error, std::size_t bytes);
    void readHeader();
    void onHeader(error_code error);
    bool reserveBody(std::size_t limit);
    void releaseBody() { m_shared.bodyBytes -= std::exchange(m_reserved, 0); }
    void readBody();
    void onBody(error_code error);
    void refuse(const HttpResponse& response, std::string_view reason);
    HttpRequest takeRequest();
    void work();
    void onAnswer(Answer answer);
    void finishWatch(const Heads& moved);
    void respond(HttpResponse response);
    void onWritten(error_code error);
    void linger();
    void close();
    void arm(std::int64_t ms);
    void disarm();
    void onDeadline();

    HttpShared& m_shared;
    Stream m_stream;
    net::steady_timer m_deadline;
    unsigned m_armed = 0; ///< which arming is in force: an expiry that was already queued must not count
    Phase m_phase = Phase::Handshake;
    boost::beast::flat_buffer m_buffer;
    bool m_reading = false;
    bool m_keepAlive = true;
    bool m_isHead = false;
    std::size_t m_reserved = 0;
    std::string m_acceptEncoding;
    std::optional<Parser> m_parser;
    std::optional<http::response<http::string_body>> m_response;
    std::unique_ptr<WatchHub::Watch> m_watch;
};

template <class Stream> void StreamConnection<Stream>::handshake()
{
    if constexpr (isTls) {
        arm(m_shared.options.headerMs);
        m_stream.async_handshake(net::ssl::stream_base::server, [self = this->shared_from_this()](error_code error) {
            if (error || self->m_phase == Phase::Closed)
                return self->close();
            self->awaitRequest(self->m_shared.options.headerMs);
        });
    } else {
        awaitRequest(m_shared.options.headerMs);
    }
}

template <class Stream> void StreamConnection<Stream>::awaitRequest(int waitMs)
{
    m_parser.reset();
    m_response.reset();
    m_phase = Phase::Idle;
    if (m_buffer.size() > 0 && !m_reading)
        return readHeader();
    if (m_shared.draining)
        return close();
    if (!m_reading)
        m_buffer.shrink_to_fit();
    arm(waitMs);
    read();
}

template <class Stream> void StreamConnection<Stream>::read()
{
    if (m_reading)
        return;
    m_reading = true;
    constexpr std::size_t idleBytes = 512; // most connections only wait, and there are many
    m_stream.async_read_some(m_buffer.prepare(idleBytes),
        [self = this->shared_from_this()](error_code error, std::size_t bytes) { self->onRead(error, bytes); });
}

template <class Stream> void StreamConnection<Stream>::onRead(error_code error, std::size_t bytes)
{
    m_reading = false;
    if (m_phase == Phase::Closing) { // what still comes is not wanted, but leaving it unread would cut our reply off
        m_buffer.consume(m_buffer.size());
        return error ? close() : read();
    }
    m_buffer.commit(bytes);
    if (error && m_phase == Phase::Replying)
        m_keepAlive = false;
    else if (error)
        close();
    else if (m_phase == Phase::Idle)
        readHeader();
}

template <class Stream> void StreamConnection<Stream>::readHeader()
{
    m_phase = Phase::Header;
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_shared.options.maxHeaderBytes));
    m_parser->body_limit(std::numeric_limits<std::uint64_t>::max()); // the route's own limit follows
    arm(m_shared.options.headerMs);
    http::async_read_header(m_stream, m_buffer, *m_parser,
        [self = this->shared_from_this()](error_code error, std::size_t) { self->onHeader(error); });
}

template <class Stream> void StreamConnection<Stream>::onHeader(error_code error)
{
    if (m_phase == Phase::Closed)
        return;
    m_keepAlive = false;
    if (error == http::error::header_limit)
        return refuse(statusResponse(431, "the header is too long"), "header_too_long");
    if (error && isNonsense(error))
        return refuse(statusResponse(400, "not HTTP: " + error.message()), "not_http");
    if (error)
        return close();
    const auto& request = m_parser->get();
    m_isHead = request.method() == http::verb::head;
    const std::string_view target(request.target().data(), request.target().size());
    const std::string_view method(request.method_string().data(), request.method_string().size());
    const RouteMatch match = matchRoute(method, splitTarget(target).first);
    const std::size_t limit = match.route ? match.route->maxBody : 0;
    if (m_parser->content_length().value_or(0) > limit || (m_parser->chunked() && limit == 0)) {
        const protocol::ErrorReply tooLarge{protocol::ErrorCode::TooLarge, "body too large for this path", 0, {}};
        const protocol::ErrorReply noPath{protocol::ErrorCode::NotFound, "no such path", 0, {}};
        return refuse(errorResponse(match.pathExists ? tooLarge : noPath), "body_too_large");
    }
    m_parser->body_limit(limit);
    if (!reserveBody(limit))
        return refuse(
            errorResponse({protocol::ErrorCode::Unavailable, "too much is coming in", 0, {}}), "bodies_too_large");
    m_keepAlive = request.keep_alive();
    if (!request[http::field::expect].empty()) { // curl asks before it sends more than a mebibyte
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        m_phase = Phase::Body;
        return net::async_write(m_stream, net::buffer(goOn.data(), goOn.size()),
            [self = this->shared_from_this()](error_code failed, std::size_t) {
                if (failed)
                    self->close();
                else if (self->m_phase == Phase::Body)
                    self->readBody();
            });
    }
    readBody();
}

/// Large bodies are promised memory before they are read, so that many of them at once end in 503 and not in swapping.
template <class Stream> bool StreamConnection<Stream>::reserveBody(std::size_t limit)
{
    constexpr std::size_t small = 64 * 1024;
    const std::size_t wanted = m_parser->chunked() ? limit : m_parser->content_length().value_or(0);
    if (wanted <= small)
        return true;
    m_reserved = wanted;
    if (m_shared.bodyBytes.fetch_add(wanted) + wanted <= m_shared.options.maxBodyBytes)
        return true;
    releaseBody();
    return false;
}

template <class Stream> void StreamConnection<Stream>::readBody()
{
    m_phase = Phase::Body;
    if (m_parser->is_done())
        return work();
    arm(m_shared.options.bodyMs + static_cast<std::int64_t>(m_reserved / (32 * 1024)) * 1000);
    http::async_read(m_stream, m_buffer, *m_parser,
        [self = this->shared_from_this()](error_code error, std::size_t) { self->onBody(error); });
}

template <class Stream> void StreamConnection<Stream>::onBody(error_code error)
{
    if (m_phase == Phase::Closed)
        return;
    if (error == http::error::body_limit)
        return refuse(
            errorResponse({protocol::ErrorCode::TooLarge, "body too large for this path", 0, {}}), "body_too_large");
    if (error && isNonsense(error))
        return refuse(statusResponse(400, "not HTTP: " + error.message()), "not_http");
    if (error)
        return close();
    work();
}

/// An answer that leaves part of the request unread: the connection cannot go on.
template <class Stream> void StreamConnection<Stream>::refuse(const HttpResponse& response, std::string_view reason)
{
    m_shared.metrics.countRefusal(reason);
    m_keepAlive = false;
    respond(response);
}

template <class Stream> HttpRequest StreamConnection<Stream>::takeRequest()
{
    auto& message = m_parser->get();
    const auto text = [](boost::beast::string_view view) { return std::string(view.data(), view.size()); };
    HttpRequest request;
    request.method = text(message.method_string());
    request.target = text(message.target());
    request.authorization = text(message[http::field::authorization]);
    request.contentEncoding = text(message[http::field::content_encoding]);
    request.acceptEncoding = text(message[http::field::accept_encoding]);
    request.schema = text(message["Dure-Schema"]);
    request.userAgent = text(message[http::field::user_agent]);
    request.range = text(message[http::field::range]);
    request.contentRange = text(message[http::field::content_range]);
    request.body = std::move(message.body());
    error_code error;
    const tcp::endpoint peer = m_stream.lowest_layer().remote_endpoint(error);
    if (error)
        return request;
    request.address = peer.address().to_string();
    if (peer.address().is_loopback()) { // a proxy on this machine; the last entry is the one it wrote itself
        std::string forwarded;
        const auto [first, last] = message.equal_range("X-Forwarded-For");
        for (auto field = first; field != last; ++field)
            forwarded = text(field->value());
        const std::size_t comma = forwarded.rfind(',');
        forwarded = comma == std::string::npos ? forwarded : forwarded.substr(comma + 1);
        forwarded.erase(0, forwarded.find_first_not_of(' '));
        if (!forwarded.empty() && forwarded.size() < 64)
            request.address = forwarded;
    }
    return request;
}

template <class Stream> void StreamConnection<Stream>::work()
{
    m_phase = Phase::Working;
    disarm();
    HttpRequest request = takeRequest();
    m_parser.reset();
    m_acceptEncoding = request.acceptEncoding;
    const RouteMatch match = matchRoute(request.method, splitTarget(request.target).first);
    if (!match.route || !match.route->usesSql)
        return onAnswer(m_shared.api.handle(request));
    auto shared = std::make_shared<HttpRequest>(std::move(request)); // std::function must be copyable
    const bool queued = m_shared.workers.post([self = this->shared_from_this(), shared] {
        auto answer = std::make_shared<Answer>(self->m_shared.api.handle(*shared));
        net::post(self->m_stream.get_executor(), [self, answer] { self->onAnswer(std::move(*answer)); });
    });
    if (queued)
        return;
    m_shared.metrics.countRefusal("queue_full");
    respond(errorResponse({protocol::ErrorCode::Unavailable, "too many requests at once", 0, {}}));
}

template <class Stream> void StreamConnection<Stream>::onAnswer(Answer answer)
{
    releaseBody();
    if (m_phase == Phase::Closed)
        return;
    if (!answer.watch)
        return respond(std::move(answer.response));
    m_phase = Phase::Watching;
    m_watch = std::move(answer.watch);
    arm(answer.watchMs);
    if (m_buffer.size() == 0)
        read();
    m_watch->onWake([weak = this->weak_from_this()](const Heads& moved) {
        if (const auto self = weak.lock())
            net::post(self->m_stream.get_executor(), [self, moved] { self->finishWatch(moved); });
    });
}

template <class Stream> void StreamConnection<Stream>::finishWatch(const Heads& moved)
{
    if (m_phase != Phase::Watching)
        return;
    m_watch.reset();
    respond(m_shared.api.watchResponse(moved, m_acceptEncoding));
}

template <class Stream> void StreamConnection<Stream>::respond(HttpResponse response)
{
    m_phase = Phase::Replying;
    m_response.emplace(static_cast<http::status>(response.status), 11);
    auto& reply = *m_response;
    reply.set(
        http::field::content_type, boost::beast::string_view(response.contentType.data(), response.contentType.size()));
    reply.set(http::field::cache_control, "no-store");
    reply.set(http::field::vary, "Accept-Encoding");
    if (response.zstd)
        reply.set(http::field::content_encoding, "zstd");
    if (!response.allow.empty())
        reply.set(http::field::allow, boost::beast::string_view(response.allow.data(), response.allow.size()));
    if (response.retryAfterS > 0)
        reply.set(http::field::retry_after, std::to_string(response.retryAfterS));
    if (response.isFile) { // a browser that gets hold of it neither guesses what it is nor opens it
        reply.set(http::field::content_range, response.contentRange);
        reply.set("X-Content-Type-Options", "nosniff");
        reply.set("Content-Disposition", "attachment");
        reply.set("Content-Security-Policy", "default-src 'none'; sandbox");
    }
    if (response.status == 401)
        reply.set(http::field::www_authenticate, "Bearer");
    m_keepAlive = m_keepAlive && !m_shared.draining;
    reply.keep_alive(m_keepAlive);
    arm(m_shared.options.writeMs + static_cast<std::int64_t>(response.body.size() / (16 * 1024)) * 1000);
    if (!m_isHead)
        reply.body() = std::move(response.body);
    reply.prepare_payload();
    http::async_write(
        m_stream, reply, [self = this->shared_from_this()](error_code error, std::size_t) { self->onWritten(error); });
}

template <class Stream> void StreamConnection<Stream>::onWritten(error_code error)
{
    if (m_phase == Phase::Closed)
        return;
    if (error)
        return close();
    if (m_keepAlive)
        return awaitRequest(m_shared.options.idleMs);
    linger();
}

/// Closing at once with bytes unread would reset the connection before the client has read the reply.
template <class Stream> void StreamConnection<Stream>::linger()
{
    m_phase = Phase::Closing;
    m_response.reset();
    error_code ignored;
    m_stream.lowest_layer().shutdown(tcp::socket::shutdown_send, ignored);
    constexpr int lingerMs = 2000;
    arm(lingerMs);
    read();
}

template <class Stream> void StreamConnection<Stream>::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_watch.reset();
    disarm();
    releaseBody();
    error_code ignored;
    m_stream.lowest_layer().close(ignored);
}

template <class Stream> void StreamConnection<Stream>::arm(std::int64_t ms)
{
    const unsigned arming = ++m_armed;
    m_deadline.expires_after(std::chrono::milliseconds(ms));
    // holds the connection: while a watch waits there may be nothing else that does
    m_deadline.async_wait([self = this->shared_from_this(), arming](error_code error) {
        if (!error && arming == self->m_armed)
            self->onDeadline();
    });
}

template <class Stream> void StreamConnection<Stream>::disarm()
{
    ++m_armed;
    m_deadline.cancel();
}

template <class Stream> void StreamConnection<Stream>::onDeadline()
{
    if (m_phase == Phase::Watching)
        return finishWatch({});
    if (m_phase == Phase::Header || m_phase == Phase::Body || m_phase == Phase::Replying)
        m_shared.metrics.countRefusal(m_phase == Phase::Header ? "header_timeout"
                : m_phase == Phase::Body                       ? "body_timeout"
                                                               : "write_timeout");
    close();
}

} // namespace dure::server
