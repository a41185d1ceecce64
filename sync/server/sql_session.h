#pragma once
#include "core/domain/uuid.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dure::server {

/// One parameter of a statement. It borrows what it is made from, for the length of the call.
class SqlValue
{
public:
    enum class Kind : std::uint8_t { Integer, Text, Id, Bytes };

    SqlValue(std::int64_t value) // NOLINT: parameters are written as they are
        : kind(Kind::Integer)
        , integer(value)
    { }
    SqlValue(std::optional<std::int64_t> value) // NOLINT
        : kind(Kind::Integer)
        , isNull(!value)
        , integer(value.value_or(0))
    { }
    SqlValue(std::string_view text) // NOLINT
        : kind(Kind::Text)
        , bytes(text)
    { }
    SqlValue(const std::string& text) // NOLINT
        : SqlValue(std::string_view(text))
    { }
    SqlValue(const Uuid& id) // NOLINT
        : kind(Kind::Id)
        , bytes(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size())
    { }
    static SqlValue ofBytes(std::string_view raw)
    {
        SqlValue value(raw);
        value.kind = Kind::Bytes;
        return value;
    }

    Kind kind;
    bool isNull = false; ///< of an integer
    std::int64_t integer = 0;
    std::string_view bytes;
};
using SqlValues = std::initializer_list<SqlValue>;

/// What a query found, one row at a time. Columns count from 0; texts are valid until the next row.
class SqlRows
{
public:
    virtual ~SqlRows() = default;
    virtual bool next() = 0;
    virtual std::int64_t integer(int column) const = 0; ///< also of true and false
    virtual std::string_view text(int column) const = 0; ///< also of bytes
    virtual bool isNull(int column) const = 0;

    std::optional<std::int64_t> integerOrNull(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(integer(column));
    }
    std::string copy(int column) const { return std::string(text(column)); }
    Uuid id(int column) const
    {
        const std::string_view raw = text(column);
        return Uuid::fromBytes(raw.data(), raw.size()).value_or(Uuid{});
    }
};

/// One piece of work on a database, in SQL that SQLite and PostgreSQL read alike: parameters are $1, $2 … in the order
/// in which they first stand in the text, "user" is quoted, ON CONFLICT names its columns. Used by one thread; throws
/// sqlite::Failure, StoreUnavailable or the like.
class SqlSession
{
public:
    virtual ~SqlSession() = default;
    virtual std::unique_ptr<SqlRows> query(std::string_view sql, SqlValues values = {}) = 0;
    virtual std::int64_t run(std::string_view sql, SqlValues values = {}) = 0; ///< how many rows it changed
    virtual void commit() = 0; ///< of a write session; without it nothing was written
};

} // namespace dure::server
