#pragma once
// Runs this program again as a child and collects what it writes, within limits.

#include "base/seconds.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace files {

enum class Ending { finished, failed_to_start, crashed, too_slow, too_much };

struct ChildResult {
    Ending ending = Ending::finished;
    int code = 0;                  ///< exit code when `finished`
    std::vector<std::byte> output; ///< standard output
};

struct ChildLimits {
    base::Seconds time{60.0};
    std::size_t output_bytes = std::size_t{2} << 30;
};

/// True in a process that run_self() started: it must not start another.
bool is_child();

/// Starts /proc/self/exe with two arguments, standard input and errors closed off; waits, and kills what breaks a
/// limit.
ChildResult run_self(std::string_view word, const std::string& argument, const ChildLimits& limits);

} // namespace files
