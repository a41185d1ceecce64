#include "core/commands/command_state.h"
#include "core/storage/blob_store.h"

/// files of rows
namespace dure::commands {

namespace {

constexpr bool isSingle(AttachmentKind kind) { return kind == AttachmentKind::Seal || kind == AttachmentKind::Logo; }

FieldProblem problemOf(int column, Problem problem) { return {TableId::Attachment, column, -1, problem}; }

} // namespace

/// The file is kept here, in the action's transaction; only its row is planned.
bool Commands::State::planFile(
    Action& action, const FileInput& file, std::vector<PlannedChange>& plan, std::vector<FieldProblem>& problems)
{
    using Col = col::Attachment;
    const auto type = blobTypeOf(file.bytes);
    if (!type || (isSingle(file.kind) && !isImage(*type)))
        problems.push_back(problemOf(Col::type, Problem::FileKind));
    if (file.bytes.empty() || static_cast<std::int64_t>(file.bytes.size()) > maxBlobBytes)
        problems.push_back(problemOf(Col::size, Problem::FileTooLarge));
    if (!problems.empty())
        return false;
    Attachment now;
    now.ownerTable = tableOf(file.ownerTable).name;
    now.ownerId = file.ownerId;
    now.kind = file.kind;
    now.fileName = file.fileName;
    now.type = mediaType(*type);
    now.size = static_cast<std::int64_t>(file.bytes.size());
    now.hash = hashOfBlob(file.bytes).toString();
    if (isSingle(file.kind)) {
        // one id on all PCs: two that choose a seal without each other find a conflict, not two seals. What was taken
        // away stays so
        const auto known = storage::AttachmentStore(context.db()).one(file.ownerTable, file.ownerId, file.kind);
        const Uuid derived = derivedUuid(file.ownerId, file.kind == AttachmentKind::Seal ? "seal" : "logo");
        if (known)
            now.id = known->id;
        else
            now.id = context.rows.find(tableOf(TableId::Attachment), derived) ? action.newId() : derived;
    } else {
        now.id = action.newId();
    }
    checkEntity(context.rows, now, -1, problems);
    if (!problems.empty())
        return false;
    planEntity<Attachment>(context, now, nullptr, plan);
    storage::BlobStore(context.db()).keep(file.bytes);
    return true;
}

void Commands::State::planRemoval(
    TableId table, const Uuid& owner, AttachmentKind kind, std::vector<PlannedChange>& plan)
{
    for (const Attachment& each : storage::AttachmentStore(context.db()).of(table, owner, kind))
        plan.push_back({TableId::Attachment, Op::Delete, Row{each.id, {}, {}}, {}, each.seq});
}

Result Commands::attachFile(const FileInput& file)
{
    return m->run("attach_file", [&](Action& action) -> Result {
        if (!m->context.rows.isLive(tableOf(file.ownerTable), file.ownerId))
            return std::unexpected(CommandError::notFound());
        std::vector<PlannedChange> plan;
        std::vector<FieldProblem> problems;
        if (!m->planFile(action, file, plan, problems))
            return std::unexpected(CommandError::invalid(std::move(problems)));
        const Uuid id = plan.empty() ? storage::AttachmentStore(m->context.db())
                                           .one(file.ownerTable, file.ownerId, file.kind)
                                           .value_or(Attachment{})
                                           .id
                                     : plan.front().row.id;
        action.apply(std::move(plan));
        action.setSubject(file.fileName);
        return Done{{}, id, {}};
    });
}

Result Commands::removeFile(const Uuid& attachment)
{
    return m->run("remove_file", [&](Action& action) -> Result {
        const auto known = m->find<Attachment>(attachment);
        if (!known)
            return std::unexpected(CommandError::notFound());
        action.erase(tableOf(TableId::Attachment), attachment, known->seq);
        action.setSubject(known->fileName);
        return Done{{}, attachment, {}};
    });
}

} // namespace dure::commands
