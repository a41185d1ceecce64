#pragma once
#include "core/exchange/exchange_error.h"

#include <expected>
#include <filesystem>

namespace dure::exchange {

/// A file that is written beside its final place and moved there when it is whole.
class UnfinishedFile
{
public:
    explicit UnfinishedFile(std::filesystem::path target);
    ~UnfinishedFile(); ///< removes what was not put in place
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::expected<void, ExchangeError> putInPlace();
    /// CannotWrite, about the target.
    ExchangeError error(std::string detail) const;

private:
    std::filesystem::path m_target;
    std::filesystem::path m_path;
    bool m_inPlace = false;
};

} // namespace dure::exchange
