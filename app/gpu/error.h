#pragma once
// GL errors: a caller's mistake inside gpu or render, found where it happens instead of frames later.

#include <string>

namespace gpu {

/// Names of all pending GL errors, comma separated; empty when there is none. Clears them.
std::string pending_errors();

/// Asserts that there is none; `where` names the pass in the message.
void check(const char* where);

} // namespace gpu
