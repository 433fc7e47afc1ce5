#include "viewer/target.h"

#include "viewer/command_line.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <optional>

namespace viewer {

namespace fs = std::filesystem;

namespace {

constexpr int k_most_digits = 9;

[[noreturn]] void refuse(const std::string& name) {
    throw UsageError(fmt::format("--out: '{}' does not say where the number of a picture goes; write one %d or %05d, "
                                 "such as frame_%05d.png",
                                 name));
}

/// The digits of "%05d", which begins at `at` and is skipped; nullopt when something else follows the '%'.
std::optional<int> parse_place(const std::string& name, std::size_t& at) {
    std::size_t end = at + 1;
    int digits = 0;
    while (end < name.size() && std::isdigit(static_cast<unsigned char>(name[end])) != 0 && digits <= k_most_digits)
        digits = digits * 10 + (name[end++] - '0');
    const bool padded = end == at + 1 || name[at + 1] == '0'; // %5d would put blanks into the name
    if (end >= name.size() || name[end] != 'd' || digits > k_most_digits || !padded) return std::nullopt;
    at = end;
    return digits;
}

} // namespace

std::string NumberedName::of(int number) const { return fmt::format("{}{:0{}d}{}", before, number, digits, after); }

NumberedName parse_numbered(const std::string& name) {
    NumberedName result;
    bool numbered = false;
    for (std::size_t at = 0; at < name.size(); ++at) {
        std::string& part = numbered ? result.after : result.before;
        if (name[at] != '%') {
            part += name[at];
        } else if (name.compare(at, 2, "%%") == 0) {
            part += name[at++];
        } else {
            const std::optional<int> digits = parse_place(name, at);
            if (!digits || numbered) refuse(name);
            result.digits = std::max(*digits, 1);
            numbered = true;
        }
    }
    if (!numbered) refuse(name);
    return result;
}

Target target_of(const fs::path& out) {
    if (fs::is_directory(out)) return Target::folder;
    const std::string name = out.filename().string(), ending = out.extension().string();
    if (ending == ".png" && name.find('%') == std::string::npos) return Target::picture;
    if (ending == ".png") {
        parse_numbered(name);
        return Target::pictures;
    }
    if (ending == ".mp4") return Target::mp4;
    if (ending == ".webm") return Target::webm;
    if (ending == ".gif") return Target::gif;
    if (out.has_extension())
        throw UsageError(
            fmt::format("--out: '{}' is no folder and ends in none of .png, .mp4, .webm and .gif", out.string()));
    return Target::folder;
}

bool is_film(Target target) { return target != Target::folder && target != Target::picture; }

bool can_be_transparent(Target target) { return target != Target::mp4 && target != Target::gif; }

} // namespace viewer
