#include "sync/server/http_stream_connection.h"

namespace dure::server {

std::shared_ptr<HttpConnection> makePlainConnection(tcp::socket socket, HttpShared& shared)
{
    return std::make_shared<StreamConnection<tcp::socket>>(shared, std::move(socket));
}

} // namespace dure::server
