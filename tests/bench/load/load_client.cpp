#include "load_client.h"

#include "core/domain/content_hash.h"
#include "core/domain/mutation.h"
#include "measure.h"
#include "sync/protocol/codec.h"
#include "sync/server/system_clock.h"

namespace dure::bench {

using namespace testing;

LoadClient::LoadClient(quint16 port, const LoadDevice& device, std::uint64_t seed)
    : m_port(port)
    , m_device(device)
    , m_random(seed)
    , m_book({.customers = 30, .products = 20, .lines = 1'000'000}, Date::fromYmd(2026, 11, 23), seed)
    , m_connection(port)
    , m_incarnation(makeUuidV7(server::SystemClock().nowMs(), m_random))
{ }

QByteArray LoadClient::requestOf(const std::string& target, const std::string& body) const
{
    const std::string packed = protocol::compress(body); // as the product's client sends what is over a kilobyte
    return test::requestBytes("POST", QByteArray::fromStdString(target),
        {{"Authorization", "Bearer " + QByteArray::fromStdString(m_device.token)},
            {"Dure-Schema", QByteArray::number(schemaVersion)}, {"Accept-Encoding", "zstd"},
            {"Content-Encoding", "zstd"}},
        QByteArray::fromStdString(packed));
}

test::RawReply LoadClient::exchange(const std::string& target, const QByteArray& request)
{
    m_connection.send(request);
    test::RawReply reply = m_connection.receive(60'000);
    m_received += reply.body.size();
    if (reply.headers.value("content-encoding") == "zstd")
        if (auto plain = protocol::decompress(reply.body.toStdString(), protocol::maxReplyBytes))
            reply.body = QByteArray::fromStdString(*plain);
    if (reply.status != 200 && m_problem.empty())
        m_problem = target + ": " + std::to_string(reply.status) + " " + reply.body.left(200).toStdString();
    return reply;
}

std::string LoadClient::pushTarget() const { return "/v1/spaces/" + m_device.space.toString() + "/push"; }

QByteArray LoadClient::pushRequest(const std::vector<TableRow>& rows)
{
    Mutation mutation{m_device.user, server::SystemClock().nowMs(), "save_order", {}, {}};
    for (const TableRow& row : rows)
        mutation.changes.push_back(createOf(row));
    std::string body = protocol::encodeMutation(mutation);
    const std::uint64_t hash = hashBytes(body);
    protocol::PushRequest push{m_incarnation, m_epoch, mutation.at, {}};
    push.mutations.push_back({++m_n, hash, std::move(body)});
    return requestOf(pushTarget(), encode(push));
}

bool LoadClient::push(const QByteArray& request)
{
    const auto reply = exchange(pushTarget(), request);
    const auto answer = protocol::decode<protocol::PushReply>(reply.body.toStdString());
    if (reply.status != 200 || !answer || answer->results.size() != 1)
        return false;
    m_epoch = answer->epoch;
    const auto& result = answer->results.front();
    if (result.status == protocol::ResultStatus::Applied)
        return true;
    if (m_problem.empty())
        m_problem = "refused: " + result.detail;
    return false;
}

bool LoadClient::pushMasters() { return push(pushRequest(m_book.masters())); }

void LoadClient::prepareOrders(int count)
{
    for (int i = 0; i < count; ++i)
        m_prepared.push_back(pushRequest(m_book.order(m_orders++)));
}

std::int64_t LoadClient::pushOrder()
{
    if (m_prepared.empty())
        prepareOrders(1);
    const QByteArray request = std::move(m_prepared.front());
    m_prepared.pop_front();
    const std::int64_t start = nowUs();
    return push(request) ? nowUs() - start : -1;
}

std::int64_t LoadClient::pull(int maxPages)
{
    std::int64_t rows = 0;
    for (int page = 0; page < maxPages; ++page) {
        const std::string target = "/v1/spaces/" + m_device.space.toString() + "/pull";
        const auto reply
            = exchange(target, requestOf(target, encode(protocol::PullRequest{m_epoch, 0, m_cursors, 10'000})));
        const auto answer = protocol::decode<protocol::PullReply>(reply.body.toStdString());
        if (reply.status != 200 || !answer)
            return -1;
        m_epoch = answer->epoch;
        m_cursors = answer->cursors;
        rows += static_cast<std::int64_t>(answer->rows.size());
        if (!answer->more)
            break;
    }
    return rows;
}

bool LoadClient::signIn(const std::string& email)
{
    const protocol::SignInRequest request{email, loadPassword, m_device.device, "PC", schemaVersion};
    const auto reply = test::ask(m_port, "POST", "/v1/session", {}, QByteArray::fromStdString(encode(request)));
    return reply.status == 200;
}

} // namespace dure::bench
