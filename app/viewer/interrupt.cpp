#include "viewer/interrupt.h"

namespace viewer {

namespace {
volatile std::sig_atomic_t s_interrupted = 0;
} // namespace

InterruptGuard::InterruptGuard() {
    s_interrupted = 0;
    struct sigaction note {};
    note.sa_handler = [](int) { s_interrupted = 1; };
    note.sa_flags = SA_RESTART; // a picture that is being written is written to its end
    sigaction(SIGINT, &note, &before_int_);
    sigaction(SIGTERM, &note, &before_term_);
}

InterruptGuard::~InterruptGuard() {
    sigaction(SIGINT, &before_int_, nullptr);
    sigaction(SIGTERM, &before_term_, nullptr);
}

bool InterruptGuard::interrupted() const { return s_interrupted != 0; }

} // namespace viewer
