#include "ui/overlay.h"

#include "motion/pose.h"
#include "ui/label_layout.h"
#include "ui/panels.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <glm/vec4.hpp>

namespace ui {

namespace {

// Names that share the picture with the knee angle: what the user picked is kept longest.
constexpr int k_ordinary = 0, k_selected = 1, k_explains = 2, k_goniometer = 3;

constexpr float k_below = 3.2f; // lines

struct Name {
    std::string text;
    bool strong = false;
};

struct Names {
    std::vector<Name> names;
    std::vector<LabelBox> boxes;
};

void add(const OverlayPaper& paper, Names& names, const glm::vec3& world, std::string text, bool strong, int priority,
         bool below = false) {
    const auto at = project(paper, world);
    if (!at) return;
    const Type& type = strong ? paper.bold : paper.text;
    const float widest = paper.area.size.x * k_widest_label - 16.0f * paper.unit;
    glm::vec2 size = type.measure(text);
    // Rather a shortened name than one that covers the leg.
    while (size.x > widest && text.size() > 4) {
        text.resize(text.size() - 4);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80u) != 0) text.pop_back();
        text += "...";
        size = type.measure(text);
    }
    names.boxes.push_back(
        {*at, size + glm::vec2(12.0f, 4.0f) * paper.unit, priority, below ? k_below * type.size : 0.0f});
    names.names.push_back({std::move(text), strong});
}

// The knee centre is the origin of the tibia's frame (Rajagopal 2016), laid on the couch.
void add_goniometer(const OverlayPaper& paper, Names& names) {
    const motion::Pose& pose = paper.context.sample().pose;
    const glm::dvec3 knee = motion::frames(paper.context.world().atlas, pose)[anatomy::Body::tibia].translation;
    const glm::vec3 world(scene::couch_transform() * glm::vec4(glm::vec3(knee), 1.0f));
    add(paper, names, world, "Knee " + degrees_text(pose.knee_flexion), true, k_goniometer);
}

void draw_label(const OverlayPaper& paper, const Name& name, const LabelBox& box, const PlacedLabel& placed) {
    const float unit = paper.unit;
    paper.list.AddLine(im(placed.leader), im(box.anchor), rgb(k_raised_hex, 190), 3.5f * unit);
    paper.list.AddLine(im(placed.leader), im(box.anchor), k_text, 1.2f * unit);
    paper.list.AddCircleFilled(im(box.anchor), 3.5f * unit, k_raised);
    paper.list.AddCircleFilled(im(box.anchor), 2.4f * unit, k_text);
    draw_card(paper, placed.box);
    const Type& type = name.strong ? paper.bold : paper.text;
    type.draw(paper.list, placed.box.min + glm::vec2(6.0f, 2.0f) * unit, k_text, name.text);
}

// The lowest edge of what is taken at the top of a column.
float below_taken(const OverlayPaper& paper, std::span<const Rect> taken, float from, float to, float otherwise) {
    const float middle = paper.area.min.y + paper.area.size.y * 0.5f;
    for (const Rect& rect : taken)
        if (!rect.empty() && rect.min.y < middle && rect.min.x < to && rect.max().x > from)
            otherwise = std::max(otherwise, rect.max().y);
    return otherwise;
}

// The highest edge of what is taken at its bottom.
float above_taken(const OverlayPaper& paper, std::span<const Rect> taken, float from, float to) {
    float edge = paper.area.max().y;
    const float middle = paper.area.min.y + paper.area.size.y * 0.5f;
    for (const Rect& rect : taken)
        if (!rect.empty() && rect.min.y >= middle && rect.min.x < to && rect.max().x > from)
            edge = std::min(edge, rect.min.y);
    return edge;
}

void draw_names(const OverlayPaper& paper, std::span<const Rect> taken, float keep_free) {
    Names names;
    if (paper.options.labels && paper.context.document().view.options.labels) {
        const auto& selected = paper.context.document().view.options.selected;
        for (const scene::Label& label : paper.context.frame.scene.labels) {
            const bool strong = selected && label.structure == *selected;
            const int priority = label.explains ? k_explains : strong ? k_selected : k_ordinary;
            add(paper, names, label.anchor, label.text, strong, priority, label.below);
        }
    }
    if (paper.options.goniometer && !paper.context.world().lesson.keys.empty()) add_goniometer(paper, names);
    const float margin = 8.0f * paper.unit, half = paper.area.size.x / 2.0f;
    const float top = paper.area.min.y + margin;
    const float left_end = paper.area.min.x, middle = left_end + half, right_end = paper.area.max().x;
    const float left_top = below_taken(paper, taken, left_end, middle, top - margin) + margin;
    const float right_top = below_taken(paper, taken, middle, right_end, top - margin + keep_free) + margin;
    const float left_low = above_taken(paper, taken, left_end, middle) - margin;
    const float right_low = above_taken(paper, taken, middle, right_end) - margin;
    const Rect left{{left_end + margin, left_top}, {half - 1.5f * margin, std::max(left_low - left_top, 0.0f)}};
    const Rect right{{middle + 0.5f * margin, right_top},
                     {half - 1.5f * margin, std::max(right_low - right_top, 0.0f)}};
    for (const PlacedLabel& placed : place_labels(names.boxes, left, right, 4.0f * paper.unit, 34.0f * paper.unit)) {
        const auto i = static_cast<std::size_t>(placed.index);
        draw_label(paper, names.names[i], names.boxes[i], placed);
    }
}

} // namespace

std::optional<glm::vec2> project(const OverlayPaper& paper, const glm::vec3& world) {
    const scene::Camera& camera = paper.context.frame.scene.camera;
    const float aspect = paper.area.size.x / std::max(paper.area.size.y, 1.0f);
    const glm::vec4 clip = camera.projection(aspect) * camera.view() * glm::vec4(world, 1.0f);
    if (clip.w <= 1e-4f) return std::nullopt;
    const glm::vec2 part(clip.x / clip.w * 0.5f + 0.5f, 0.5f - clip.y / clip.w * 0.5f);
    const glm::vec2 at = paper.area.min + part * paper.area.size;
    if (!paper.area.contains(at)) return std::nullopt;
    return at;
}

glm::vec2 Type::measure(const std::string& text, float wrap) const {
    return vec(font->CalcTextSizeA(size, FLT_MAX, wrap, text.c_str()));
}

void Type::draw(ImDrawList& list, glm::vec2 at, ImU32 colour, const std::string& text, float wrap) const {
    list.AddText(font, size, {std::floor(at.x), std::floor(at.y)}, colour, text.c_str(), nullptr, wrap);
}

void draw_card(const OverlayPaper& paper, const Rect& rect) {
    paper.list.AddRectFilled(im(rect.min), im(rect.max()), rgb(k_raised_hex, 232), 5.0f * paper.unit);
}

void draw_overlay(ImDrawList& list, const Context& context, const Rect& area, const OverlayOptions& options,
                  float keep_free, bool caption_text) {
    if (area.empty()) return;
    const Fonts& fonts = context.fonts;
    // Read from the last row: a part of the picture's height, and never below 24 px.
    const float large = std::max({24.0f * context.unit(), fonts.size_caption * 0.82f, area.size.y / 40.0f});
    OverlayPaper paper{context, list, area, options, {}, {}, {}, context.unit(), keep_free};
    paper.text = options.large ? Type{fonts.caption, large} : Type{fonts.regular, fonts.size_regular};
    paper.bold = options.large ? Type{fonts.caption, large} : Type{fonts.bold, fonts.size_regular};
    paper.heading = options.large ? Type{fonts.caption, large * 1.2f} : Type{fonts.large, fonts.size_large};
    list.PushClipRect(im(area.min), im(area.max()), true);
    const Rect legend = options.legend ? draw_cut_note(paper, draw_legend(paper)) : Rect{};
    const Rect caption = options.caption ? draw_caption(paper, caption_text) : Rect{};
    const scene::ViewOptions& view = context.document().view.options;
    std::array<Rect, 4> taken = {legend, caption};
    if (options.plot && view.plot) taken[2] = draw_small_plot(paper, taken);
    if (options.inset && view.inset) taken[3] = draw_inset(paper, taken);
    draw_names(paper, taken, keep_free);
    list.PopClipRect();
}

void draw_overlay_panel(const Context& context) {
    const Rect& place = context.layout.picture;
    const document::Document& document = context.document();
    if (place.empty() || document.blank) return;
    ImGui::SetNextWindowPos(im(place.min));
    ImGui::SetNextWindowSize(im(place.size));
    constexpr ImGuiWindowFlags k_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                         ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                         ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;
    if (ImGui::Begin("Overlay", nullptr, k_flags)) {
        OverlayOptions options;
        options.large = document.presenting;
        options.plot = !shows_tab(document, document::SideTab::graphs);
        const bool explained_elsewhere = document.panels.left && !document.presenting;
        draw_overlay(*ImGui::GetWindowDrawList(), context, place, options, context.layout.corner, !explained_elsewhere);
    }
    ImGui::End();
}

} // namespace ui
