#pragma once
// Preferences: what the user set last time, kept in the configuration folder.

#include "document/document.h"

#include <filesystem>

namespace viewer {

/// Reads `file`; the defaults when there is none. A file that is wrong is named on standard error and left alone.
document::Preferences read_preferences(const std::filesystem::path& file);

/// Writes all of them, atomically. Throws base::Failure.
void write_preferences(const document::Preferences& preferences, const std::filesystem::path& file);

} // namespace viewer
