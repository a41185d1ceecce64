#pragma once
#include "load_cloud.h"
#include "sync/protocol/messages.h"
#include "tests/support/order_book.h"
#include "tests/sync/raw_http.h"

#include <deque>

namespace dure::bench {

/// One device over one kept connection, as bytes: what the generator itself costs stays small.
class LoadClient
{
public:
    LoadClient(quint16 port, const LoadDevice& device, std::uint64_t seed);

    /// The customers and products that its orders name.
    bool pushMasters();
    /// Makes the bytes of its next orders, so that pushOrder() only sends them; after pushMasters().
    void prepareOrders(int count);
    /// The next order with its five lines; microseconds until it was acknowledged, or -1 if it was not applied.
    std::int64_t pushOrder();
    /// What came since its last pull; rows received, or -1. `maxPages` of ten thousand rows.
    std::int64_t pull(int maxPages = 1'000'000);
    bool signIn(const std::string& email);
    std::int64_t bytesReceived() const { return m_received; }
    const std::string& problem() const { return m_problem; } ///< of the first that went wrong

private:
    QByteArray requestOf(const std::string& target, const std::string& body) const;
    test::RawReply exchange(const std::string& target, const QByteArray& request);
    std::string pushTarget() const;
    QByteArray pushRequest(const std::vector<testing::TableRow>& rows);
    bool push(const QByteArray& request);

    quint16 m_port;
    LoadDevice m_device;
    testing::SeededRandom m_random;
    testing::OrderBook m_book;
    test::RawConnection m_connection;
    Uuid m_incarnation;
    std::int64_t m_n = 0;
    int m_orders = 0;
    std::deque<QByteArray> m_prepared;
    std::string m_epoch;
    std::map<std::string, std::int64_t> m_cursors;
    std::int64_t m_received = 0;
    std::string m_problem;
};

} // namespace dure::bench
