#include "tests/simulation/file_actions.h"

namespace dure::simulation {

namespace {

constexpr std::string_view pngBeginning{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16};
constexpr std::string_view pdfBeginning = "%PDF-1.7 of the simulation\n";

/// Of a few, so that two PCs add the same; now and then of more than one piece.
commands::Result attach(Pc& pc, TableId table, const Uuid& owner, AttachmentKind kind, std::string_view beginning)
{
    const std::int64_t size = pc.random().below(8) == 0 ? 300'000 : 200 * (pc.random().below(4) + 1);
    const auto filling = static_cast<char>('a' + pc.random().below(4));
    return pc.commands().attachFile(
        {table, owner, kind, "a file", std::string(beginning) + std::string(static_cast<std::size_t>(size), filling)});
}

} // namespace

commands::Result attachLogo(Pc& pc, const Uuid& customer)
{
    return attach(pc, TableId::Customer, customer, AttachmentKind::Logo, pngBeginning);
}

commands::Result attachDrawing(Pc& pc, const Uuid& product)
{
    return attach(pc, TableId::Product, product, AttachmentKind::Drawing, pdfBeginning);
}

std::string lookAtFile(Pc& pc, const std::optional<Attachment>& attachment)
{
    const auto hash = attachment ? BlobHash::fromString(attachment->hash) : std::nullopt;
    if (!hash)
        return "no file to look at";
    try {
        pc.engine().want(*hash, attachment->size);
    } catch (const sqlite::Failure&) {
        return "looking at a file failed";
    }
    return "look at a file";
}

void lookAtAllFiles(Pc& pc)
{
    auto found = pc.db().prepareOnce("SELECT DISTINCT sha256, size FROM attachment WHERE deleted = 0 ORDER BY 1");
    std::vector<std::pair<BlobHash, std::int64_t>> files;
    while (found.step())
        if (const auto hash = BlobHash::fromString(found.text(0)))
            files.emplace_back(*hash, found.integer(1));
    for (const auto& [hash, size] : files)
        pc.engine().want(hash, size);
}

} // namespace dure::simulation
