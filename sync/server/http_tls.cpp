#include "sync/server/http_stream_connection.h"

namespace dure::server {

std::shared_ptr<HttpConnection> makeTlsConnection(tcp::socket socket, net::ssl::context& tls, HttpShared& shared)
{
    return std::make_shared<StreamConnection<net::ssl::stream<tcp::socket>>>(shared, std::move(socket), tls);
}

} // namespace dure::server
