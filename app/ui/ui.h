#pragma once
// Interface: the window's contents. It reads the document and the world, draws panels with Dear ImGui and returns what
// the user asked for; it changes nothing and makes no GL call.
//
// The viewer's frame:
//     interface.fit(window content scale, document.preferences.font_scale, framebuffer px per window unit)
//                                                  -> true: upload the font atlas again
//     area = interface.picture_area(document, window size)  -> render the Scene at area.pixels
//     backends' NewFrame, ImGui::NewFrame
//     output = interface.draw(frame)
//     ImGui::Render, backend draws;  document::apply(document, world, output.actions)

#include "document/action.h"
#include "document/document.h"
#include "scene/build.h"
#include "scene/scene.h"
#include "scene/world.h"
#include "ui/keys.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ui {

/// The rendered 3D picture: a GL texture name whose first row is at the bottom (render::Frame).
struct Picture {
    std::uint64_t texture = 0;
    glm::ivec2 size_px{0};
    std::uint64_t under = 0; ///< of the same place, seen through while `texture` fades in; 0: none
    float opacity = 1.0f;    ///< of `texture`
};

/// Where the picture lies in the window.
struct PictureArea {
    glm::vec2 position{0.0f}, size{0.0f}; ///< window units, from the top left
    glm::ivec2 pixels{0};                 ///< size in framebuffer pixels: what the renderer should draw
    std::optional<glm::ivec2> hovered;    ///< pixel under the pointer, (0,0) = top left of the picture
};

/// What lies under a pixel of the picture.
struct Under {
    int structure = -1;             ///< -1: nothing
    std::optional<glm::vec3> point; ///< world space
};

/// A file offered in File > Open.
struct FileChoice {
    std::string title, path;
};

struct Frame {
    const document::Document& document;
    const scene::World& world;
    const scene::Readout& readout;
    const scene::Scene& scene;
    Picture picture;
    std::span<const KeyPress> keys;                ///< pressed or repeated since the last frame, in order
    std::function<Under(glm::ivec2 pixel)> under;  ///< called for hover, click and context menu only
    std::function<glm::vec3(float)> strain_colour; ///< render::strain_colour, sRGB 0..1
    std::span<const FileChoice> lessons, models;   ///< what File > Open lists
};

struct Output {
    document::Actions actions;
    PictureArea picture;
    /// Draw again after this long even if no event comes (a tooltip is due, a text cursor blinks).
    std::optional<base::Seconds> redraw_in;
};

/// What lies over the picture; the exporters choose.
struct OverlayOptions {
    bool labels = true;
    bool legend = true;
    bool goniometer = true;
    bool plot = true;        ///< strain over the movement, while a lock is on
    bool inset = true;       ///< the magnifier under the lock
    bool caption = true;     ///< step title and text at the lower edge
    bool disclaimer = false; ///< one small line, for pictures that leave the program
    bool large = false;      ///< presenter's sizes: no text below 24 px
    bool operator==(const OverlayOptions&) const = default;
};

class Interface {
public:
    /// Creates the ImGui context and the theme. `font`: platform::font(), may be empty. Backends are initialised after.
    explicit Interface(std::filesystem::path font);
    ~Interface();
    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;

    /// Fits fonts and sizes to the monitor and the user's wish. `content_scale`: 1 at 96 dpi (platform::Window);
    /// `pixel_ratio`: framebuffer pixels per window unit. True when the font atlas was built anew: (re)create the
    /// backend's font texture. Call before ImGui::NewFrame, at least once.
    bool fit(float content_scale, float font_scale, float pixel_ratio = 1.0f);

    /// Where draw() will put the picture in a window of this size.
    PictureArea picture_area(const document::Document& document, glm::vec2 window_size) const;

    /// The whole window. Between ImGui::NewFrame and ImGui::Render.
    Output draw(const Frame& frame);

    /// Picture (when it has a texture) and overlay alone, filling the display: for exporters. Between NewFrame and
    /// Render.
    void draw_picture_only(const Frame& frame, const OverlayOptions& options);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace ui
