#include "app/cli/output.h"

#include "app/cli/display_width.h"
#include "app/cli/terminal.h"
#include "core/domain/schema.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdio>

namespace dure::cli {

namespace {

constexpr std::size_t labelColumns = 16;
constexpr std::size_t widestCell = 48;

void print(std::FILE* stream, std::string_view text)
{
    if (!text.empty()) // whose address may be none
        std::fwrite(text.data(), 1, text.size(), stream);
}

std::string padded(const Cell& cell, std::size_t columns)
{
    const std::string text = cutToWidth(printable(cell.shown), columns);
    const std::string blanks(columns - std::min(columns, displayWidth(text)), ' ');
    return cell.right ? blanks + text : text + blanks;
}

std::string withoutTrailingBlanks(std::string text)
{
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

} // namespace

std::string jsonText(std::string_view utf8)
{
    const std::string safe = isUtf8(utf8) ? std::string(utf8) : printable(utf8);
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.String(safe.data(), static_cast<rapidjson::SizeType>(safe.size()));
    return {buffer.GetString(), buffer.GetSize()};
}

Cell Cell::text(std::string_view text) { return {std::string(text), jsonText(text)}; }
Cell Cell::number(std::int64_t value) { return {formatNumber(value, 0), std::to_string(value), true}; }

Cell Cell::date(Date date) { return date.isNull() ? Cell{} : Cell{date.toIso(), '"' + date.toIso() + '"'}; }

Cell Cell::time(std::int64_t ms) { return ms == 0 ? Cell{"never"} : Cell{localTime(ms), '"' + utcTime(ms) + '"'}; }

Cell Cell::yes(bool value) { return {value ? "yes" : "no", value ? "true" : "false"}; }

Cell Cell::id(const Uuid& id) { return id.isNil() ? Cell{} : Cell{id.toString(), '"' + id.toString() + '"'}; }

void Output::fact(std::string_view key, std::string_view label, const Cell& cell)
{
    if (m_json)
        return member(key, cell.json);
    if (cell.shown.empty())
        return;
    std::string start(label);
    start.resize(std::max(labelColumns, start.size() + 1), ' ');
    line(start + printable(cell.shown));
}

void Output::member(std::string_view key, std::string_view encoded)
{
    if (!m_json)
        return;
    if (!m_members.empty())
        m_members += ',';
    m_members += jsonText(key) + ':' + std::string(encoded);
}

void Output::table(std::string_view key, const OutputTable& table)
{
    if (m_json) {
        std::string array = "[";
        for (const auto& row : table.rows) {
            array += array.size() > 1 ? ",\n{" : "\n{";
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                array += (i == 0 ? "" : ",") + jsonText(table.columns[i].key) + ':' + row[i].json;
            array += '}';
        }
        return member(key, array + "]");
    }
    const bool isShown
        = std::ranges::any_of(table.columns, [](const TableColumn& each) { return !each.title.empty(); });
    if (table.rows.empty() || !isShown)
        return;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t width = displayWidth(table.columns[i].title);
        for (const auto& row : table.rows)
            width = std::max(width, displayWidth(printable(row[i].shown)));
        widths.push_back(std::min(width, widestCell));
    }
    std::string head;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!table.columns[i].title.empty())
            head += padded({std::string(table.columns[i].title), {}, table.rows.front()[i].right}, widths[i]) + "  ";
    line(withoutTrailingBlanks(head));
    for (const auto& row : table.rows) {
        std::string text;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (!table.columns[i].title.empty())
                text += padded(row[i], widths[i]) + "  ";
        line(withoutTrailingBlanks(text));
    }
}

void Output::line(std::string_view text)
{
    if (m_json)
        return;
    clearProgress();
    print(stdout, text);
    print(stdout, "\n");
}

void Output::note(std::string_view text)
{
    clearProgress();
    print(stderr, printable(text) + "\n");
}

void Output::progress(const std::string& text)
{
    if (!isTerminal(Stream::Error))
        return;
    print(stderr, "\r\x1b[K" + printable(text));
    std::fflush(stderr);
    m_progressShown = true;
}

void Output::clearProgress()
{
    if (m_progressShown)
        print(stderr, "\r\x1b[K");
    m_progressShown = false;
}

Exit Output::fail(Exit exit, std::string_view code, std::string_view sentence)
{
    note("dure-cli: " + std::string(sentence));
    member("error", "{\"code\":" + jsonText(code) + ",\"message\":" + jsonText(sentence) + "}");
    return exit;
}

Exit Output::finish(Exit exit)
{
    clearProgress();
    if (m_json) {
        const std::string tail = (m_members.empty() ? "" : ",") + std::string("\"exit\":")
            + std::to_string(static_cast<int>(exit)) + "}\n";
        print(stdout, "{" + m_members + tail);
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        print(stderr, "dure-cli: the output could not be written\n");
        return exit == Exit::Ok ? Exit::Failed : exit;
    }
    return exit;
}

} // namespace dure::cli
