#include "render/line_geometry.h"

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

struct OnPicture {
    glm::vec4 clip;
    glm::vec2 pixel;
};

OnPicture on_picture(const glm::vec4& clip, glm::ivec2 size) {
    return {clip, (glm::vec2(clip) / clip.w * 0.5f + 0.5f) * glm::vec2(size)};
}

/// The runs of the polyline that lie before the viewer.
std::vector<std::vector<OnPicture>> visible_runs(const scene::Line& line, const glm::mat4& view_projection,
                                                 glm::ivec2 size) {
    std::vector<std::vector<OnPicture>> runs;
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
glm::vec2 mitre(const std::vector<OnPicture>& run, std::size_t i) {
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
} // namespace

void append_ribbon(const scene::Line& line, const glm::mat4& view_projection, glm::ivec2 size, float width_px,
                   std::vector<LineVertex>& out) {
    const float half = width_px * 0.5f;
    const float outer = half + 1.0f; // room for the soft edge
    const glm::vec4 colour = encoded(line.colour);
    const glm::vec2 to_clip = 2.0f / glm::vec2(size);
    for (const std::vector<OnPicture>& run : visible_runs(line, view_projection, size)) {
        if (run.size() < 2) continue;
        const auto corner = [&](std::size_t i, float side) {
            const glm::vec2 shift = mitre(run, i) * (outer * side) * to_clip * run[i].clip.w;
            return LineVertex{run[i].clip + glm::vec4(shift, 0.0f, 0.0f), {outer * side, half}, colour};
        };
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            const LineVertex a = corner(i, 1.0f), b = corner(i, -1.0f);
            const LineVertex c = corner(i + 1, 1.0f), d = corner(i + 1, -1.0f);
            out.insert(out.end(), {a, b, c, c, b, d});
        }
    }
}

} // namespace render
