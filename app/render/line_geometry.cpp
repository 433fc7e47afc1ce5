#include "render/line_geometry.h"

#include "render/canvas.h"

#include <algorithm>
#include <cmath>
#include <glm/exponential.hpp>
#include <glm/geometric.hpp>

namespace render {

namespace {
/// Points nearer than this to the eye plane are cut off: clip w, metres for a perspective camera.
constexpr float k_near = 0.01f;
/// Mitres of sharp bends end here, in half widths.
constexpr float k_longest_mitre = 2.5f;
/// Half the width of an arrow head, of its length; and how much of a short arrow is head at most.
constexpr float k_head_half = 0.42f, k_most_head = 0.6f;
constexpr glm::vec4 k_halo(1.0f, 1.0f, 1.0f, 0.8f); // sRGB

struct OnPicture {
    glm::vec4 clip;
    glm::vec2 pixel;
};
using Run = std::vector<OnPicture>;

OnPicture on_picture(const glm::vec4& clip, glm::ivec2 size) { return {clip, pixel_of(clip, size)}; }

/// The runs of the polyline that lie before the viewer.
std::vector<Run> visible_runs(const scene::Line& line, const glm::mat4& view_projection, glm::ivec2 size) {
    std::vector<Run> runs;
    bool open = false;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        const glm::vec4 here = view_projection * glm::vec4(line.points[i], 1.0f);
        const bool seen = here.w > k_near;
        if (i > 0) {
            const glm::vec4 before = view_projection * glm::vec4(line.points[i - 1], 1.0f);
            if (seen != (before.w > k_near)) {
                const float t = (k_near - before.w) / (here.w - before.w);
                if (seen) runs.emplace_back();
                runs.back().push_back(on_picture(before + (here - before) * t, size));
                open = seen;
            }
        }
        if (!seen) {
            open = false;
            continue;
        }
        if (!open) runs.emplace_back();
        open = true;
        // equal neighbours would have no direction
        const OnPicture point = on_picture(here, size);
        if (runs.back().empty() || glm::distance(runs.back().back().pixel, point.pixel) > 1e-3f)
            runs.back().push_back(point);
    }
    return runs;
}

glm::vec2 left_of(const glm::vec2& along) { return {-along.y, along.x}; }

/// Offset to the left side at point i for half a width of 1.
glm::vec2 mitre(const Run& run, std::size_t i) {
    const auto piece = [&](std::size_t from) { return glm::normalize(run[from + 1].pixel - run[from].pixel); };
    if (i == 0) return left_of(piece(0));
    if (i + 1 == run.size()) return left_of(piece(i - 1));
    const glm::vec2 a = left_of(piece(i - 1)), b = left_of(piece(i));
    const glm::vec2 middle = a + b;
    const float square = glm::dot(middle, middle);
    if (square < 1e-4f) return a;
    const glm::vec2 unit = middle / std::sqrt(square);
    return unit * std::min(1.0f / std::max(glm::dot(unit, a), 1e-3f), k_longest_mitre);
}

glm::vec4 encoded(const glm::vec4& linear) {
    const glm::vec3 c = glm::clamp(glm::vec3(linear), 0.0f, 1.0f);
    return glm::vec4(glm::pow(c, glm::vec3(1.0f / 2.2f)), linear.w);
}

/// Width, head and colour in pixels of the picture; `grow` is what a halo adds on every side.
struct Pen {
    float half, head, grow;
    glm::vec4 colour;
};

void append_shaft(const Run& run, const Pen& pen, const glm::vec2& to_clip, std::vector<LineVertex>& out) {
    const float half = pen.half + pen.grow, outer = half + 1.0f; // room for the soft edge
    const auto corner = [&](std::size_t i, float side) {
        const glm::vec2 shift = mitre(run, i) * (outer * side) * to_clip * run[i].clip.w;
        return LineVertex{run[i].clip + glm::vec4(shift, 0.0f, 0.0f), {outer * side, half}, pen.colour};
    };
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        const LineVertex a = corner(i, 1.0f), b = corner(i, -1.0f);
        const LineVertex c = corner(i + 1, 1.0f), d = corner(i + 1, -1.0f);
        out.insert(out.end(), {a, b, c, c, b, d});
    }
}

/// Where a head of this length begins: the run ends there from now on. The head is never longer than most of the run.
float shorten(Run& run, float head) {
    float length = 0.0f;
    for (std::size_t i = 0; i + 1 < run.size(); ++i) length += glm::distance(run[i].pixel, run[i + 1].pixel);
    head = std::min(head, k_most_head * length);
    float left = head;
    while (run.size() > 2 && glm::distance(run[run.size() - 2].pixel, run.back().pixel) < left) {
        left -= glm::distance(run[run.size() - 2].pixel, run.back().pixel);
        run.pop_back();
    }
    OnPicture& end = run.back();
    const OnPicture& before = run[run.size() - 2];
    const float t = std::min(left / glm::distance(before.pixel, end.pixel), 1.0f - 1e-3f);
    end.clip = glm::mix(end.clip / end.clip.w, before.clip / before.clip.w, t); // along the picture, not in depth
    end.pixel = glm::mix(end.pixel, before.pixel, t);
    return head;
}

void append_head(const OnPicture& tip, const glm::vec2& along, float length, const Pen& pen, const glm::vec2& to_clip,
                 std::vector<LineVertex>& out) {
    const float half = k_head_half * length + pen.grow;
    const auto corner = [&](float back, float side, float inside) {
        const glm::vec2 shift = (left_of(along) * side - along * back) * to_clip * tip.clip.w;
        return LineVertex{tip.clip + glm::vec4(shift, 0.0f, 0.0f), {side, inside}, pen.colour};
    };
    const float front = -pen.grow / k_head_half, rear = length + pen.grow;
    const LineVertex a = corner(rear, half + 1.0f, half), b = corner(rear, -half - 1.0f, half);
    const LineVertex c = corner(front, 1.0f, 0.0f), d = corner(front, -1.0f, 0.0f);
    out.insert(out.end(), {a, b, c, c, b, d});
}

void append_stroke(const Run& whole, const Pen& pen, const glm::vec2& to_clip, std::vector<LineVertex>& out) {
    Run run = whole;
    const float head = pen.head > 0.0f ? shorten(run, pen.head) : 0.0f;
    append_shaft(run, pen, to_clip, out);
    if (head <= 0.0f) return;
    const glm::vec2 along = glm::normalize(whole.back().pixel - run.back().pixel);
    append_head(whole.back(), along, head, pen, to_clip, out);
}
} // namespace

float line_reach(const scene::Line& line) {
    return std::max(line.head_px, k_longest_mitre * (0.5f * line.width_px + line.halo_px + 1.0f));
}

float line_scale(int lines) { return std::max(1.0f, static_cast<float>(lines) / 1080.0f); }

void append_ribbon(const scene::Line& line, const glm::mat4& view_projection, glm::ivec2 size, float scale,
                   std::vector<LineVertex>& out) {
    const Pen pen{line.width_px * scale * 0.5f, line.head_px * scale, 0.0f, encoded(line.colour)};
    const Pen halo{pen.half, pen.head, line.halo_px * scale, glm::vec4(glm::vec3(k_halo), line.colour.w * k_halo.w)};
    const glm::vec2 to_clip = 2.0f / glm::vec2(size);
    for (const Run& run : visible_runs(line, view_projection, size)) {
        if (run.size() < 2) continue;
        if (line.halo_px > 0.0f) append_stroke(run, halo, to_clip, out);
        append_stroke(run, pen, to_clip, out);
    }
}

} // namespace render
