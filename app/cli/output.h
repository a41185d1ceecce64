#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"
#include "core/domain/uuid.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dure::cli {

/// What the shell gets; documented in --help, so never renumbered.
enum class Exit : std::uint8_t {
    Ok = 0,
    Failed = 1,
    Usage = 2,
    SomeRowsBad = 3, ///< an import wrote the good rows and left the bad ones out
    NotSignedIn = 4,
    NoConnection = 5,
};

/// One value in both its looks. Numbers are exact in JSON too: they are written as decimal text without quotes.
struct Cell
{
    std::string shown;
    std::string json = "null";
    bool right = false; ///< figures are aligned to the right

    static Cell text(std::string_view text);
    static Cell number(std::int64_t value);
    static Cell won(Won amount) { return number(amount.amount); }
    template <class Tag> static Cell decimal(FixedPoint<Tag> value)
    {
        return {toText(value), toText(value, false), true};
    }
    static Cell date(Date date);
    static Cell time(std::int64_t ms); ///< shown in this PC's zone; 0: never
    static Cell yes(bool value);
    static Cell id(const Uuid& id);
};

struct TableColumn
{
    std::string_view key; ///< in JSON
    std::string_view title; ///< empty: in JSON only
};

struct OutputTable
{
    std::vector<TableColumn> columns;
    std::vector<std::vector<Cell>> rows;
};

/// Everything the program says. Text: facts and tables as they come. JSON: one object on standard output, written by
/// finish(); what a person would read beside it goes to standard error in both.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    { }

    bool isJson() const { return m_json; }
    /// "label   value", or nothing if that is empty; in JSON the member `key`.
    void fact(std::string_view key, std::string_view label, const Cell& cell);
    /// In JSON an array of objects. Text: aligned columns; nothing at all without rows or
    /// titles.
    void table(std::string_view key, const OutputTable& table);
    /// A member that only JSON has, already encoded.
    void member(std::string_view key, std::string_view encoded);
    void line(std::string_view text = {}); ///< text only
    void note(std::string_view text); ///< standard error
    /// A line on standard error that is overwritten by the next, if that is a terminal.
    void progress(const std::string& text);

    /// A sentence that says what went wrong and what to do. Returns `exit` for convenience.
    Exit fail(Exit exit, std::string_view code, std::string_view sentence);
    /// Writes what is still to be written; a full disk behind a redirection becomes Exit::Failed.
    Exit finish(Exit exit);

private:
    void clearProgress();

    bool m_json;
    bool m_progressShown = false;
    std::string m_members; ///< of the JSON object, with commas
};

std::string jsonText(std::string_view utf8); ///< quoted and escaped

} // namespace dure::cli
