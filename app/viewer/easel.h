#pragma once
// Easel: the picture in the window. Drawn at the level that holds the frame rate while anything moves, refined to full
// quality once it stands, smoothed after that, and not drawn at all while nothing changes.

#include "document/document.h"
#include "files/load.h"
#include "ui/ui.h"
#include "viewer/level_chooser.h"
#include "viewer/rungs.h"
#include "viewer/scene_ahead.h"

#include <functional>

namespace viewer {

class Easel {
public:
    /// Loads what the first picture needs. `fixed` as in hold(). Throws base::Failure.
    Easel(Inputs inputs, std::optional<render::Level> fixed);

    /// One level for everything, or what holds the frame rate.
    void hold(std::optional<render::Level> fixed);

    struct Moment {
        base::Seconds now{0};
        bool moving = false;           ///< another picture will follow at once
        bool playing = false;          ///< the lesson goes on, though the picture may stand: words and clocks change
        std::function<bool()> go_on{}; ///< asked while a standing picture is refined; no: something happened
    };
    ui::Picture draw(const document::Document& document, glm::ivec2 pixels, const Moment& moment);

    /// A frame in which the picture was drawn anew took so long in all.
    void took(base::Seconds time);
    /// Another number whenever one of its textures holds another picture.
    int draws() const { return rungs_.draws(); }
    /// Whether the last draw() drew something that moves.
    bool redrawn() const { return redrawn_; }
    /// When to draw again although nothing happens; nullopt: never.
    std::optional<base::Seconds> due() const { return due_; }

    /// What lies under a pixel of the picture's place.
    ui::Under under(glm::ivec2 pixel);
    /// The picture at full quality.
    files::Image still(const document::Document& document, glm::ivec2 pixels);

    /// Of the picture as it moves; atlas and lesson are those of all.
    const Rung& rung() const { return *rung_; }
    const scene::Scene& scene() const { return scene_; }
    const scene::Readout& readout() const { return readout_; }
    render::Level level() const { return fixed_.value_or(chooser_.level()); }
    const Inputs& inputs() const { return rungs_.inputs(); }

private:
    /// A picture that stands, or stood, and when its fade began; nullopt: it has just been drawn.
    struct Standing {
        Rung* rung;
        render::Frame frame;
        std::optional<base::Seconds> since;
    };
    /// What to show: while the lesson plays what was built ahead, a few milliseconds beside the moment that it is.
    scene::Scene next_scene(Rung& rung, const document::Document& document, const Moment& moment);
    void build_ahead(Rung& rung, const document::Document& document);
    void leave(const scene::Scene& next, glm::ivec2 pixels, base::Seconds now);
    /// The rung of pictures that stand.
    Rung& fine();
    /// `scene_` at the level of moving pictures, into `frame_`.
    void draw_moving();
    render::Frame draw_full(base::Seconds at, const scene::ViewOptions& options, glm::ivec2 pixels,
                            const std::function<bool()>& go_on);
    void refine(const document::Document& document, const Moment& moment);
    /// Another of the pictures of which one at full quality is the mean.
    void smooth(const Moment& moment);
    ui::Picture shown(const Moment& moment);

    Rungs rungs_;
    std::optional<render::Level> fixed_;
    LevelChooser chooser_;
    Rung* rung_ = nullptr;
    scene::Scene scene_;
    scene::Readout readout_;
    glm::ivec2 pixels_{0};
    render::Frame frame_;
    base::Seconds changed_at_{0};
    base::Seconds lesson_at_{0}; ///< when that was, in the lesson: it may go on while the picture stands
    base::Seconds asked_at_{0};  ///< of the lesson, in the last draw()
    std::optional<Standing> standing_;
    std::optional<Standing> left_;     ///< what stood until something moved, while it fades out
    std::optional<SceneAhead> ahead_;  ///< of the standing picture, while a moving one of another rung is shown
    std::optional<SceneAhead> coming_; ///< of `rung_`, while the lesson plays
    std::optional<base::Seconds> due_;
    bool redrawn_ = false;
};

} // namespace viewer
