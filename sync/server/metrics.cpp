#include "sync/server/metrics.h"

#include <cstdio>

namespace dure::server {

namespace {

/// 1234567 µs → "1.234567"
std::string seconds(std::int64_t micros)
{
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%06lld", static_cast<long long>(micros / 1'000'000),
        static_cast<long long>(micros % 1'000'000));
    return text;
}

void describe(std::string& text, std::string_view name, std::string_view type, std::string_view help)
{
    text.append("# HELP ").append(name).append(" ").append(help);
    text.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

} // namespace

void Metrics::countRequest(std::string_view route, int status, std::int64_t micros)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[{std::string(route), status}];
    Latency& latency = m_latency[std::string(route)];
    ++latency.count;
    latency.micros += micros;
}

void Metrics::countRefusal(std::string_view reason)
{
    const std::lock_guard lock(m_mutex);
    ++m_refusals[std::string(reason)];
}

std::string Metrics::text(const std::vector<Gauge>& gauges) const
{
    std::string text;
    const std::lock_guard lock(m_mutex);
    describe(text, "dure_requests_total", "counter", "Requests by route and status.");
    for (const auto& [key, count] : m_requests)
        text += "dure_requests_total{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) + "\"} "
            + std::to_string(count) + "\n";
    describe(text, "dure_request_seconds", "summary", "Time at work on requests, without waiting in a watch.");
    for (const auto& [route, latency] : m_latency) {
        text += "dure_request_seconds_sum{route=\"" + route + "\"} " + seconds(latency.micros) + "\n";
        text += "dure_request_seconds_count{route=\"" + route + "\"} " + std::to_string(latency.count) + "\n";
    }
    describe(text, "dure_refusals_total", "counter", "Connections and requests that reached no route, by reason.");
    for (const auto& [reason, count] : m_refusals)
        text += "dure_refusals_total{reason=\"" + reason + "\"} " + std::to_string(count) + "\n";
    for (const Gauge& gauge : gauges) {
        describe(text, gauge.name, "gauge", gauge.help);
        text.append(gauge.name).append(" ").append(std::to_string(gauge.value)).append("\n");
    }
    return text;
}

} // namespace dure::server
