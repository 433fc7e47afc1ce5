// What the magnifier shows: ground substance, water, collagen, a cell and a nerve. Drawn, not simulated: every place
// comes from a fixed hash, so the same phases always give the same picture.

#include "ui/under_skin.h"

#include "base/smooth.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <numbers>
#include <vector>

namespace ui {

namespace {

constexpr float k_pi = std::numbers::pi_v<float>;
constexpr float k_inside = 0.975f; // of the radius: the rim covers the rest

ImU32 mixed(unsigned a, unsigned b, double t, unsigned alpha) {
    const auto channel = [&](int shift) {
        const double from = (a >> shift) & 255u, to = (b >> shift) & 255u;
        return static_cast<unsigned>(std::lround(from + (to - from) * t)) << shift;
    };
    return rgb(channel(16) | channel(8) | channel(0), alpha);
}

unsigned alpha_of(double part, double most) { return static_cast<unsigned>(std::lround(base::saturate(part) * most)); }

/// Fixed "random" number 0..1 (integer hash of Wang).
float hashed(std::uint32_t i, std::uint32_t salt) {
    std::uint32_t h = i * 2654435761u + salt * 40503u + 12345u;
    h = (h ^ 61u) ^ (h >> 16u);
    h *= 9u;
    h ^= h >> 4u;
    h *= 0x27d4eb2du;
    h ^= h >> 15u;
    return static_cast<float>(h & 0xFFFFFFu) / static_cast<float>(0xFFFFFF);
}

glm::vec2 turned(glm::vec2 p, float angle) {
    const float c = std::cos(angle), s = std::sin(angle);
    return {c * p.x - s * p.y, s * p.x + c * p.y};
}

/// From the lens's own coordinates (radius 1, x along the stretch) to the window. Lines are whole pixels wide: those
/// ImGui draws with a third of the triangles.
struct Brush {
    ImDrawList& list;
    const Lens& lens;
    const Discs& discs;

    glm::vec2 at(glm::vec2 p) const {
        const glm::vec2 aside(-lens.along.y, lens.along.x);
        return lens.centre + (lens.along * p.x + aside * p.y) * lens.radius;
    }
    float width(float part) const { return whole_pixels(part * lens.radius); }
    void dot(glm::vec2 p, float radius, ImU32 colour) const {
        if (glm::length(p) + radius >= k_inside) return;
        discs.draw(list, im(at(p)), std::max(radius * lens.radius, 0.8f), colour);
    }
    void line(glm::vec2 a, glm::vec2 b, float thickness, ImU32 colour) const {
        if (glm::length(a) < k_inside && glm::length(b) < k_inside)
            list.AddLine(im(at(a)), im(at(b)), colour, width(thickness));
    }
    /// The parts of a polyline that lie inside.
    void path(const std::vector<glm::vec2>& points, float thickness, ImU32 colour) const {
        for (const glm::vec2& p : points) {
            if (glm::length(p) < k_inside)
                list.PathLineTo(im(at(p)));
            else if (!list._Path.empty())
                list.PathStroke(colour, 0, width(thickness));
        }
        list.PathStroke(colour, 0, width(thickness));
    }
};

ImU32 between(ImU32 a, ImU32 b, double t) {
    ImU32 colour = 255u << IM_COL32_A_SHIFT;
    for (const unsigned shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT}) {
        const double from = (a >> shift) & 255u, to = (b >> shift) & 255u;
        colour |= static_cast<ImU32>(std::lround(from + (to - from) * t)) << shift;
    }
    return colour;
}

// Honey-coloured and cloudy as a gel, clear as a sol; lighter in the middle. One sheet of triangles whose corners have
// the colours: discs over discs would fill each pixel many times.
void ground(const Brush& brush) {
    constexpr unsigned k_rings = 6, k_sides = 72;
    const double sol = brush.lens.phases.sol;
    const ImU32 edge = mixed(0xDDBE8C, 0xBFDDE6, sol, 255), middle = mixed(0xF3DDB6, 0xE6F5F8, sol, 255);
    ImDrawList& list = brush.list;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list.PrimReserve(k_rings * k_sides * 6, (k_rings + 1) * k_sides);
    const unsigned first = list._VtxCurrentIdx;
    for (unsigned ring = 0; ring <= k_rings; ++ring) {
        const float part = static_cast<float>(ring) / k_rings;
        const ImU32 colour = between(middle, edge, part * part);
        for (unsigned side = 0; side < k_sides; ++side) {
            const float angle = static_cast<float>(side) / k_sides * 2.0f * k_pi;
            const glm::vec2 way(std::cos(angle), std::sin(angle));
            list.PrimWriteVtx(im(brush.lens.centre + way * (brush.lens.radius * part)), white, colour);
        }
    }
    for (unsigned ring = 0; ring < k_rings; ++ring)
        for (unsigned side = 0; side < k_sides; ++side) {
            const unsigned a = first + ring * k_sides + side, b = first + ring * k_sides + (side + 1) % k_sides;
            for (const unsigned corner : {a, b, b + k_sides, a, b + k_sides, a + k_sides})
                list.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
        }
}

struct Knot {
    glm::vec2 at;
    std::uint32_t id;
};

// The mesh of sugar chains: knots on a jittered grid that drift apart as the links between them go.
std::vector<Knot> knots(double sol) {
    constexpr int k_half = 6;
    constexpr float k_apart = 0.19f;
    std::vector<Knot> found;
    for (int row = -k_half; row <= k_half; ++row)
        for (int column = -k_half; column <= k_half; ++column) {
            const auto id = static_cast<std::uint32_t>((row + k_half) * 64 + column + k_half);
            const glm::vec2 jitter(hashed(id, 1) - 0.5f, hashed(id, 2) - 0.5f);
            const glm::vec2 drift(hashed(id, 3) - 0.5f, hashed(id, 4) - 0.5f);
            const glm::vec2 grid((static_cast<float>(column) + 0.5f * static_cast<float>(row & 1)) * k_apart,
                                 static_cast<float>(row) * k_apart * 0.87f);
            const glm::vec2 at = grid + jitter * 0.09f + drift * static_cast<float>(0.16 * sol);
            if (glm::length(at) < 1.0f) found.push_back({at, id});
        }
    return found;
}

void gel(const Brush& brush) {
    const double sol = brush.lens.phases.sol;
    const std::vector<Knot> all = knots(sol);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (glm::length(all[i].at - all[j].at) > 0.30f) continue;
            // Each link lets go at its own moment.
            const double holds = hashed(all[i].id * 977u + all[j].id, 5);
            const unsigned alpha = alpha_of((holds * 1.08 - sol) / 0.12, 120.0);
            if (alpha > 3) brush.line(all[i].at, all[j].at, 0.014f, rgb(0x9A6A2C, alpha));
        }
    for (const Knot& knot : all) {
        const ImU32 colour = mixed(0x8A5A1E, 0x5C93A5, sol, 190);
        for (int hair = 0; hair < 6; ++hair) {
            const float angle = (static_cast<float>(hair) / 6.0f + hashed(knot.id, 6)) * 2.0f * k_pi;
            brush.line(knot.at, knot.at + glm::vec2(std::cos(angle), std::sin(angle)) * 0.042f, 0.009f, colour);
        }
        brush.dot(knot.at, 0.014f, colour);
    }
}

void water(const Brush& brush) {
    constexpr std::uint32_t k_drops = 110;
    const double filled = 0.08 + 0.92 * brush.lens.phases.water;
    for (std::uint32_t i = 0; i < k_drops; ++i) {
        const double grown = base::saturate((filled * k_drops - i) / 6.0);
        if (grown <= 0.0) continue;
        const float angle = hashed(i, 11) * 2.0f * k_pi, distance = std::sqrt(hashed(i, 12)) * 0.93f;
        const glm::vec2 at = glm::vec2(std::cos(angle), std::sin(angle)) * distance;
        const float radius = (0.020f + 0.024f * hashed(i, 13)) * static_cast<float>(grown);
        brush.dot(at, radius, rgb(0x2F7FA6, 215));
        brush.dot(at, radius * 0.78f, rgb(0x7CC3E3, 235));
        brush.dot(at + turned(glm::vec2(-0.3f, -0.3f) * radius, 0.0f), radius * 0.3f, rgb(0xFFFFFF, 235));
    }
}

/// A wavy fibre that lies across at first and turns along the stretch; its crimp goes as it is pulled.
std::vector<glm::vec2> fibre_line(std::uint32_t i, int count, const SkinPhases& phases) {
    const float place = (static_cast<float>(i) + 0.5f) / static_cast<float>(count) * 1.7f - 0.85f;
    const float askew = (hashed(i, 21) - 0.5f) * 1.9f * static_cast<float>(1.0 - phases.aligned);
    const float crimp = 0.055f * static_cast<float>(1.0 - 0.85 * phases.taut);
    const float wave = 13.0f + 4.0f * hashed(i, 22), start = hashed(i, 23) * 2.0f * k_pi;
    const glm::vec2 middle((hashed(i, 24) - 0.5f) * 0.5f, place);
    std::vector<glm::vec2> line;
    constexpr int k_points = 72;
    for (int p = 0; p <= k_points; ++p) {
        const float along = (static_cast<float>(p) / k_points - 0.5f) * 3.4f;
        line.push_back(middle + turned({along, crimp * std::sin(wave * along + start)}, askew));
    }
    return line;
}

void fibre(const Brush& brush, const std::vector<glm::vec2>& line, float width) {
    brush.path(line, width + 0.022f, rgb(0x6E3F2C, 170));
    brush.path(line, width, rgb(0xF0D6C2));
    // Fine cross-bands, as collagen has under the microscope.
    for (std::size_t p = 1; p + 1 < line.size(); ++p) {
        const glm::vec2 way = glm::normalize(line[p + 1] - line[p - 1]), aside(-way.y, way.x);
        brush.line(line[p] - aside * width * 0.42f, line[p] + aside * width * 0.42f, 0.008f, rgb(0xB98468, 120));
    }
    std::vector<glm::vec2> light;
    for (const glm::vec2& p : line) light.push_back(p + glm::vec2(0.0f, -0.24f * width));
    brush.path(light, width * 0.22f, rgb(0xFFFFFF, 170));
}

// A spindle-shaped fibroblast between the fibres, lying as they do.
void cell(const Brush& brush, glm::vec2 at, float angle, float length) {
    constexpr int k_sides = 28;
    const auto outline = [&](float scale) {
        for (int i = 0; i < k_sides; ++i) {
            const float t = static_cast<float>(i) / k_sides * 2.0f * k_pi, s = std::sin(t);
            const glm::vec2 p(std::cos(t) * length * scale, s * std::abs(s) * length * 0.30f * scale);
            brush.list.PathLineTo(im(brush.at(at + turned(p, angle))));
        }
    };
    outline(1.0f);
    brush.list.PathFillConvex(rgb(0xB7A1CF, 235));
    outline(1.0f);
    brush.list.PathStroke(rgb(0x5B4480, 220), ImDrawFlags_Closed, brush.width(0.012f));
    outline(0.34f);
    brush.list.PathFillConvex(rgb(0x6C5296, 235));
}

glm::vec2 on_nerve(float t) {
    const glm::vec2 a(-0.95f, 0.52f), b(-0.45f, 0.40f), c(-0.25f, 0.80f), d(0.22f, 0.60f);
    const float u = 1.0f - t;
    return a * (u * u * u) + b * (3.0f * u * u * t) + c * (3.0f * u * t * t) + d * (t * t * t);
}

// A nerve fibre with its free ends; the signals on it are as many as the tone is high.
void nerve(const Brush& brush) {
    std::vector<glm::vec2> line;
    constexpr int k_points = 40;
    for (int i = 0; i <= k_points; ++i) line.push_back(on_nerve(static_cast<float>(i) / k_points));
    const glm::vec2 end = line.back();
    const auto twigs = [&](float width, ImU32 colour) {
        for (const glm::vec2& tip : {glm::vec2(0.16f, -0.10f), glm::vec2(0.20f, 0.04f), glm::vec2(0.10f, 0.15f)})
            brush.path({end, end + tip * 0.55f + glm::vec2(0.02f, 0.02f), end + tip}, width, colour);
    };
    brush.path(line, 0.085f, rgb(0x6A4A00));
    twigs(0.045f, rgb(0x6A4A00));
    brush.path(line, 0.058f, rgb(0xF0C63C));
    twigs(0.026f, rgb(0xF0C63C));
    constexpr int k_signals = 7;
    const double tone = 1.0 - 0.85 * brush.lens.phases.calm;
    for (int i = 0; i < k_signals; ++i) {
        const unsigned alpha = alpha_of(tone * k_signals - i, 255.0);
        if (alpha == 0) continue;
        // Spread over the nerve in an order that stays even as they go out.
        constexpr int k_order[k_signals] = {3, 0, 6, 2, 4, 1, 5};
        const glm::vec2 at = on_nerve(0.12f + 0.82f * static_cast<float>(k_order[i]) / (k_signals - 1));
        brush.dot(at, 0.066f, rgb(0xD0341B, alpha / 3));
        brush.dot(at, 0.040f, rgb(0xD0341B, alpha));
        brush.dot(at, 0.018f, rgb(0xFFFFFF, alpha));
    }
}

} // namespace

void draw_lens_tissue(ImDrawList& list, const Lens& lens, const Discs& discs) {
    const Brush brush{list, lens, discs};
    ground(brush);
    gel(brush);
    constexpr int k_fibres = 8;
    for (std::uint32_t i = 0; i < k_fibres; ++i)
        fibre(brush, fibre_line(i, k_fibres, lens.phases), 0.062f + 0.03f * hashed(i, 25));
    const auto askew = static_cast<float>(0.7 * (1.0 - lens.phases.aligned));
    cell(brush, {0.42f, -0.38f}, -askew, 0.25f);
    cell(brush, {-0.48f, -0.02f}, askew, 0.22f);
    water(brush);
    nerve(brush);
}

} // namespace ui
