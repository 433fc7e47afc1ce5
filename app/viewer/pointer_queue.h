#pragma once
// Pointer queue: mouse buttons one change a frame, and the wheel where it was turned. ImGui 1.86 reads only the latest
// state, and on a slow machine a click, and the way to the next one, is over before the frame is.

#include <array>
#include <deque>
#include <glm/vec2.hpp>
#include <optional>

namespace viewer {

class PointerQueue {
public:
    struct State {
        glm::vec2 position{0.0f};
        std::array<bool, 3> down{}; ///< left, right, middle
        float wheel = 0.0f;         ///< notches, away from the user
    };

    void move(glm::vec2 position) { position_ = position; }
    void button(int button, bool down);
    void wheel(float notches);

    /// What the next frame should see; nullopt: whatever the mouse does now.
    std::optional<State> next();
    bool pending() const { return !states_.empty(); }

private:
    glm::vec2 position_{0.0f};
    State last_;
    std::deque<State> states_;
};

} // namespace viewer
