#include "viewer/easel.h"

#include "base/smooth.h"

#include <chrono>
#include <utility>

namespace viewer {

namespace {
using base::Seconds;

// How long the picture must stand before it is refined, and how long the refined one takes to fade in, and out when
// something moves again: a jump would show.
constexpr Seconds k_settle{0.03}, k_fade{0.06};

// A scene that was built ahead may be so far beside the lesson's time, which nobody sees in what moves; and ahead of
// frames that take longer nothing is built.
constexpr Seconds k_beside{0.025}, k_longest_step{0.2};
} // namespace

Easel::Easel(Inputs inputs, std::optional<render::Level> fixed) : rungs_(std::move(inputs)), fixed_(fixed) {
    rung_ = &rungs_.at(render::quality_of(level()).detail);
}

void Easel::hold(std::optional<render::Level> fixed) {
    if (fixed == fixed_) return;
    fixed_ = fixed;
    standing_.reset();
    left_.reset();
    frame_ = {};
}

ui::Picture Easel::draw(const document::Document& document, glm::ivec2 pixels, const Moment& moment) {
    Rung& rung = rungs_.at(render::quality_of(level()).detail);
    if (ahead_ && &rung == &fine()) ahead_.reset(); // the builder serves one thread at a time
    scene::Scene next = next_scene(rung, document, moment);
    if (moment.playing) build_ahead(rung, document);
    asked_at_ = document.player.at();
    redrawn_ = &rung != rung_ || pixels != pixels_ || next != scene_ || frame_.texture == 0;
    if (redrawn_) {
        leave(next, pixels, moment.now);
        rung_ = &rung;
        if (left_ && left_->rung == rung_) left_.reset(); // drawn over
        scene_ = std::move(next);
        pixels_ = pixels;
        changed_at_ = moment.now;
        lesson_at_ = readout_.sample.at;
        draw_moving();
    }
    due_.reset();
    if (standing_ && !standing_->since) standing_->since = moment.now; // after the frame that it was drawn in
    if (!fixed_ && !standing_ && !moment.moving) refine(document, moment);
    rungs_.tidy();
    const ui::Picture picture = shown(moment);
    if (!due_ && !moment.moving && !moment.playing) smooth(moment);
    return picture;
}

scene::Scene Easel::next_scene(Rung& rung, const document::Document& document, const Moment& moment) {
    const Seconds at = document.player.at();
    const auto& options = document.view.options;
    if (!moment.playing || &rung != rung_) coming_.reset();
    const bool near = coming_ && std::chrono::abs(coming_->at() - at) <= k_beside;
    scene::Scene next = coming_ ? coming_->take(near ? coming_->at() : at, options) : rung.builder.build(at, options);
    readout_ = rung.builder.readout();
    return next;
}

/// In a thread of its own, the moment that comes if this frame takes as long as the last.
void Easel::build_ahead(Rung& rung, const document::Document& document) {
    const Seconds step = document.player.at() - asked_at_;
    if (step <= Seconds(0) || step > k_longest_step) return;
    if (!coming_) coming_.emplace(rung.builder, Meanwhile::drawing);
    coming_->begin(document.player.at() + step, document.view.options);
}

/// What stood fades out, unless all of it moves: two views at once would be a blur.
void Easel::leave(const scene::Scene& next, glm::ivec2 pixels, Seconds now) {
    if (next.camera != scene_.camera || pixels != pixels_)
        left_.reset();
    else if (standing_ && standing_->rung != rung_)
        left_ = Standing{standing_->rung, standing_->frame, now};
    standing_.reset();
}

Rung& Easel::fine() { return rungs_.at(render::quality_of(render::Level::full).detail); }

void Easel::draw_moving() {
    const render::Quality& quality = render::quality_of(level());
    frame_ = rung_->renderer.draw(scene_, render::scaled(pixels_, quality), quality);
}

render::Frame Easel::draw_full(Seconds at, const scene::ViewOptions& options, glm::ivec2 pixels,
                               const std::function<bool()>& go_on) {
    Rung& rung = fine();
    if (rung_ == &rung) coming_.reset(); // the builder serves one thread at a time
    left_.reset();                       // its picture is drawn over
    const scene::Scene scene = ahead_ ? ahead_->take(at, options) : rung.builder.build(at, options);
    return rung.renderer.draw(scene, pixels, render::quality_of(render::Level::full), go_on);
}

void Easel::refine(const document::Document& document, const Moment& moment) {
    const Seconds stood = moment.now - changed_at_;
    const Seconds settle = left_ ? k_fade : k_settle; // what stood before fades out first
    if (stood < settle) {
        if (!ahead_ && &fine() != rung_) ahead_.emplace(fine().builder, Meanwhile::waiting);
        if (ahead_) ahead_->begin(lesson_at_, document.view.options);
        due_ = settle - stood;
        return;
    }
    const render::Frame frame = draw_full(lesson_at_, document.view.options, pixels_, moment.go_on);
    if (frame.texture != 0) {
        standing_ = Standing{&fine(), frame, std::nullopt};
        return;
    }
    changed_at_ = moment.now;
    due_ = k_settle;
    if (&fine() == rung_) draw_moving(); // what was given up has spoilt the picture that was there
}

void Easel::smooth(const Moment& moment) {
    if (!standing_ && level() != render::Level::full) return;
    render::Renderer& renderer = (standing_ ? standing_->rung : rung_)->renderer;
    if (renderer.samples() >= render::k_still_samples) return;
    due_ = Seconds(0);
    const bool just_drawn = standing_ ? !standing_->since : redrawn_;
    if (just_drawn) return; // it is shown before any time goes into another
    if (!renderer.draw_again(moment.go_on)) due_ = k_settle;
}

ui::Picture Easel::shown(const Moment& moment) {
    const render::Frame& frame = standing_ ? standing_->frame : frame_;
    ui::Picture picture{frame.texture, frame.size};
    const std::optional<Standing>& fading = standing_ ? standing_ : left_;
    if (!fading || fading->rung == rung_) return picture;
    const double part = fading->since ? base::saturate((moment.now - *fading->since) / k_fade) : 0.0;
    if (part < 1.0) {
        picture.under = standing_ ? frame_.texture : left_->frame.texture;
        picture.opacity = static_cast<float>(part);
        due_ = Seconds(0);
    } else {
        left_.reset();
    }
    return picture;
}

void Easel::took(Seconds time) {
    if (redrawn_) chooser_.took(time);
}

ui::Under Easel::under(glm::ivec2 pixel) {
    const render::Frame& frame = standing_ ? standing_->frame : frame_;
    render::Renderer& renderer = (standing_ ? standing_->rung : rung_)->renderer;
    const glm::ivec2 drawn(glm::vec2(pixel) * glm::vec2(frame.size) / glm::vec2(glm::max(pixels_, 1)));
    ui::Under result;
    result.structure = renderer.pick(drawn);
    glm::vec3 point;
    if (renderer.point_under(drawn, point)) result.point = point;
    return result;
}

files::Image Easel::still(const document::Document& document, glm::ivec2 pixels) {
    draw_full(document.player.at(), document.view.options, pixels, {});
    render::Renderer& renderer = fine().renderer;
    while (renderer.samples() < render::k_still_samples && renderer.draw_again()) {
    }
    standing_.reset();
    frame_ = {};
    return {pixels.x, pixels.y, renderer.read_pixels()};
}

} // namespace viewer
