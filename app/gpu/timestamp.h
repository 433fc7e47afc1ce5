#pragma once
// Timestamp: when the GPU got to a point in the stream of commands. OpenGL only; GLES 3.0 has no such queries.

#include "gpu/handle.h"

namespace gpu {

class Timestamp {
public:
    static Timestamp create();
    /// Asks for the time at which everything before it is done; nothing waits.
    void ask();
    /// Nanoseconds on the GPU's clock; waits for the answer to ask().
    std::uint64_t nanoseconds() const;

private:
    Handle<Object::query> handle_;
};

/// Whether the current context has timestamps.
bool has_timestamps();

} // namespace gpu
