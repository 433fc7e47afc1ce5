#pragma once
// Folders: where the program's files are and where the user's go.

#include <filesystem>
#include <string>

namespace platform {

/// The assets folder: beside the build's binary (../assets), or installed (../share/pinstretch/assets); overridden by
/// the environment variable PINSTRETCH_ASSETS. Works from any working directory. Throws base::Failure.
std::filesystem::path assets();

/// Shaders: ../shaders beside the build's binary, ../share/pinstretch/shaders installed, PINSTRETCH_SHADERS overrides.
std::filesystem::path shaders();

/// $XDG_CACHE_HOME/pinstretch or ~/.cache/pinstretch; created on demand by whoever writes.
std::filesystem::path cache();

/// $XDG_CONFIG_HOME/pinstretch or ~/.config/pinstretch.
std::filesystem::path config();

/// First font file that exists: Inter, then DejaVu Sans; empty when neither is installed.
std::filesystem::path font();

/// Path of the running program.
std::filesystem::path executable();

} // namespace platform
