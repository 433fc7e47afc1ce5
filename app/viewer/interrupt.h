#pragma once
// Interrupt: Ctrl+C and SIGTERM as a question asked between two pictures, so that what is unfinished can be tidied up.

#include <csignal>
#include <stdexcept>

namespace viewer {

/// The user stopped the work: what() is a sentence. Exit code 130.
class Interrupted : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// While one of these lives, the signals are noted instead of ending the program.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;
    bool interrupted() const;

private:
    struct sigaction before_int_ {
    }, before_term_{};
};

} // namespace viewer
