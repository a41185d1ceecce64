#pragma once
#include "core/domain/blob.h"
#include "core/domain/entities.h"

namespace dure {

/// What a file is to the row it belongs to.
enum class AttachmentKind : std::uint8_t {
    Seal = 1, ///< 직인: an image, printed beside the representative's name
    Logo = 2,
    Drawing = 3, ///< 도면
    Photo = 4,
    Document = 5, ///< 서류: a certificate, a contract
};

struct Attachment : Entity
{
    static constexpr TableId table = TableId::Attachment;
    using Col = col::Attachment;
    std::string ownerTable; ///< by name, as in a conflict
    Uuid ownerId;
    AttachmentKind kind = AttachmentKind::Photo;
    std::string fileName; ///< to show; nothing is ever opened by it
    std::string type; ///< "image/png"
    std::int64_t size = 0;
    std::string hash; ///< BlobHash::toString()

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::ownerTable, s.ownerTable);
        visit(Col::ownerId, s.ownerId);
        visit(Col::kind, s.kind);
        visit(Col::fileName, s.fileName);
        visit(Col::type, s.type);
        visit(Col::size, s.size);
        visit(Col::sha256, s.hash);
    }
    bool operator==(const Attachment&) const = default;
};

} // namespace dure
