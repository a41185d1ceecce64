// The only file that knows cpprestsdk, so that another HTTP client can take its place (DECISIONS.md).
#include "core/domain/schema.h"
#include "dure_version.h"
#include "sync/client/transport.h"
#include "sync/protocol/codec.h"

#include <cpprest/http_client.h>
#include <pplx/threadpool.h>

#include <boost/asio/ssl/context.hpp>

#include <condition_variable>
#include <map>
#include <mutex>
#include <stdexcept>

namespace dure::client {

namespace {

namespace http = web::http;
using http::client::http_client;
using http::client::http_client_config;
using utility::conversions::to_string_t;
using utility::conversions::to_utf8string;

constexpr std::size_t compressAbove = 1024;

http_client_config configOf(const TransportOptions& options, std::int64_t timeoutMs)
{
    http_client_config config;
    config.set_timeout(std::chrono::milliseconds(timeoutMs));
    config.set_validate_certificates(true);
    if (!options.proxyUrl.empty())
        config.set_proxy(web::web_proxy(web::uri(to_string_t(options.proxyUrl))));
#ifndef _WIN32
    const std::string caFile = options.caFile;
    config.set_ssl_context_callback([caFile](boost::asio::ssl::context& context) {
        context.set_options(boost::asio::ssl::context::default_workarounds | boost::asio::ssl::context::no_sslv2
            | boost::asio::ssl::context::no_sslv3 | boost::asio::ssl::context::no_tlsv1
            | boost::asio::ssl::context::no_tlsv1_1);
        context.set_default_verify_paths();
        if (!caFile.empty())
            context.load_verify_file(caFile);
    });
#endif
    return config;
}

web::uri checkedUri(const std::string& url)
{
    const auto text = to_string_t(url);
    if (!web::uri::validate(text))
        throw std::invalid_argument("not an address: " + url);
    const web::uri uri(text);
    const std::string scheme = to_utf8string(uri.scheme());
    if ((scheme != "http" && scheme != "https") || uri.host().empty())
        throw std::invalid_argument("not an http or https address: " + url);
    return uri;
}

/// Throws runtime_error.
WireReply readReply(const http::http_response& response, const std::vector<unsigned char>& bytes)
{
    WireReply reply;
    reply.status = response.status_code();
    reply.body.assign(bytes.begin(), bytes.end());
    utility::string_t encoding;
    if (response.headers().match(to_string_t("Content-Encoding"), encoding) && to_utf8string(encoding) == "zstd") {
        auto plain = protocol::decompress(reply.body, protocol::maxReplyBytes);
        if (!plain)
            throw std::runtime_error("the answer cannot be decompressed");
        reply.body = std::move(*plain);
    }
    return reply;
}

/// Never waits: the library has as many threads as the program gave it, and answers that each held one while they
/// waited for another would wait for ever.
pplx::task<WireReply> whenRead(const http::http_response& response)
{
    if (response.headers().content_length() > protocol::maxReplyBytes)
        throw std::runtime_error("the answer is too large");
    return response.extract_vector().then(
        [response](const std::vector<unsigned char>& bytes) { return readReply(response, bytes); });
}

class HttpTransport final : public Transport
{
public:
    explicit HttpTransport(const TransportOptions& options)
        : m_short(checkedUri(options.serverUrl), configOf(options, 60'000))
        , m_watch(checkedUri(options.serverUrl), configOf(options, 40'000))
    { }

    ~HttpTransport() override
    {
        cancelAll();
        std::unique_lock lock(m_mutex);
        m_idle.wait(lock, [this] { return m_underWay == 0; });
    }

    void send(const WireRequest& request, std::function<void(WireReply)> done) override
    {
        pplx::cancellation_token token = pplx::cancellation_token::none();
        http::http_request message = prepare(request, token);
        auto& client = request.isWatch ? m_watch : m_short;
        try {
            client.request(message, token)
                .then([](http::http_response response) { return response.content_ready(); })
                .then(whenRead)
                .then([this, done](pplx::task<WireReply> answered) { finish(answered, done); });
        } catch (const std::exception& failure) {
            deliver({0, {}, failure.what()}, done);
        }
    }

    void setToken(const std::string& token) override
    {
        const std::lock_guard lock(m_mutex);
        m_token = token;
    }

    void cancelAll() override
    {
        pplx::cancellation_token_source old;
        {
            const std::lock_guard lock(m_mutex);
            std::swap(old, m_cancel);
        }
        old.cancel();
    }

private:
    http::http_request prepare(const WireRequest& request, pplx::cancellation_token& token)
    {
        http::http_request message(to_string_t(request.method));
        message.set_request_uri(web::uri(to_string_t(request.path)));
        message.headers().add(to_string_t("Accept-Encoding"), to_string_t("zstd"));
        message.headers().add(to_string_t("User-Agent"), to_string_t("dure/" DURE_VERSION));
        message.headers().add(to_string_t("Dure-Schema"), to_string_t(std::to_string(schemaVersion)));
        if (!request.range.empty())
            message.headers().add(to_string_t("Range"), to_string_t(request.range));
        if (!request.contentRange.empty()) { // pictures do not become smaller
            message.set_body(std::vector<unsigned char>(request.body.begin(), request.body.end()));
            message.headers().set_content_type(to_string_t("application/octet-stream"));
            message.headers().add(to_string_t("Content-Range"), to_string_t(request.contentRange));
        } else if (request.body.size() > compressAbove) {
            const std::string packed = protocol::compress(request.body);
            message.set_body(std::vector<unsigned char>(packed.begin(), packed.end()));
            message.headers().set_content_type(to_string_t("application/json"));
            message.headers().add(to_string_t("Content-Encoding"), to_string_t("zstd"));
        } else if (!request.body.empty()) {
            message.set_body(request.body, "application/json");
        }
        const std::lock_guard lock(m_mutex);
        if (!m_token.empty())
            message.headers().add(to_string_t("Authorization"), to_string_t("Bearer " + m_token));
        token = m_cancel.get_token();
        ++m_underWay;
        return message;
    }

    void finish(pplx::task<WireReply>& answered, const std::function<void(WireReply)>& done)
    {
        WireReply reply;
        try {
            reply = answered.get();
        } catch (const http::http_exception& failure) {
            // WinHTTP's texts may be empty: the code says more
            reply = {0, {}, std::string(failure.what()) + " (" + std::to_string(failure.error_code().value()) + ")"};
        } catch (const std::exception& failure) {
            reply = {0, {}, failure.what()};
        }
        deliver(std::move(reply), done);
    }

    void deliver(WireReply reply, const std::function<void(WireReply)>& done)
    {
        done(std::move(reply));
        const std::lock_guard lock(m_mutex);
        --m_underWay;
        m_idle.notify_all();
    }

    http_client m_short;
    http_client m_watch;
    std::mutex m_mutex;
    std::condition_variable m_idle;
    int m_underWay = 0;
    std::string m_token;
    pplx::cancellation_token_source m_cancel;
};

} // namespace

std::unique_ptr<Transport> makeHttpTransport(const TransportOptions& options)
{
    return std::make_unique<HttpTransport>(options);
}

void initializeHttpThreads(int count)
{
#ifndef _WIN32
    crossplat::threadpool::initialize_with_threads(static_cast<std::size_t>(count));
#else
    (void)count;
#endif
}

} // namespace dure::client
