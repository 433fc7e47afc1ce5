#pragma once
// Fence: a place in the stream of what was asked for, to wait until all before it is done.

#include <utility>

namespace gpu {

class Fence {
public:
    Fence() = default;
    /// Here; what comes before it is begun.
    static Fence here();
    ~Fence();
    Fence(Fence&& other) noexcept : sync_(std::exchange(other.sync_, nullptr)) {}
    Fence& operator=(Fence&& other) noexcept {
        std::swap(sync_, other.sync_);
        return *this;
    }
    /// Nothing to wait for: done.
    void wait() const;

private:
    void* sync_ = nullptr;
};

} // namespace gpu
