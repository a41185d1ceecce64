#include "core/storage/search_index.h"

#include "core/storage/row_store.h"

#include <algorithm>
#include <limits>
#include <ranges>
#include <tuple>

namespace dure::storage {

namespace {

constexpr char fieldSeparator = '\x1f';
/// How many candidates a search looks at. Masters are few and all are ranked; of documents the newest are what is
/// wanted, and a text that fits more of them than this is no use as a search.
constexpr std::size_t mostMasters = 20'000;
constexpr std::size_t mostDocuments = 3'000;

/// Numbers of documents differ in their last digits only: pairs of digits would point at nearly all of them, so that
/// their letters and digits are indexed by threes.
bool isDocument(TableId table) { return table == TableId::SalesOrder || table == TableId::Delivery; }

bool isKorean(char32_t c) { return isHangulSyllable(c) || (c >= 0x3131 && c <= 0x3163); }

/// Collects tokens; each begins with a letter for the table, so that one index serves all of them.
class GramList
{
public:
    explicit GramList(TableId table)
        : m_mark(static_cast<char>('a' + static_cast<int>(table)))
    { }
    void add(std::u32string_view gram) { m_tokens.push_back(m_mark + toUtf8(gram)); }
    void add(char32_t a, char32_t b)
    {
        const char32_t pair[] = {a, b};
        add(std::u32string_view(pair, 2));
    }
    std::string joined(std::string_view before, std::string_view after)
    {
        std::ranges::sort(m_tokens);
        const auto repeated = std::ranges::unique(m_tokens);
        m_tokens.erase(repeated.begin(), repeated.end());
        std::string text;
        for (const std::string& token : m_tokens)
            text.append(before).append(token).append(after);
        return text;
    }

private:
    char m_mark;
    std::vector<std::string> m_tokens;
};

void addTriples(GramList& grams, std::u32string_view text)
{
    for (std::size_t i = 0; i + 3 <= text.size(); ++i)
        if (std::ranges::none_of(text.substr(i, 3), isKorean))
            grams.add(text.substr(i, 3));
}

/// What is indexed of a field: each character without its final consonant and by its initial, and each pair of
/// neighbours likewise: the second without its final (it may be in composition), or both by their initials.
void addFieldGrams(GramList& grams, std::u32string_view text, bool document)
{
    if (document)
        addTriples(grams, text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (document && !isKorean(c) && (i + 1 == text.size() || !isKorean(text[i + 1])))
            continue;
        if (!document || isKorean(c)) {
            const char32_t bare = withoutFinal(c);
            grams.add(std::u32string_view(&bare, 1));
            const char32_t initial = initialConsonant(c);
            grams.add(std::u32string_view(&initial, 1));
        }
        if (i + 1 == text.size())
            continue;
        grams.add(c, withoutFinal(text[i + 1]));
        if (isKorean(c) || isKorean(text[i + 1]))
            grams.add(initialConsonant(c), initialConsonant(text[i + 1]));
    }
}

/// What a part of a query needs at least. A part is all Korean or not at all (TextQuery splits there).
void addPartGrams(GramList& grams, std::u32string_view part, bool document)
{
    if (document && !isKorean(part.front())) {
        addTriples(grams, part);
        return;
    }
    for (std::size_t i = 0; i < part.size(); ++i) {
        const bool letter = isConsonantLetter(part[i]);
        const char32_t single = letter ? part[i] : withoutFinal(part[i]);
        const bool inPair = !letter
            && ((i > 0 && !isConsonantLetter(part[i - 1])) || (i + 1 < part.size() && !isConsonantLetter(part[i + 1])));
        if (part.size() == 1 || (!letter && !inPair))
            grams.add(std::u32string_view(&single, 1));
        if (i + 1 == part.size())
            continue;
        if (letter || isConsonantLetter(part[i + 1]))
            grams.add(initialConsonant(part[i]), initialConsonant(part[i + 1]));
        else
            grams.add(part[i], withoutFinal(part[i + 1]));
    }
}

std::vector<int> searchedColumns(const Table& table)
{
    std::vector<int> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].has(Searched))
            columns.push_back(static_cast<int>(i));
    return columns;
}

std::vector<std::string_view> fieldsOf(std::string_view document)
{
    std::vector<std::string_view> fields;
    for (;;) {
        const std::size_t end = document.find(fieldSeparator);
        fields.push_back(document.substr(0, end));
        if (end == std::string_view::npos)
            return fields;
        document.remove_prefix(end + 1);
    }
}

std::string documentText(const Table& table, const Row& row)
{
    std::string text;
    bool first = true;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].has(Searched))
            continue;
        if (!first)
            text += fieldSeparator;
        first = false;
        if (i < row.values.size())
            text += textOf(row.values[i]);
    }
    return text;
}

std::string documentGrams(TableId table, std::string_view text)
{
    GramList grams(table);
    for (std::string_view field : fieldsOf(text))
        addFieldGrams(grams, FoldedText::of(field).characters, isDocument(table));
    return grams.joined(" ", "");
}

/// A document that may fit; it still has to be looked at.
struct Candidate
{
    Uuid id;
    std::string text;
};

/// The searched columns, to be read from the table itself.
std::string searchedColumnsSql(const Table& table)
{
    std::string columns;
    for (int column : searchedColumns(table))
        columns += ", t." + std::string(table.columns[static_cast<std::size_t>(column)].name);
    return columns;
}

/// A document's text from a row of "SELECT t.id" + searchedColumnsSql(table).
std::string documentTextAt(const sqlite::Statement& row, const Table& table)
{
    std::string text;
    for (std::size_t i = 0; i < searchedColumns(table).size(); ++i)
        text.append(i == 0 ? "" : std::string(1, fieldSeparator)).append(row.text(static_cast<int>(i) + 1));
    return text;
}

/// The noted rows that wait to be indexed, as the state keeps them: a byte for the table and 16 for the id, each.
class NotedRows
{
public:
    explicit NotedRows(sqlite::Database& db)
        : m_db(db)
    {
        auto kept = m_db.prepare("SELECT value FROM state WHERE name = 'search_pending'");
        if (kept->step())
            m_packed = kept->blob(0).view();
    }
    std::int64_t count() const { return static_cast<std::int64_t>(m_packed.size() / entrySize); }
    void add(TableId table, const Uuid& id) { m_packed += entryOf(table, id); }
    bool contains(TableId table, const Uuid& id) const { return find(table, id) != std::string::npos; }
    bool remove(TableId table, const Uuid& id)
    {
        const std::size_t at = find(table, id);
        if (at != std::string::npos)
            m_packed.erase(at, entrySize);
        return at != std::string::npos;
    }
    void clear() { m_packed.clear(); }
    void keep() const
    {
        auto put = m_db.prepare("INSERT OR REPLACE INTO state(name, value) VALUES('search_pending', ?)");
        put->bindBorrowed(1, sqlite::Blob{m_packed.data(), m_packed.size()}).run();
    }
    /// Those of one table, newest first.
    std::vector<Candidate> documents(const Table& table) const
    {
        std::vector<Uuid> ids;
        for (std::size_t at = 0; at < m_packed.size(); at += entrySize)
            if (m_packed[at] == static_cast<char>(table.id))
                if (const auto id = Uuid::fromBytes(m_packed.data() + at + 1, 16))
                    ids.push_back(*id);
        std::ranges::sort(ids, std::greater{});
        std::vector<Candidate> found;
        if (ids.empty())
            return found;
        auto row = m_db.prepareOnce(
            "SELECT t.id" + searchedColumnsSql(table) + " FROM " + std::string(table.name) + " t WHERE t.id = ?");
        for (const Uuid& id : ids) {
            row.bindBorrowed(1, blobOf(id));
            if (row.step())
                found.push_back({id, documentTextAt(row, table)});
            row.reset();
        }
        return found;
    }

private:
    static constexpr std::size_t entrySize = 17;
    static std::string entryOf(TableId table, const Uuid& id)
    {
        std::string entry(1, static_cast<char>(table));
        return entry.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
    }
    std::size_t find(TableId table, const Uuid& id) const
    {
        const std::string entry = entryOf(table, id);
        for (std::size_t at = 0; at < m_packed.size(); at += entrySize)
            if (std::string_view(m_packed).substr(at, entrySize) == entry)
                return at;
        return std::string::npos;
    }

    sqlite::Database& m_db;
    std::string m_packed;
};

/// Walks the documents that hold all grams, newest first; with no grams the newest of the table. Rows that wait to be
/// indexed come first, whatever they hold. `visit` returns false to stop. Returns false if `most` stopped it.
template <class Visit>
bool visitCandidates(sqlite::Database& db, TableId table, const std::string& grams, std::size_t most, Visit&& visit)
{
    if (isDocument(table))
        for (const Candidate& noted : NotedRows(db).documents(tableOf(table)))
            if (!visit(noted.id, noted.text))
                return true;
    auto rows = grams.empty()
        ? db.prepareOnce("SELECT id, text FROM search_document WHERE table_id = ? ORDER BY id DESC")
        : db.prepareOnce("SELECT d.id, d.text FROM search_gram g JOIN search_document d "
                         "ON d.document = g.rowid WHERE search_gram MATCH ? ORDER BY g.rowid DESC");
    if (grams.empty())
        rows.bind(1, static_cast<std::int64_t>(table));
    else
        rows.bind(1, grams);
    for (std::size_t looked = 0; rows.step(); ++looked) {
        if (looked == most)
            return false;
        if (!visit(uuidAt(rows, 0), rows.text(1)))
            break;
    }
    return true;
}

std::string gramsOfQuery(const TextQuery& query, TableId table)
{
    GramList grams(table);
    for (const std::u32string& part : query.parts())
        addPartGrams(grams, part, isDocument(table));
    return grams.joined(" \"", "\"");
}

MatchRank bestRank(const std::vector<TextMatch>& matches)
{
    MatchRank best = MatchRank::None;
    for (const TextMatch& match : matches)
        best = std::min(best, match.rank);
    return best;
}

struct RankedCandidate
{
    MatchRank rank;
    std::string name; ///< what equal ranks are sorted by; empty for documents, which keep their order
    Candidate candidate;
};

SearchHit hitOf(const TextQuery& query, const Table& table, const RankedCandidate& ranked)
{
    SearchHit hit{table.id, ranked.candidate.id, ranked.rank, {}};
    const auto fields = fieldsOf(ranked.candidate.text);
    const auto matches = query.matchFields(fields);
    const auto columns = searchedColumns(table);
    for (std::size_t i = 0; i < matches.size() && i < columns.size(); ++i)
        if (matches[i])
            hit.fields.push_back({columns[i], std::string(fields[i]), matches[i].ranges});
    return hit;
}

} // namespace

bool SearchIndex::covers(const Table& table)
{
    return std::ranges::any_of(table.columns, [](const Column& column) { return column.has(Searched); });
}

void SearchIndex::index(const Table& table, const Row& row, bool isNew)
{
    if (!isNew) {
        auto known = m_db.prepare("SELECT text FROM search_document WHERE table_id = ? AND id = ?");
        known->bind(1, static_cast<std::int64_t>(table.id)).bindBorrowed(2, blobOf(row.id));
        if (known->step()) {
            if (known->text(0) == documentText(table, row))
                return;
            known->reset();
            remove(table, row.id);
        }
    }
    if (!isDocument(table.id))
        return write(table, row.id, documentText(table, row));
    NotedRows noted(m_db);
    if (noted.contains(table.id, row.id))
        return;
    noted.add(table.id, row.id);
    noted.keep();
    if (noted.count() >= mostPending)
        indexPending();
}

void SearchIndex::write(const Table& table, const Uuid& id, const std::string& text)
{
    auto document = m_db.prepare("INSERT INTO search_document(table_id, id, text) VALUES(?, ?, ?)");
    document->bind(1, static_cast<std::int64_t>(table.id)).bindBorrowed(2, blobOf(id));
    document->bindBorrowed(3, std::string_view(text)).run();
    auto grams = m_db.prepare("INSERT INTO search_gram(rowid, grams) VALUES(?, ?)");
    grams->bind(1, m_db.lastRowId()).bind(2, documentGrams(table.id, text)).run();
}

void SearchIndex::indexPending()
{
    NotedRows noted(m_db);
    for (TableId id : {TableId::SalesOrder, TableId::Delivery}) {
        const std::vector<Candidate> documents = noted.documents(tableOf(id));
        // in the order of time, so that of the index's documents the newest come last
        for (const Candidate& document : documents | std::views::reverse)
            write(tableOf(id), document.id, document.text);
    }
    noted.clear();
    noted.keep();
}

void SearchIndex::remove(const Table& table, const Uuid& id)
{
    if (isDocument(table.id)) {
        NotedRows noted(m_db);
        if (noted.remove(table.id, id))
            noted.keep();
    }
    auto known = m_db.prepare("SELECT document, text FROM search_document WHERE table_id = ? AND id = ?");
    known->bind(1, static_cast<std::int64_t>(table.id)).bindBorrowed(2, blobOf(id));
    if (!known->step())
        return;
    const std::int64_t document = known->integer(0);
    // a contentless index forgets a document only by what it was told of it
    auto grams = m_db.prepare("INSERT INTO search_gram(search_gram, rowid, grams) VALUES('delete', ?, ?)");
    grams->bind(1, document).bind(2, documentGrams(table.id, known->text(1))).run();
    known->reset();
    m_db.prepare("DELETE FROM search_document WHERE document = ?")->bind(1, document).run();
}

void SearchIndex::rebuild()
{
    m_db.execute("INSERT INTO search_gram(search_gram) VALUES('delete-all'); DELETE FROM search_document; "
                 "DELETE FROM state WHERE name = 'search_pending'");
    for (const Table& table : allTables()) {
        if (!covers(table))
            continue;
        auto rows = m_db.prepareOnce("SELECT t.id" + searchedColumnsSql(table) + " FROM " + std::string(table.name)
            + " t WHERE deleted = 0 ORDER BY t.id");
        while (rows.step())
            write(table, uuidAt(rows, 0), documentTextAt(rows, table));
    }
}

SearchResult SearchIndex::find(std::string_view text, std::span<const TableId> tables, std::size_t limit)
{
    SearchResult result;
    const TextQuery query(text);
    if (query.empty())
        return result;
    for (TableId id : tables) {
        const Table& table = tableOf(id);
        const bool document = isDocument(id);
        const auto columns = searchedColumns(table);
        const auto nameAt
            = static_cast<std::size_t>(std::ranges::find(columns, table.columnIndex("name")) - columns.begin());
        std::vector<RankedCandidate> found;
        const auto visit = [&](const Uuid& row, std::string_view stored) {
            const auto fields = fieldsOf(stored);
            const MatchRank rank = bestRank(query.matchFields(fields));
            if (rank != MatchRank::None)
                found.push_back({rank, document || nameAt >= fields.size() ? "" : std::string(fields[nameAt]),
                    {row, std::string(stored)}});
            return !document || found.size() <= limit;
        };
        const bool all
            = visitCandidates(m_db, id, gramsOfQuery(query, id), document ? mostDocuments : mostMasters, visit);
        std::ranges::stable_sort(
            found, [](const auto& a, const auto& b) { return std::tie(a.rank, a.name) < std::tie(b.rank, b.name); });
        result.complete = result.complete && all && found.size() <= limit;
        found.resize(std::min(found.size(), limit), {MatchRank::None, {}, {}});
        for (const RankedCandidate& ranked : found)
            result.hits.push_back(hitOf(query, table, ranked));
    }
    std::ranges::stable_sort(result.hits, {}, &SearchHit::rank);
    return result;
}

std::vector<Uuid> SearchIndex::allMatching(const TextQuery& query, TableId table)
{
    std::vector<Uuid> rows;
    const std::size_t all = std::numeric_limits<std::size_t>::max();
    visitCandidates(m_db, table, gramsOfQuery(query, table), all, [&](const Uuid& id, std::string_view stored) {
        if (bestRank(query.matchFields(fieldsOf(stored))) != MatchRank::None)
            rows.push_back(id);
        return true;
    });
    return rows;
}

std::optional<std::vector<Uuid>> SearchIndex::rowsWith(
    const TextQuery& query, std::size_t part, TableId table, std::size_t limit)
{
    std::vector<Uuid> rows;
    GramList grams(table);
    addPartGrams(grams, query.parts()[part], isDocument(table));
    const std::string wanted = grams.joined(" \"", "\"");
    if (wanted.empty())
        return std::nullopt;
    // candidates that do not fit are rare, so that looking at a few times the limit is enough
    const std::size_t most = limit > mostMasters ? limit : limit * 4;
    const bool all = visitCandidates(m_db, table, wanted, most, [&](const Uuid& id, std::string_view stored) {
        for (std::string_view field : fieldsOf(stored))
            if (query.partMatches(part, FoldedText::of(field))) {
                rows.push_back(id);
                break;
            }
        return rows.size() <= limit;
    });
    if (!all || rows.size() > limit)
        return std::nullopt;
    return rows;
}

} // namespace dure::storage
