#include "core/exchange/unfinished_file.h"

#include <utility>

namespace dure::exchange {

namespace fs = std::filesystem;

UnfinishedFile::UnfinishedFile(fs::path target)
    : m_target(std::move(target))
    , m_path(m_target)
{
    m_path += ".part";
}

UnfinishedFile::~UnfinishedFile()
{
    std::error_code ignored;
    if (!m_inPlace)
        fs::remove(m_path, ignored);
}

std::expected<void, ExchangeError> UnfinishedFile::putInPlace()
{
    std::error_code failure;
    fs::rename(m_path, m_target, failure);
    if (failure)
        return std::unexpected(error(failure.message()));
    m_inPlace = true;
    return {};
}

ExchangeError UnfinishedFile::error(std::string detail) const
{
    const auto name = m_target.u8string();
    return {ExchangeErrorCode::CannotWrite, std::string(name.begin(), name.end()), 0, std::move(detail)};
}

} // namespace dure::exchange
