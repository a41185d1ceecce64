#pragma once
#include <QString>
#include <expected>
#include <optional>
#include <string>

namespace dure::app {

enum class FileProblem {
    CannotRead,
    Empty,
    TooLarge, ///< over 10 MB
    WrongKind, ///< neither PNG, JPEG nor PDF, by its first bytes
};

/// A file that somebody chose, to be kept with a row. On any thread.
std::expected<std::string, FileProblem> readChosenFile(const QString& path);

/// A name to save a copy under: what a row says is shown, and may have come from anywhere. Its ending is that of what
/// the bytes are, so that nothing is opened by what it claims to be.
QString copyName(const QString& shownName, const std::string& mediaType);
/// False: nothing was written.
bool writeCopy(const QString& path, const std::string& bytes);

} // namespace dure::app
