#pragma once
// Patience: lets a slow picture be given up between two draw calls, so that input need not wait for it; and waits for
// what is drawn, so that software renderers need not keep all of a picture's triangles at once.

#include "gpu/fence.h"

#include <functional>
#include <utility>

namespace render {

/// Thrown when a picture is given up.
struct GivenUp {};

class Patience {
public:
    /// `go_on` empty: never given up.
    explicit Patience(std::function<bool()> go_on) : go_on_(std::move(go_on)) {}

    /// After drawing so many triangles. Throws GivenUp.
    void spend(int triangles) {
        spent_ += triangles;
        if (spent_ < k_between) return;
        spent_ = 0;
        last_.wait();
        last_ = gpu::Fence::here();
        if (go_on_ && !go_on_()) throw GivenUp{};
    }

private:
    /// Some 7 ms on two cores without a graphics card, and some 4 MB; so many are drawn while as many more come.
    static constexpr int k_between = 10'000;
    gpu::Fence last_;
    std::function<bool()> go_on_;
    int spent_ = 0;
};

} // namespace render
