#include "tests/simulation/ledger.h"

#include "core/domain/content_hash.h"
#include "sync/merge/merge.h"
#include "sync/protocol/codec.h"

#include <algorithm>

namespace dure::simulation {

using protocol::RejectReason;
using protocol::ResultStatus;

namespace {

std::string nameOf(TableId table, const Uuid& row) { return std::string(tableOf(table).name) + " " + row.toString(); }

/// What the merge computes anew from the order's terms and lines, so that it is nobody's value.
bool isComputed(const Table& table, const std::vector<Value>& values, std::size_t column)
{
    using C = col::OrderLine;
    return table.id == TableId::OrderLine
        && (column == C::supply || (column == C::tax && integerOf(values[C::taxTyped]) == 0));
}

enum class Part : std::uint8_t { Entered, Whole }; ///< of a unit: without what is computed, or with it

/// A unit's fields of one row as text; empty if none is set.
std::string unitText(
    const Table& table, const std::vector<Value>& values, const std::string& unit, Part part = Part::Entered)
{
    Fields fields;
    for (std::size_t i = 0; i < table.columns.size() && i < values.size(); ++i)
        if (merge::unitOf(table.columns[i]) == unit && (part == Part::Whole || !isComputed(table, values, i)))
            fields.known.emplace_back(static_cast<int>(i), values[i]);
    return protocol::encodeFields(table, fields);
}

std::string unitText(const server::StoredRow& row, const std::string& unit, Part part = Part::Entered)
{
    const auto decoded = protocol::decodeRow(tableOf(row.table), row.id, row.fields);
    return decoded ? unitText(tableOf(row.table), decoded->values, unit, part) : "unreadable";
}

std::optional<merge::UnitVersion> deletionOf(const server::StoredRow& row)
{
    const auto versions = merge::Versions::decode(row.versions);
    return versions ? versions->deletion() : std::nullopt;
}

bool isOwnDeletion(const server::StoredRow& row, const Ledger::Answered& answer)
{
    const auto deletion = deletionOf(row);
    return deletion && deletion->incarnation == answer.incarnation;
}

/// Nothing stood there for the author: no row, or one that the author deleted or saw deleted. A row that somebody else
/// deleted meanwhile only comes back, and its values count as what they were.
bool wasFree(const Ledger::Written* written, const Ledger::Answered& answer, std::int64_t base)
{
    if (!written || !written->before)
        return true;
    const auto deletion = deletionOf(*written->before);
    return written->before->deleted && (!deletion || deletion->seq <= base || isOwnDeletion(*written->before, answer));
}

/// A tax was typed: terms without tax take it away after the merge took the line, and then it is kept as a loser too.
bool typesTax(const Table& table, const std::vector<Value>& values)
{
    return table.id == TableId::OrderLine && integerOf(values[col::OrderLine::taxTyped]) != 0;
}

/// What a taken unit and a lost one look alike in, the store's own word tells apart.
bool bearsName(const server::StoredRow& row, const std::string& unit, const Uuid& incarnation)
{
    const auto versions = merge::Versions::decode(row.versions);
    return versions && versions->of(unit).incarnation == incarnation;
}

const Ledger::Written* writtenFor(const Ledger::Answered& answer, TableId table, const Uuid& id)
{
    const auto found = std::ranges::find_if(
        answer.rows, [&](const auto& row) { return row.after.table == table && row.after.id == id; });
    return found == answer.rows.end() ? nullptr : &*found;
}

/// Whether a conflict row written with this answer keeps `loser` as the value of that unit that did not come through.
bool keepsLoser(const Ledger::Answered& answer, const Uuid& rowId, const std::string& unit, const std::string& loser,
    Part part = Part::Entered)
{
    return std::ranges::any_of(answer.rows, [&](const Ledger::Written& written) {
        if (written.after.table != TableId::Conflict)
            return false;
        const auto row = protocol::decodeRow(tableOf(TableId::Conflict), written.after.id, written.after.fields);
        if (!row || idOf(row->values[col::Conflict::rowId]) != rowId
            || row->values[col::Conflict::field] != Value(unit))
            return false;
        const auto* kept = std::get_if<std::string>(&row->values[col::Conflict::loserValue]);
        // the loser of a group that was sent whole is the group; a null in it is written or left out
        const Table* table = findTable(std::get<std::string>(row->values[col::Conflict::tableName]));
        if (!kept || !table)
            return loser == "{}";
        const auto fields = protocol::decodeFields(*table, kept->empty() ? "{}" : *kept);
        if (!fields)
            return false;
        std::vector<Value> values(table->columns.size());
        for (const auto& [column, value] : fields->known)
            values[static_cast<std::size_t>(column)] = value;
        return unitText(*table, values, unit, part) == loser;
    });
}

/// The row a change names is there and alive.
bool stands(const Change& change, server::SpaceSession& session)
{
    const auto row = session.find(change.table, change.row);
    return row && !row->deleted;
}

bool isConflict(const Ledger::Written& written, merge::ConflictKind kind)
{
    if (written.after.table != TableId::Conflict)
        return false;
    const auto row = protocol::decodeRow(tableOf(TableId::Conflict), written.after.id, written.after.fields);
    return row && row->values[col::Conflict::kind] == Value(static_cast<std::int64_t>(kind));
}

bool keepsDeleteConflict(const Ledger::Answered& answer, merge::ConflictKind kind)
{
    return std::ranges::any_of(answer.rows, [&](const Ledger::Written& written) { return isConflict(written, kind); });
}

/// Two that agree the same price make the same row, and the cloud notes that it was made again. So it does when two
/// copies of a disk, whose numbers went different ways over two lost pasts, send what they both hold.
bool isMadeAgain(const Ledger::Written& written)
{
    return written.before && written.after.id.isDerived() && written.after.fields == written.before->fields
        && written.after.deleted == written.before->deleted;
}

/// A word about a delete that came to nothing is no effect: of two copies of a disk that a cloud set back meets, one
/// may come to nothing by a capped base and the other, whose past that cloud still knows, may not.
bool tookEffect(const Ledger::Answered& answer)
{
    return std::ranges::any_of(answer.rows, [](const Ledger::Written& written) {
        return !isConflict(written, merge::ConflictKind::DeleteKept) && !isMadeAgain(written);
    });
}

std::vector<std::string> unitsOf(const Change& change)
{
    const Table& table = tableOf(change.table);
    std::vector<std::string> units;
    for (const auto& [column, value] : change.fields.known) {
        const std::string unit(merge::unitOf(table.columns[static_cast<std::size_t>(column)]));
        if (std::ranges::find(units, unit) == units.end())
            units.push_back(unit);
    }
    return units;
}

std::string writerKey(const Uuid& row, const std::string& unit) { return row.toString() + "/" + unit; }

} // namespace

std::uint64_t Ledger::keyOf(const std::string& body)
{
    auto mutation = protocol::decodeMutation(body);
    if (!mutation)
        return hashBytes(body);
    for (Change& change : mutation->changes)
        change.base = 0;
    return hashBytes(protocol::encodeMutation(*mutation));
}

void Ledger::saved(const std::string& body, const std::string& who)
{
    m_saved.try_emplace(keyOf(body), Saved{who, body, body.find("poison") != std::string::npos, m_lostFrom.size()});
}

void Ledger::fail(const std::string& what)
{
    if (m_violation.empty())
        m_violation = what;
}

void Ledger::answered(const Answered& answer, server::SpaceSession& session)
{
    const std::uint64_t key = keyOf(answer.body);
    if (!m_saved.contains(key))
        fail("the cloud was sent an action that nobody saved");
    if (answer.result.status == ResultStatus::Rejected)
        return checkRejection(answer, key, session);
    if (m_saved[key].isPoison && !m_rowless.contains(key))
        fail("the cloud applied what it had to refuse: " + answer.body.substr(0, 200));
    if (tookEffect(answer) && ++m_past.effects[key] > 1)
        fail("an action took effect twice: " + answer.body.substr(0, 300));
    if (answer.rows.empty())
        m_idle.insert(key);
    m_past.effects.try_emplace(key, answer.rows.empty() ? 1 : 0);
    const auto mutation = protocol::decodeMutation(answer.body);
    if (!mutation)
        return fail("an unreadable action was applied");
    checkBases(*mutation, m_saved[key]);
    checkBuried(answer, *mutation);
    checkRevived(answer, *mutation);
    for (const Change& change : mutation->changes) {
        if (change.op == Op::Delete)
            checkDelete(answer, change, session);
        else
            checkWrite(answer, change, session);
    }
}

/// What was saved before the cloud's past was lost has seen nothing of what came instead.
void Ledger::checkBases(const Mutation& mutation, const Saved& saved)
{
    for (std::size_t loss = saved.losses; loss < m_lostFrom.size(); ++loss)
        for (const Change& change : mutation.changes)
            if (change.base > m_lostFrom[loss])
                fail("an action claims to have seen what was lost: base " + std::to_string(change.base) + " above "
                    + std::to_string(m_lostFrom[loss]));
}

void Ledger::checkRejection(const Answered& answer, std::uint64_t key, server::SpaceSession& session)
{
    m_past.rejected.insert(key);
    m_everRefused.insert(key);
    if (answer.result.reason == RejectReason::RowMissing)
        m_rowless.insert(key);
    if (!answer.rows.empty())
        fail("a refused action left rows behind");
    const auto mutation = protocol::decodeMutation(answer.body);
    if (mutation)
        for (const Change& change : mutation->changes)
            if (change.op != Op::Delete && !stands(change, session))
                m_past.refusedRows.insert(change.row);
    if (m_saved[key].isPoison)
        return;
    const bool isReadOnly = (answer.role & (Owner | Staff)) == 0;
    if (isReadOnly && answer.result.reason == RejectReason::NotAllowed)
        return;
    // two PCs took the same fact back without each other: it is taken back once
    if (answer.result.reason == RejectReason::RowExists)
        return;
    const auto leans = [&](const Change& change) {
        return (m_past.refusedRows.contains(change.row) && !stands(change, session))
            || std::ranges::any_of(change.fields.known,
                [this](const auto& field) { return m_past.refusedRows.contains(idOf(field.second)); });
    };
    if (answer.result.reason == RejectReason::RowMissing && !m_lostFrom.empty())
        return;
    if (mutation && std::ranges::any_of(mutation->changes, leans))
        return;
    fail("refused without need (" + std::string(protocol::reasonName(answer.result.reason)) + " " + answer.result.detail
        + "): " + answer.body.substr(0, 300));
}

void Ledger::checkWrite(const Answered& answer, const Change& change, server::SpaceSession& session)
{
    const Written* written = writtenFor(answer, change.table, change.row);
    const auto now = session.find(change.table, change.row);
    if (!now)
        return fail("an applied change left no row: " + nameOf(change.table, change.row));
    if (now->deleted)
        fail("a change went under with a deleted row: " + nameOf(change.table, change.row));
    for (const std::string& unit : unitsOf(change))
        checkUnit(answer, change, unit, written, session);
}

void Ledger::checkUnit(const Answered& answer, const Change& change, const std::string& unit, const Written* written,
    server::SpaceSession& session)
{
    const Table& table = tableOf(change.table);
    std::vector<Value> values(table.columns.size());
    for (const auto& [column, value] : change.fields.known)
        values[static_cast<std::size_t>(column)] = value;
    const std::string wanted = unitText(table, values, unit);
    const std::string stands = unitText(*session.find(change.table, change.row), unit);
    const std::string place = nameOf(change.table, change.row) + "." + unit;
    if (stands != wanted && !keepsLoser(answer, change.row, unit, wanted))
        return fail("a value did not come through and no conflict keeps it: " + place + " " + wanted);
    const bool isNew = wasFree(written, answer, change.base);
    const std::string before = isNew ? std::string() : unitText(*written->before, unit);
    Past::Writer& writer = m_past.writers[writerKey(change.row, unit)];
    if (!isNew && before != stands) {
        const bool wasSeen = writer.seq <= change.base || writer.incarnation == answer.incarnation;
        if (!wasSeen && !keepsLoser(answer, change.row, unit, before))
            fail("a value was overwritten unseen and no conflict keeps it: " + place + " " + before);
    }
    // who only brought other computed amounts wrote the unit all the same, unless that lost
    const std::string whole = unitText(table, values, unit, Part::Whole);
    const bool isTaken = isNew
        || (whole != unitText(*written->before, unit, Part::Whole)
            && (!keepsLoser(answer, change.row, unit, whole, Part::Whole)
                || (typesTax(table, values) && bearsName(written->after, unit, answer.incarnation))));
    if (written && isTaken)
        writer = {answer.incarnation, written->after.seq};
}

void Ledger::checkDelete(const Answered& answer, const Change& change, server::SpaceSession& session)
{
    const auto now = session.find(change.table, change.row);
    if (now && !now->deleted && !keepsDeleteConflict(answer, merge::ConflictKind::DeleteKept))
        fail("a delete came to nothing and no conflict says so: " + nameOf(change.table, change.row));
}

/// Only its own author brings a row back without a word, by making it anew.
void Ledger::checkRevived(const Answered& answer, const Mutation& mutation)
{
    for (const Written& written : answer.rows) {
        const bool isBack = written.before && written.before->deleted && !written.after.deleted;
        const bool isMade = std::ranges::any_of(mutation.changes, [&](const Change& change) {
            return change.op == Op::Create && change.table == written.after.table && change.row == written.after.id;
        });
        if (isBack && !isMade && !keepsDeleteConflict(answer, merge::ConflictKind::Revived))
            fail("a row came back without a word: " + nameOf(written.after.table, written.after.id));
    }
}

/// Whatever this answer deleted was seen by its author as it stood.
void Ledger::checkBuried(const Answered& answer, const Mutation& mutation)
{
    for (const Written& written : answer.rows) {
        if (!written.after.deleted || !written.before || written.before->deleted)
            continue;
        const auto named = std::ranges::find_if(mutation.changes, [&](const Change& change) {
            return change.op == Op::Delete && change.table == written.after.table && change.row == written.after.id;
        });
        const std::int64_t base = named == mutation.changes.end() ? 0 : named->base;
        const std::string prefix = writerKey(written.after.id, "");
        for (auto at = m_past.writers.lower_bound(prefix); at != m_past.writers.end() && at->first.starts_with(prefix);
             ++at)
            if (at->second.seq > base && at->second.incarnation != answer.incarnation)
                fail("a delete buried what its author had not seen: " + nameOf(written.after.table, written.after.id));
    }
}

void Ledger::checkSaves()
{
    for (const auto& [key, saved] : m_saved) {
        const auto effect = m_past.effects.find(key);
        const bool applied = effect != m_past.effects.end() || m_idle.contains(key);
        const bool shown = m_attended.contains(key);
        if (!applied && !shown)
            fail("a save by " + saved.who + " is lost: " + saved.body.substr(0, 300));
        if (shown && !m_past.rejected.contains(key) && m_lostFrom.empty())
            fail("a save by " + saved.who + " stands as refused, but the cloud never refused it");
        // what a cloud refused before its past was lost may take effect by a copy of the disk: the refusal was true
        const bool wasTrue = m_everRefused.contains(key) && !m_past.rejected.contains(key);
        // what changed nothing in a past that was lost may be refused in the next
        if (effect != m_past.effects.end() && shown && !wasTrue)
            fail("an applied save by " + saved.who + " stands as refused: " + saved.body.substr(0, 300));
    }
}

std::int64_t Ledger::afterAll() const
{
    return std::ranges::count_if(m_past.rejected, [this](std::uint64_t key) { return m_past.effects.contains(key); });
}

} // namespace dure::simulation
