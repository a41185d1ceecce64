#include "sync/protocol/json.h"

#include <utility>

namespace dure::protocol {

namespace {

using json::Node;
using json::ObjectReader;

constexpr std::string_view opWords[] = {"create", "put", "delete"};

std::optional<Op> opFromWord(std::string_view word)
{
    for (std::size_t i = 0; i < std::size(opWords); ++i)
        if (opWords[i] == word)
            return static_cast<Op>(i);
    return std::nullopt;
}

using Problem = std::optional<MutationProblem>;

Problem readChange(const Node& node, const std::string& path, Change& change)
{
    std::optional<DecodeError> error;
    ObjectReader reader(node, path, error);
    const std::string tableName = reader.text("table");
    change.row = reader.id("row");
    change.base = reader.integerOr("base", 0);
    const std::optional<Op> op = opFromWord(reader.text("op"));
    if (error || !op || change.base < 0 || change.row.isNil())
        return MutationProblem{RejectReason::Malformed, error ? error->where : path};
    const Table* table = findTable(tableName);
    if (!table)
        return MutationProblem{RejectReason::UnknownTable, tableName};
    change.table = table->id;
    change.op = *op;
    if (change.op == Op::Delete)
        return std::nullopt;
    const Node* fields = reader.object("fields");
    if (!fields)
        return MutationProblem{RejectReason::Malformed, path + ".fields"};
    if (auto wrong = json::readFields(*table, *fields, change.fields))
        return MutationProblem{RejectReason::BadValue, std::move(*wrong)};
    return std::nullopt;
}

} // namespace

std::string encodeMutation(const Mutation& mutation)
{
    std::string body;
    body.reserve(200 + mutation.changes.size() * 480);
    json::Appender out(body);
    out.raw("{");
    out.member("v", std::int64_t{protocolVersion});
    out.member("user", mutation.user);
    out.member("at", mutation.at);
    out.member("intent", std::string_view(mutation.intent));
    if (!mutation.batch.isNil())
        out.member("batch", mutation.batch);
    out.key("changes");
    out.raw("[");
    bool first = true;
    for (const Change& change : mutation.changes) {
        const Table& table = tableOf(change.table);
        out.raw(std::exchange(first, false) ? "{" : ",{");
        out.member("table", table.name);
        out.member("row", change.row);
        out.member("base", change.base);
        out.member("op", opWords[static_cast<std::size_t>(change.op)]);
        if (change.op != Op::Delete) {
            out.key("fields");
            json::appendFields(out, table, change.fields);
        }
        out.raw("}");
    }
    out.raw("]}");
    return body;
}

std::expected<Mutation, MutationProblem> decodeMutation(std::string_view body)
{
    if (body.size() > maxMutationBytes)
        return std::unexpected(MutationProblem{RejectReason::TooLarge, "bytes"});
    rapidjson::Document document;
    if (!json::parse(document, body))
        return std::unexpected(MutationProblem{RejectReason::Malformed, "json"});
    std::optional<DecodeError> error;
    ObjectReader reader(document, "", error);
    Mutation mutation;
    mutation.user = reader.id("user");
    mutation.at = reader.integer("at");
    mutation.intent = reader.text("intent");
    mutation.batch = reader.id("batch", false);
    const Node* changes = reader.array("changes");
    if (error || mutation.intent.size() > 100)
        return std::unexpected(MutationProblem{RejectReason::Malformed, error ? error->where : "intent"});
    if (changes->Size() > maxChangesPerMutation)
        return std::unexpected(MutationProblem{RejectReason::TooLarge, "changes"});
    mutation.changes.resize(changes->Size());
    for (rapidjson::SizeType i = 0; i < changes->Size(); ++i)
        if (auto problem = readChange((*changes)[i], "changes[" + std::to_string(i) + "]", mutation.changes[i]))
            return std::unexpected(*problem);
    return mutation;
}

} // namespace dure::protocol
