#pragma once
#include "core/exchange/exchange_error.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>

namespace dure::exchange {

struct ZipLimits
{
    std::size_t maxFileBytes = 256U << 20U;
    std::int64_t maxEntries = 4096;
    std::uint64_t maxEntryBytes = 1ULL << 30U; ///< decompressed; a full sheet of a million rows stays below
    /// Decompressed over compressed, judged only beyond ratioFreeBytes: sheets of equal rows reach 100, a bomb 1,000.
    std::uint64_t maxRatio = 200;
    std::uint64_t ratioFreeBytes = 16U << 20U;
};

/// One part of an archive while it is decompressed. Counts what really comes out, never what the directory claims.
class ZipEntry
{
public:
    /// Bytes put into `buffer`, 0 at the end. Errors: ZipBomb, Damaged.
    std::expected<std::size_t, ExchangeError> read(std::span<char> buffer);
    const std::string& name() const { return m_name; }

private:
    friend class ZipArchive;
    struct Closer
    {
        void operator()(void* file) const;
    };
    std::shared_ptr<void> m_archive; // keeps the zip_t open
    std::unique_ptr<void, Closer> m_file;
    std::string m_name;
    ZipLimits m_limits;
    std::uint64_t m_compressedBytes = 0;
    std::uint64_t m_producedBytes = 0;
};

/// A zip file held in memory, opened for reading only. Copies share it. Not thread-safe.
class ZipArchive
{
public:
    /// Errors: TooLarge, OldWorkbook, Encrypted (an Office file with a password), NotAWorkbook, Truncated,
    /// TooManyEntries.
    static std::expected<ZipArchive, ExchangeError> open(std::string bytes, const ZipLimits& limits = {});

    /// Names are compared without case, as the package format demands. Errors: MissingPart, Encrypted, ZipBomb,
    /// Damaged.
    std::expected<ZipEntry, ExchangeError> openEntry(const std::string& name) const;
    bool has(const std::string& name) const;

private:
    std::shared_ptr<void> m_archive;
    ZipLimits m_limits;
};

} // namespace dure::exchange
