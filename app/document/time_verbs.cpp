#include "document/verbs.h"

#include "base/smooth.h"
#include "document/orbit_camera.h"
#include "lesson/sample.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace document {

namespace {

constexpr base::Seconds k_camera_time{0.7};    // long enough to follow with the eye, below the 1 s that annoys
constexpr base::Seconds k_restart_within{1.0}; // "previous" goes to the start of a step older than this
constexpr std::array k_speeds = {0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0};

bool has_steps(const scene::World& world) { return !world.lesson.steps.empty(); }

int step_now(const Document& document, const scene::World& world) {
    return has_steps(world) ? lesson::step_at(world.lesson, document.player.at()) : 0;
}

void loop_step(Document& document, const scene::World& world, int step) {
    const lesson::Step& span = world.lesson.steps[static_cast<std::size_t>(step)];
    document.player.set_loop(lesson::Player::Loop{span.start, span.end()});
}

// In another step than before: a loop moves along, and a camera that the user took over goes back to the lesson's.
void follow_step(Document& document, const scene::World& world) {
    if (!has_steps(world)) return;
    const int step = step_now(document, world);
    if (document.player.loop() &&
        document.player.loop()->from != world.lesson.steps[static_cast<std::size_t>(step)].start)
        loop_step(document, world, step);
    if (!document.view.options.camera) document.camera_step = step;
    if (step == document.camera_step) return;
    document.camera_step = step;
    home_view(document, world);
}

// True while the camera is on its way.
bool move_camera(Document& document, const scene::World& world, base::Seconds now) {
    if (!document.camera_move) return false;
    CameraMove& move = *document.camera_move;
    if (!move.started) move.started = now;
    const double t = document.preferences.reduced_motion ? 1.0 : (now - *move.started) / k_camera_time;
    std::optional<scene::Camera> to = move.to;
    if (!to) {
        document.view.options.camera.reset();
        to = current_camera(document, world);
    }
    if (t < 1.0) {
        document.view.options.camera = between(move.from, *to, base::smootherstep(t));
        return true;
    }
    document.view.options.camera = move.to;
    document.camera_move.reset();
    return false;
}

} // namespace

bool advance(Document& document, const scene::World& world, base::Seconds now) {
    document.player.advance(now);
    follow_step(document, world);
    const bool camera_moves = move_camera(document, world, now);
    return document.player.playing() || camera_moves;
}

bool rests(const Document& document, const scene::World& world) {
    if (document.camera_move) return false;
    if (!document.player.playing()) return true;
    constexpr base::Seconds k_while{1.5}; // long enough to draw the picture well and to look at it
    const base::Seconds at = document.player.at(), end = at + k_while * document.player.speed();
    if (document.player.loop() && end >= document.player.loop()->to) return false; // it jumps back
    return lesson::rests(world.lesson, at, end);
}

void toggle_play(Document& document, const scene::World& world) {
    if (document.player.playing()) {
        document.player.pause();
        return;
    }
    const bool at_end = document.player.at() >= world.lesson.duration();
    if (at_end && !document.player.loop()) seek(document, world, base::Seconds(0));
    document.player.play();
}

void seek(Document& document, const scene::World& world, base::Seconds at) {
    if (!std::isfinite(at.count())) return;
    document.player.seek(std::clamp(at, base::Seconds(0), world.lesson.duration()));
    follow_step(document, world);
}

void go_to_step(Document& document, const scene::World& world, int step) {
    if (!has_steps(world)) return;
    const int last = static_cast<int>(world.lesson.steps.size()) - 1;
    seek(document, world, world.lesson.steps[static_cast<std::size_t>(std::clamp(step, 0, last))].start);
}

void step_next(Document& document, const scene::World& world) {
    if (step_now(document, world) + 1 < static_cast<int>(world.lesson.steps.size()))
        go_to_step(document, world, step_now(document, world) + 1);
}

void step_previous(Document& document, const scene::World& world) {
    if (!has_steps(world)) return;
    const int step = step_now(document, world);
    const base::Seconds into = document.player.at() - world.lesson.steps[static_cast<std::size_t>(step)].start;
    go_to_step(document, world, into > k_restart_within ? step : step - 1);
}

void change_speed(Document& document, int notches) {
    // From a speed between two notches the first press goes to the next one in its direction.
    constexpr double k_same = 1e-6;
    const double speed = document.player.speed();
    double wanted = speed;
    for (int i = 0; i < std::abs(notches); ++i) {
        if (notches > 0) {
            const auto up =
                std::find_if(k_speeds.begin(), k_speeds.end(), [&](double s) { return s > wanted + k_same; });
            if (up != k_speeds.end()) wanted = *up;
        } else {
            const auto down =
                std::find_if(k_speeds.rbegin(), k_speeds.rend(), [&](double s) { return s < wanted - k_same; });
            if (down != k_speeds.rend()) wanted = *down;
        }
    }
    document.player.set_speed(wanted);
}

void toggle_loop(Document& document, const scene::World& world) {
    if (document.player.loop())
        document.player.set_loop(std::nullopt);
    else if (has_steps(world))
        loop_step(document, world, step_now(document, world));
}

} // namespace document
