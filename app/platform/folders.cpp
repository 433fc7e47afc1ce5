#include "platform/folders.h"

#include "base/failure.h"

#include <array>
#include <cstdlib>
#include <system_error>

namespace platform {

namespace fs = std::filesystem;

namespace {
/// The value of an environment variable, or empty.
fs::path variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? fs::path() : fs::path(value);
}

fs::path own_folder(const char* name, const char* override_variable) {
    const fs::path chosen = variable(override_variable);
    std::error_code ignored;
    if (!chosen.empty()) {
        if (fs::is_directory(chosen, ignored)) return chosen;
        throw base::Failure(std::string(override_variable) + " names " + chosen.string() + ", which is not a folder.");
    }
    const fs::path beside = executable().parent_path().parent_path();
    for (const fs::path& candidate : {beside / name, beside / "share" / "pinstretch" / name})
        if (fs::is_directory(candidate, ignored)) return candidate;
    throw base::Failure("The folder " + std::string(name) + " is missing (looked in " + (beside / name).string() +
                        " and " + (beside / "share" / "pinstretch" / name).string() +
                        "); reinstall the program or set " + override_variable + ".");
}

/// XDG base directory: the variable when it is an absolute path, else below the home folder.
fs::path user_folder(const char* override_variable, const char* below_home) {
    const fs::path chosen = variable(override_variable);
    if (chosen.is_absolute()) return chosen / "pinstretch";
    const fs::path home = variable("HOME");
    return (home.empty() ? fs::path("/tmp") : home) / below_home / "pinstretch";
}
} // namespace

fs::path executable() {
    std::error_code problem;
    const fs::path path = fs::read_symlink("/proc/self/exe", problem);
    if (problem) throw base::Failure("Cannot find the running program (/proc/self/exe): " + problem.message() + ".");
    return path;
}

fs::path assets() { return own_folder("assets", "PINSTRETCH_ASSETS"); }
fs::path shaders() { return own_folder("shaders", "PINSTRETCH_SHADERS"); }
fs::path cache() { return user_folder("XDG_CACHE_HOME", ".cache"); }
fs::path config() { return user_folder("XDG_CONFIG_HOME", ".config"); }

fs::path font() {
    // Debian 12 and Ubuntu 24.04: packages fonts-inter (older: fonts-inter as one file) and fonts-dejavu-core.
    static constexpr std::array<const char*, 4> k_fonts = {
        "/usr/share/fonts/opentype/inter/Inter-Regular.otf", "/usr/share/fonts/truetype/inter/Inter-Regular.ttf",
        "/usr/share/fonts/truetype/inter/Inter.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"};
    std::error_code ignored;
    for (const char* file : k_fonts)
        if (fs::is_regular_file(file, ignored)) return file;
    return {};
}

} // namespace platform
