#pragma once
// Patience: lets a slow picture be given up between two draw calls, so that input need not wait for it.

#include "gpu/state.h"

#include <functional>
#include <utility>

namespace render {

/// Thrown when a picture is given up.
struct GivenUp {};

class Patience {
public:
    /// `go_on` empty: endless.
    explicit Patience(std::function<bool()> go_on) : go_on_(std::move(go_on)) {}

    /// After drawing so many triangles. Throws GivenUp.
    void spend(int triangles) {
        if (!go_on_) return;
        spent_ += triangles;
        if (spent_ < k_between) return;
        spent_ = 0;
        gpu::finish();
        if (!go_on_()) throw GivenUp{};
    }

private:
    static constexpr int k_between = 15'000; ///< some 10 ms on two cores without a graphics card
    std::function<bool()> go_on_;
    int spent_ = 0;
};

} // namespace render
