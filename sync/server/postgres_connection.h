#pragma once
#include "sync/server/sql_session.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

struct pg_conn;
struct pg_result;

/// The only code that knows libpq. Passing faults are thrown as StoreUnavailable, others as std::runtime_error.
namespace dure::server {

/// A whole result in binary form.
class PostgresRows final : public SqlRows
{
public:
    explicit PostgresRows(pg_result* result)
        : m_result(result)
    { }
    ~PostgresRows() override;
    PostgresRows(PostgresRows&& other) noexcept;
    PostgresRows(const PostgresRows&) = delete;
    PostgresRows& operator=(const PostgresRows&) = delete;
    PostgresRows& operator=(PostgresRows&&) = delete;

    bool next() override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    bool isNull(int column) const override;
    std::int64_t changed() const;
    int count() const;

private:
    pg_result* m_result;
    int m_row = -1;
};

struct Notification
{
    bool isOwn = false; ///< sent over this very connection
    std::string payload;
};

/// One connection. Used by one thread at a time. `url` is a URL or what else libpq takes.
class PostgresConnection
{
public:
    explicit PostgresConnection(const std::string& url);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    void execute(const std::string& sql); ///< one or many statements, no parameters
    /// Prepared at its first use on this connection and kept.
    PostgresRows query(std::string_view sql, SqlValues values = {});
    /// For what finds nothing: goes out without waiting for an answer, in its order. What is wrong with it is thrown by
    /// the next query(), execute() or settle(), and what was posted behind it has not been done.
    void post(std::string_view sql, SqlValues values = {});
    void settle(); ///< waits until all that was posted is done

    bool isBroken() const;
    bool isIdle() const; ///< sound, in no transaction, and nothing waits for its answer
    int socket() const;
    std::string quoted(std::string_view identifier);
    /// What has come in since; does not wait.
    std::vector<Notification> notifications();

private:
    const std::string& prepared(std::string_view sql, SqlValues values);
    PostgresRows checked(pg_result* result);
    void send(const std::string& name, SqlValues values);
    pg_result* answerOfLast();

    pg_conn* m_connection = nullptr;
    int m_posted = 0; ///< statements whose answers were not read; above 0 libpq is in its pipeline mode
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> m_names;
};

} // namespace dure::server
