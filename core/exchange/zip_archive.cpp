#include "core/exchange/zip_archive.h"

#include <utility>
#include <zip.h>

namespace dure::exchange {

namespace {

using enum ExchangeErrorCode;

std::unexpected<ExchangeError> failed(ExchangeErrorCode code, std::string place = {}, std::string detail = {})
{
    return std::unexpected(ExchangeError{code, std::move(place), 0, std::move(detail)});
}

/// The container of .xls, and of an .xlsx with a password, which holds a stream of this name in UTF-16.
constexpr std::string_view compoundFileMark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
constexpr char encryptedStream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

zip_t* archiveOf(const std::shared_ptr<void>& held) { return static_cast<zip_t*>(held.get()); }

/// Owns the bytes that libzip reads from.
struct HeldArchive
{
    std::string bytes;
    zip_t* zip = nullptr;

    HeldArchive() = default;
    HeldArchive(const HeldArchive&) = delete;
    HeldArchive& operator=(const HeldArchive&) = delete;
    ~HeldArchive()
    {
        if (zip)
            zip_discard(zip);
    }
};

} // namespace

void ZipEntry::Closer::operator()(void* file) const { zip_fclose(static_cast<zip_file_t*>(file)); }

std::expected<std::size_t, ExchangeError> ZipEntry::read(std::span<char> buffer)
{
    auto* file = static_cast<zip_file_t*>(m_file.get());
    const zip_int64_t got = zip_fread(file, buffer.data(), buffer.size());
    if (got < 0)
        return failed(Damaged, m_name, zip_file_strerror(file));
    m_producedBytes += static_cast<std::uint64_t>(got);
    const bool tooSteep
        = m_producedBytes > m_limits.ratioFreeBytes && m_producedBytes / m_limits.maxRatio > m_compressedBytes;
    if (m_producedBytes > m_limits.maxEntryBytes || tooSteep)
        return failed(ZipBomb, m_name, std::to_string(m_compressedBytes));
    return static_cast<std::size_t>(got);
}

std::expected<ZipArchive, ExchangeError> ZipArchive::open(std::string bytes, const ZipLimits& limits)
{
    if (bytes.size() > limits.maxFileBytes)
        return failed(TooLarge, {}, std::to_string(bytes.size()));
    if (bytes.starts_with(compoundFileMark)) {
        const std::string_view wanted(encryptedStream, sizeof encryptedStream);
        return failed(bytes.find(wanted) != std::string::npos ? Encrypted : OldWorkbook);
    }
    if (!bytes.starts_with("PK\x03\x04"))
        return failed(NotAWorkbook);

    auto held = std::make_shared<HeldArchive>();
    held->bytes = std::move(bytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(held->bytes.data(), held->bytes.size(), 0, &error);
    if (source) {
        held->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!held->zip)
            zip_source_free(source);
    }
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    // The directory stands at the end: a file that begins as a zip and has none was cut.
    if (!held->zip)
        return failed(Truncated, {}, reason);
    const zip_int64_t entries = zip_get_num_entries(held->zip, 0);
    if (entries > limits.maxEntries)
        return failed(TooManyEntries, {}, std::to_string(entries));

    ZipArchive archive;
    archive.m_archive = std::shared_ptr<void>(held, held->zip);
    archive.m_limits = limits;
    return archive;
}

bool ZipArchive::has(const std::string& name) const
{
    return zip_name_locate(archiveOf(m_archive), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::expected<ZipEntry, ExchangeError> ZipArchive::openEntry(const std::string& name) const
{
    zip_t* zip = archiveOf(m_archive);
    const zip_int64_t index = zip_name_locate(zip, name.c_str(), ZIP_FL_NOCASE);
    if (index < 0)
        return failed(MissingPart, name);
    const auto at = static_cast<zip_uint64_t>(index);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip, at, 0, &stat) != 0)
        return failed(Damaged, name, zip_strerror(zip));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return failed(Encrypted, name);
    if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > m_limits.maxEntryBytes)
        return failed(ZipBomb, name, std::to_string(stat.size));

    ZipEntry entry;
    entry.m_archive = m_archive;
    entry.m_name = name;
    entry.m_limits = m_limits;
    entry.m_compressedBytes = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    entry.m_file.reset(zip_fopen_index(zip, at, 0));
    if (!entry.m_file)
        return failed(Damaged, name, zip_strerror(zip));
    return entry;
}

} // namespace dure::exchange
