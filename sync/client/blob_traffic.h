#pragma once
#include "core/domain/mutation.h"
#include "core/storage/space_database.h"
#include "sync/client/request.h"

#include <map>
#include <optional>

namespace dure::client {

/// Files between this PC and the cloud, a piece at a time: what was made here goes until the cloud says that it has all
/// of it, seals, logos and what somebody looks at come until they are whole and proved by their hash. Part of the
/// engine; whatever goes wrong here delays files and never rows. A file that failed is tried again by itself, ever more
/// rarely: a row may have come before its file, whose PC is switched off.
class BlobTraffic
{
public:
    /// `space` is borrowed.
    explicit BlobTraffic(storage::SpaceDatabase& space)
        : m_space(space)
    { }

    std::optional<Request> next(std::int64_t nowMs);
    static bool isAbout(const Request& request);
    /// Throws sqlite::Failure; nothing was kept then, and the same piece comes again.
    void consume(const Request& request, const ReplyBody& body, ChangeSet& changes, std::int64_t nowMs);
    void failed(const Request& request, const Failure& failure, std::int64_t nowMs);

    std::int64_t nextAt() const { return m_nextAt; } ///< when a delayed file is due; 0: none is
    void wake(); ///< ends delays, except of what was refused
    void forgetPlaces() { m_sent.clear(); } ///< the cloud lost its past
    std::int64_t wrongFiles() const { return m_wrongFiles; } ///< that came and were not what their hash says
    const std::string& detail() const { return m_detail; }

private:
    struct Delay
    {
        int failures = 0;
        std::int64_t until = 0;
        bool isRefused = false; ///< asking sooner would change nothing
    };
    std::optional<Request> nextUpload(std::int64_t nowMs);
    std::optional<Request> nextDownload(std::int64_t nowMs);
    bool isDelayed(const BlobHash& hash, std::int64_t nowMs);
    void delay(const BlobHash& hash, std::int64_t nowMs, const std::string& why);
    void onState(const BlobHash& hash, const protocol::BlobState& state, ChangeSet& changes);
    void onBytes(const BlobGetRequest& request, const BlobBytes& bytes, ChangeSet& changes, std::int64_t nowMs);
    bool mayWrite();

    storage::SpaceDatabase& m_space;
    std::map<BlobHash, std::int64_t> m_sent; ///< how much the cloud said that it has
    std::map<BlobHash, Delay> m_delays;
    std::int64_t m_nextAt = 0;
    std::int64_t m_wrongFiles = 0;
    std::string m_detail; ///< the last failure, English, for logs
};

} // namespace dure::client
