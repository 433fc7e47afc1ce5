#pragma once
// Failure: the program cannot go on. Caught once, in main, which prints the sentence and exits with 1.

#include <stdexcept>

namespace base {

/// what() is one sentence for the user: what failed, where, and what to do.
class Failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace base
