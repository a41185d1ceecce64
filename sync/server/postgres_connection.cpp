#include "sync/server/postgres_connection.h"

#include "sync/server/store_failure.h"

#include <array>
#include <libpq-fe.h>
#include <utility>
#include <vector>

namespace dure::server {

namespace {

constexpr int binary = 1;
/// Their answers, some 30 bytes each, wait in the socket meanwhile: it must have room, or both sides would wait.
constexpr int mostPosted = 256;

/// A lost network or a stuck neighbour must not hold a worker for ever.
/// Everything is asked for by its key: a plan that was made while a table was small, and is kept, must not read the
/// whole table later. Compiling (jit) would begin where a plan has no other way.
constexpr const char* sessionSettings = "SET search_path = dure; SET enable_seqscan = off; SET jit = off; "
                                        "SET lock_timeout = '10s'; "
                                        "SET statement_timeout = '60s'; "
                                        "SET idle_in_transaction_session_timeout = '60s'";

/// The type that a parameter has in the tables.
Oid typeOf(SqlValue::Kind kind)
{
    switch (kind) {
    case SqlValue::Kind::Integer:
        return 20; // int8
    case SqlValue::Kind::Text:
        return 25; // text
    case SqlValue::Kind::Id:
        return 2950; // uuid
    case SqlValue::Kind::Bytes:
        return 17; // bytea
    }
    return 0;
}

std::array<char, 8> bigEndian(std::int64_t value)
{
    std::array<char, 8> bytes{};
    auto bits = static_cast<std::uint64_t>(value);
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, bits >>= 8)
        *byte = static_cast<char>(bits & 0xff);
    return bytes;
}

/// Values in the form in which libpq takes them, for the length of a call.
struct Parameters
{
    explicit Parameters(SqlValues values)
        : integers(values.size())
        , data(values.size())
        , lengths(values.size())
        , formats(values.size(), binary)
    {
        std::size_t index = 0;
        for (const SqlValue& value : values) {
            const bool isInteger = value.kind == SqlValue::Kind::Integer;
            if (isInteger)
                integers[index] = bigEndian(value.integer);
            // an empty text has no address, and null would mean NULL
            data[index] = value.isNull ? nullptr
                : isInteger            ? integers[index].data()
                : value.bytes.empty()  ? ""
                                       : value.bytes.data();
            lengths[index] = static_cast<int>(isInteger ? 8 : value.bytes.size());
            ++index;
        }
    }
    int count() const { return static_cast<int>(data.size()); }

    std::vector<std::array<char, 8>> integers;
    std::vector<const char*> data;
    std::vector<int> lengths;
    std::vector<int> formats;
};

/// Connection lost, out of memory or disk, cancelled or shutting down, deadlock, lock not available, I/O error.
bool isPassing(std::string_view state)
{
    for (const std::string_view passing : {"08", "53", "57", "40", "55", "58", "25P03"})
        if (state.starts_with(passing))
            return true;
    return state.empty();
}

} // namespace

PostgresRows::~PostgresRows() { PQclear(m_result); }

PostgresRows::PostgresRows(PostgresRows&& other) noexcept
    : m_result(std::exchange(other.m_result, nullptr))
    , m_row(other.m_row)
{ }

bool PostgresRows::next() { return ++m_row < PQntuples(m_result); }

std::string_view PostgresRows::text(int column) const
{
    return {PQgetvalue(m_result, m_row, column), static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
}

std::int64_t PostgresRows::integer(int column) const
{
    const std::string_view raw = text(column);
    if (raw.empty())
        return 0;
    auto value = static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<signed char>(raw[0])));
    for (const char byte : raw.substr(1))
        value = value << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

bool PostgresRows::isNull(int column) const { return PQgetisnull(m_result, m_row, column) != 0; }

std::int64_t PostgresRows::changed() const
{
    const std::string digits = PQcmdTuples(m_result);
    return digits.empty() ? 0 : std::stoll(digits);
}

int PostgresRows::count() const { return PQntuples(m_result); }

PostgresConnection::PostgresConnection(const std::string& url)
{
    // the later word counts: the URL may name other values
    const char* const names[]
        = {"connect_timeout", "tcp_user_timeout", "application_name", "client_encoding", "dbname", nullptr};
    const char* const values[] = {"5", "15000", "dure-server", "UTF8", url.c_str(), nullptr};
    m_connection = PQconnectdbParams(names, values, 1);
    if (PQstatus(m_connection) != CONNECTION_OK) {
        const std::string problem = PQerrorMessage(m_connection);
        PQfinish(m_connection);
        throw StoreUnavailable("PostgreSQL cannot be reached: " + problem);
    }
    PQsetNoticeProcessor(
        m_connection, [](void*, const char*) {}, nullptr);
    try {
        execute(sessionSettings);
    } catch (...) {
        PQfinish(m_connection);
        throw;
    }
}

PostgresConnection::~PostgresConnection() { PQfinish(m_connection); }

PostgresRows PostgresConnection::checked(pg_result* result)
{
    PostgresRows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return rows;
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string problem = result ? PQresultErrorMessage(result) : PQerrorMessage(m_connection);
    if (isBroken() || isPassing(state ? state : ""))
        throw StoreUnavailable("PostgreSQL: " + problem);
    throw std::runtime_error("PostgreSQL: " + problem);
}

void PostgresConnection::execute(const std::string& sql)
{
    settle();
    checked(PQexec(m_connection, sql.c_str()));
}

const std::string& PostgresConnection::prepared(std::string_view sql, SqlValues values)
{
    if (const auto known = m_names.find(sql); known != m_names.end())
        return known->second;
    settle();
    std::vector<Oid> types;
    for (const SqlValue& value : values)
        types.push_back(typeOf(value.kind));
    const std::string text(sql);
    const std::string name = "s" + std::to_string(m_names.size());
    checked(PQprepare(m_connection, name.c_str(), text.c_str(), static_cast<int>(types.size()), types.data()));
    return m_names.emplace(text, name).first->second;
}

PostgresRows PostgresConnection::query(std::string_view sql, SqlValues values)
{
    const std::string& name = prepared(sql, values);
    if (m_posted > 0) {
        send(name, values);
        return checked(answerOfLast());
    }
    const Parameters parameters(values);
    return checked(PQexecPrepared(m_connection, name.c_str(), parameters.count(), parameters.data.data(),
        parameters.lengths.data(), parameters.formats.data(), binary));
}

void PostgresConnection::post(std::string_view sql, SqlValues values)
{
    const std::string& name = prepared(sql, values);
    if (m_posted == 0 && PQenterPipelineMode(m_connection) == 0)
        throw StoreUnavailable(std::string("PostgreSQL: ") + PQerrorMessage(m_connection));
    send(name, values);
    if (m_posted >= mostPosted)
        settle();
}

void PostgresConnection::send(const std::string& name, SqlValues values)
{
    const Parameters parameters(values);
    ++m_posted; // so that whatever goes wrong, libpq leaves its pipeline mode
    if (PQsendQueryPrepared(m_connection, name.c_str(), parameters.count(), parameters.data.data(),
            parameters.lengths.data(), parameters.formats.data(), binary)
        == 0)
        throw StoreUnavailable(std::string("PostgreSQL: ") + PQerrorMessage(m_connection));
}

void PostgresConnection::settle()
{
    if (m_posted > 0)
        checked(answerOfLast());
}

/// Of all that was sent: the first failure, or what the last statement found.
pg_result* PostgresConnection::answerOfLast()
{
    const int sent = std::exchange(m_posted, 0);
    pg_result* answer = nullptr;
    bool hasFailed = PQpipelineSync(m_connection) == 0;
    // each statement has a result and an end, then comes the end of all
    for (int left = 2 * sent + 1; left > 0 && !isBroken(); --left) {
        pg_result* result = PQgetResult(m_connection);
        const ExecStatusType status = PQresultStatus(result);
        const bool isGood = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
        if (!result || status == PGRES_PIPELINE_SYNC || hasFailed) {
            PQclear(result);
            continue;
        }
        PQclear(std::exchange(answer, result));
        hasFailed = !isGood;
    }
    PQexitPipelineMode(m_connection);
    if (isBroken() && !hasFailed)
        PQclear(std::exchange(answer, nullptr)); // of an earlier statement
    return answer;
}

bool PostgresConnection::isBroken() const { return PQstatus(m_connection) != CONNECTION_OK; }

bool PostgresConnection::isIdle() const
{
    return !isBroken() && m_posted == 0 && PQpipelineStatus(m_connection) == PQ_PIPELINE_OFF
        && PQtransactionStatus(m_connection) == PQTRANS_IDLE;
}

int PostgresConnection::socket() const { return PQsocket(m_connection); }

std::string PostgresConnection::quoted(std::string_view identifier)
{
    char* escaped = PQescapeIdentifier(m_connection, identifier.data(), identifier.size());
    if (!escaped)
        throw std::runtime_error("not a name: " + std::string(identifier));
    const std::string copy = escaped;
    PQfreemem(escaped);
    return copy;
}

std::vector<Notification> PostgresConnection::notifications()
{
    if (PQconsumeInput(m_connection) == 0)
        throw StoreUnavailable(std::string("PostgreSQL: ") + PQerrorMessage(m_connection));
    std::vector<Notification> heard;
    while (PGnotify* notify = PQnotifies(m_connection)) {
        heard.push_back({notify->be_pid == PQbackendPID(m_connection), notify->extra});
        PQfreemem(notify);
    }
    return heard;
}

} // namespace dure::server
