#pragma once
// Patience: lets a slow picture be given up between two draw calls, so that input need not wait for it; begins what is
// asked for while more is asked; and waits for what is drawn, so that software renderers need not keep all of a
// picture's triangles at once.

#include "gpu/fence.h"
#include "gpu/state.h"

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
        if (spent_ >= (go_on_ ? k_between_questions : k_between)) {
            wait();
        } else if (!waited_ && spent_ - begun_ >= k_begin) {
            gpu::flush();
            begun_ = spent_;
        }
    }

private:
    void wait() {
        spent_ = 0;
        waited_ = true;
        last_.wait();
        last_ = gpu::Fence::here();
        if (go_on_ && !go_on_()) throw GivenUp{};
    }

    /// So many triangles are drawn while as many more come: some 12 MB without a graphics card; or some 7 ms, where
    /// somebody may be waiting.
    static constexpr int k_between = 30'000, k_between_questions = 10'000;
    /// So many are worth waking the threads of a software renderer, until the first wait: from there on they have work.
    static constexpr int k_begin = 6'000;
    gpu::Fence last_;
    std::function<bool()> go_on_;
    int spent_ = 0;
    int begun_ = 0; ///< of these, so many are begun
    bool waited_ = false;
};

} // namespace render
