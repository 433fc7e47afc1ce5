#pragma once
// The OpenGL version that the driver reports, and whether it is enough.

#include "platform/context.h"

#include <optional>
#include <string>
#include <string_view>

namespace platform {

struct Version {
    int major = 0, minor = 0;
    auto operator<=>(const Version&) const = default;
};

/// What the current context says of itself; `find_function` is the window system's. Empty when it says nothing.
std::string reported_version(void (*(*find_function)(const char*))());

/// Reads "3.3 (Core Profile) Mesa 22.3.6" or "OpenGL ES 3.2 ..."; nullopt when there is no number.
std::optional<Version> read_version(std::string_view text);

/// Why a context of this version will not do, as a sentence with what was found and what to do; empty when it will.
std::string version_problem(Api api, std::string_view version_text);

} // namespace platform
