#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dure::server {

/// Counters for Prometheus. Safe from any thread. Nothing here tells one company or person from another.
class Metrics
{
public:
    void countRequest(std::string_view route, int status, std::int64_t micros);
    /// Requests that never reached a route: "header_timeout", "queue_full" …
    void countRefusal(std::string_view reason);

    struct Gauge
    {
        std::string_view name;
        std::string_view help;
        std::int64_t value;
    };
    /// The text exposition format, version 0.0.4.
    std::string text(const std::vector<Gauge>& gauges) const;

private:
    struct Latency
    {
        std::int64_t count = 0;
        std::int64_t micros = 0;
    };
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, int>, std::int64_t> m_requests;
    std::map<std::string, Latency> m_latency;
    std::map<std::string, std::int64_t> m_refusals;
};

} // namespace dure::server
