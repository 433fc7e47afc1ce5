#pragma once
// Overlay: names, legend, goniometer and caption over the picture. Needs fonts and a draw list, no panels.

#include "ui/context.h"

#include <optional>
#include <span>
#include <string>

namespace ui {

/// A face at a size, in window units.
struct Type {
    ImFont* font = nullptr;
    float size = 15.0f;

    glm::vec2 measure(const std::string& text, float wrap = 0.0f) const;
    void draw(ImDrawList& list, glm::vec2 at, ImU32 colour, const std::string& text, float wrap = 0.0f) const;
};

/// What the parts of the overlay share.
struct OverlayPaper {
    const Context& context;
    ImDrawList& list;
    Rect area; ///< of the picture, in window units
    OverlayOptions options;
    Type text, bold, heading; ///< in the sizes that `options.large` asks for
    float unit = 1.0f;
    float keep_free = 0.0f; ///< height at the top that belongs to the buttons in the right corner
};

/// Draws everything that `options` asks for over `area`. `keep_free` is the height that the buttons in the picture's
/// top right corner need; `caption_text`: with the explanation, not the title alone.
void draw_overlay(ImDrawList& list, const Context& context, const Rect& area, const OverlayOptions& options,
                  float keep_free, bool caption_text);

/// Rounded light ground under a text.
void draw_card(const OverlayPaper& paper, const Rect& rect);

/// Window position of a world point; nothing behind the eye or outside the picture.
std::optional<glm::vec2> project(const OverlayPaper& paper, const glm::vec3& world);

/// Where a card can go; `beside_left` is to the right of what stands at the top left.
enum class Corner { beside_left, top_left, bottom_left, top_right, bottom_right };
/// The first wished corner with room for the card, beside or below what is `taken`, that hides neither the lock nor the
/// leg; nullopt when there is none.
std::optional<Rect> free_place(const OverlayPaper& paper, glm::vec2 size, std::span<const Rect> taken,
                               std::span<const Corner> wished);

/// Each draws its part and returns the place it took; empty when there was nothing to say.
Rect draw_legend(const OverlayPaper& paper);
/// Below `legend`, when the picture is cut open: which way one looks and, straight at the cut, its scale; returns the
/// place of both.
Rect draw_cut_note(const OverlayPaper& paper, const Rect& legend);
Rect draw_caption(const OverlayPaper& paper, bool with_text);
/// Strain over the movement, locked against unlocked, while a lock is on; out of the way of what is `taken`.
Rect draw_small_plot(const OverlayPaper& paper, std::span<const Rect> taken);
/// The magnifier over the lock, with the effects and how well each is known; likewise.
Rect draw_inset(const OverlayPaper& paper, std::span<const Rect> taken);

} // namespace ui
