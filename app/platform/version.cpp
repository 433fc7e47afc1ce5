#include "platform/version.h"

#include <charconv>

namespace platform {

std::string reported_version(void (*(*find_function)(const char*))()) {
    constexpr unsigned k_gl_version = 0x1F02; // GL_VERSION of the OpenGL registry
    using GetString = const unsigned char* (*)(unsigned);
    const auto get_string = reinterpret_cast<GetString>(find_function("glGetString"));
    const unsigned char* text = get_string == nullptr ? nullptr : get_string(k_gl_version);
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

std::optional<Version> read_version(std::string_view text) {
    const std::size_t first = text.find_first_of("0123456789");
    if (first == std::string_view::npos) return std::nullopt;
    Version version;
    const char* end = text.data() + text.size();
    const auto [dot, failed] = std::from_chars(text.data() + first, end, version.major);
    if (failed != std::errc{} || dot == end || *dot != '.') return std::nullopt;
    if (std::from_chars(dot + 1, end, version.minor).ec != std::errc{}) return std::nullopt;
    return version;
}

std::string version_problem(Api api, std::string_view version_text) {
    const Version needed = api == Api::gl33 ? Version{3, 3} : Version{3, 0};
    const std::optional<Version> found = read_version(version_text);
    if (found && *found >= needed) return {};
    const std::string name = api == Api::gl33 ? "OpenGL " : "OpenGL ES ";
    return name + std::to_string(needed.major) + "." + std::to_string(needed.minor) +
           " is needed, but this driver offers " +
           (version_text.empty() ? "none" : "\"" + std::string(version_text) + "\"") +
           "; install or update the graphics driver (Debian and Ubuntu: libgl1-mesa-dri), or set "
           "LIBGL_ALWAYS_SOFTWARE=1.";
}

} // namespace platform
