#include "scene/hand_print.h"

#include "tissue/tissue_state.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numbers>

namespace scene {

namespace {

// Crossings lie so far apart, metres; for a coarse hand this share of the length of its triangles' sides, with which
// hands in all their triangles keep the least; beyond the most a thumb's patch shrinks.
constexpr float k_step = 0.003f, k_step_share = 0.29f, k_widest_step = 0.0045f;
// A print reaches so far from the hand's frame, metres: past the ends of an open hand and of a forearm's belly.
constexpr float k_reach = 0.16f, k_hold_reach = 0.09f;
// Skin round the patch that is seen to give way, metres.
constexpr float k_margin = 0.063f;
// Round an ankle; only scales the chart.
constexpr float k_round = 0.04f;
// What of a hand's relief presses lies at most so high over the point that it rests on, metres, by grip. Illustrative:
// the patches are those of teaching (the pad of a thumb, the knuckles of a fist, the whole flat hand).
constexpr std::array<float, tissue::k_grip_count> k_relief = {0.002f, -0.001f, 0.002f, 0.003f, 0.006f};
constexpr float k_other_relief = 0.003f;
// Of these, what is at most so much higher than the lowest point so near, metres.
constexpr float k_stands_out = 0.003f, k_neighbourhood = 0.010f;
// Beyond this, toward the elbow, is wrist, which does not press, metres.
constexpr float k_wrist = 0.045f;
// Round a limb: so much farther out than the tightest tenth of the inner surface.
constexpr float k_hold_relief = 0.008f, k_tightest = 0.1f;
// Skin that clings to the patch also clings to a crossing beside it that is at most so much higher, as a slope.
constexpr float k_edge = 1.0f;
// A vertex that lies farther from the print than this, metres, is not on the pressing side.
constexpr float k_on_print = 0.001f;

std::optional<tissue::Grip> grip_of(const std::string& id) {
    for (std::size_t grip = 0; grip < tissue::k_grip_names.size(); ++grip)
        if (id.ends_with(tissue::k_grip_names[grip])) return static_cast<tissue::Grip>(grip);
    return std::nullopt;
}

/// A grid need not be much finer than what lies on it.
float step_for(const mesh::Mesh& mesh) {
    if (mesh.indices.empty()) return k_step;
    double area = 0.0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        area += 0.5 * static_cast<double>(glm::length(mesh::twice_vector_area(mesh.positions, mesh.indices, i)));
    const double triangles = static_cast<double>(mesh.indices.size() / 3);
    const double side = std::sqrt(area / triangles * 4.0 / std::numbers::sqrt3); // of equilateral ones
    return std::clamp(k_step_share * static_cast<float>(side), k_step, k_widest_step);
}

bool there(float height) { return std::abs(height) < mesh::HeightField::k_nothing; }

/// Heights up to this belong to the patch.
float patch_top(const HandPrint& print) {
    if (!print.holds()) return print.grip ? k_relief[static_cast<std::size_t>(*print.grip)] : k_other_relief;
    std::vector<float> heights;
    std::ranges::copy_if(print.surface.height, std::back_inserter(heights), there);
    if (heights.empty()) return 0.0f;
    const auto tight = heights.begin() + static_cast<std::ptrdiff_t>(k_tightest * static_cast<float>(heights.size()));
    std::ranges::nth_element(heights, tight);
    return *tight + k_hold_relief;
}

/// Whether a crossing stands out from its neighbourhood: pads do, hollows and the clefts between fingers do not.
bool stands_out(const mesh::HeightField& field, int column, int row) {
    const int reach = static_cast<int>(std::lround(k_neighbourhood / field.step));
    const float height = field.height[static_cast<std::size_t>(field.index(column, row))];
    for (int r = std::max(row - reach, 0); r <= std::min(row + reach, field.rows - 1); ++r)
        for (int c = std::max(column - reach, 0); c <= std::min(column + reach, field.columns - 1); ++c)
            if (field.height[static_cast<std::size_t>(field.index(c, r))] < height - k_stands_out) return false;
    return true;
}

bool not_hand(const HandPrint& print, const glm::vec2& at) {
    return print.grip == tissue::Grip::palm && at.y > k_wrist;
}

/// The patch and the crossings along its edge.
std::vector<float> with_edge(const HandPrint& print) {
    const mesh::HeightField& field = print.surface;
    std::vector<float> clings = print.presses;
    const auto join = [&](std::size_t a, std::size_t b) {
        if (print.presses[a] > 0.0f && std::abs(field.height[b] - field.height[a]) < k_edge * field.step)
            clings[b] = 1.0f;
    };
    field.each_pair([&](std::size_t a, std::size_t b) { join(a, b), join(b, a); });
    return clings;
}

void measure_patch(HandPrint& print, float top) {
    const mesh::HeightField& field = print.surface;
    print.presses.assign(field.height.size(), 0.0f);
    double count = 0.0, xx = 0.0, yy = 0.0;
    glm::dvec2 sum(0.0);
    for (int row = 0; row < field.rows; ++row)
        for (int column = 0; column < field.columns; ++column) {
            const auto i = static_cast<std::size_t>(field.index(column, row));
            if (field.height[i] > top || not_hand(print, field.at(column, row))) continue;
            if (!stands_out(field, column, row)) continue;
            print.presses[i] = 1.0f;
            const glm::dvec2 p(field.at(column, row));
            print.low = count > 0.0 ? glm::min(print.low, glm::vec2(p)) : glm::vec2(p);
            print.high = count > 0.0 ? glm::max(print.high, glm::vec2(p)) : glm::vec2(p);
            count += 1.0, sum += p, xx += p.x * p.x, yy += p.y * p.y;
        }
    if (count == 0.0) return;
    print.area = count * static_cast<double>(field.step) * static_cast<double>(field.step);
    print.middle = sum / count;
    // a uniform ellipse's second moment is a quarter of the half axis squared
    print.across = 2.0 * std::sqrt(std::max(xx / count - print.middle.x * print.middle.x, 0.0));
    print.along = 2.0 * std::sqrt(std::max(yy / count - print.middle.y * print.middle.y, 0.0));
}

/// What lies within k_margin of the heights up to `top`, row by row.
mesh::HeightField cropped(const mesh::HeightField& whole, float top) {
    glm::ivec2 low(whole.columns, whole.rows), high(-1);
    for (int row = 0; row < whole.rows; ++row)
        for (int column = 0; column < whole.columns; ++column)
            if (whole.height[static_cast<std::size_t>(whole.index(column, row))] <= top) {
                low = glm::min(low, glm::ivec2(column, row));
                high = glm::max(high, glm::ivec2(column, row));
            }
    if (high.x < low.x) return whole;
    const int margin = static_cast<int>(k_margin / whole.step);
    mesh::HeightField part = whole;
    part.low = whole.at(low.x - margin, low.y - margin);
    part.columns = high.x - low.x + 1 + 2 * margin;
    part.rows = high.y - low.y + 1 + 2 * margin;
    part.height.assign(static_cast<std::size_t>(part.columns * part.rows), mesh::HeightField::k_nothing);
    for (int row = 0; row < part.rows; ++row)
        for (int column = 0; column < part.columns; ++column) {
            const int from_row = row + low.y - margin, from_column = column + low.x - margin;
            if (from_row < 0 || from_row >= whole.rows || from_column < 0 || from_column >= whole.columns) continue;
            part.height[static_cast<std::size_t>(part.index(column, row))] =
                whole.height[static_cast<std::size_t>(whole.index(from_column, from_row))];
        }
    return part;
}

} // namespace

std::optional<HandPrint> hand_print(const mesh::Mesh& mesh, const anatomy::Structure& structure) {
    if (structure.kind != anatomy::Kind::hand || mesh.positions.empty()) return std::nullopt;
    HandPrint print;
    print.grip = grip_of(structure.id);
    const bool holds = structure.id.find("_hold_") != std::string::npos;
    print.surface = mesh::HeightField::around({holds ? k_round : 0.0f}, holds ? k_hold_reach : k_reach, step_for(mesh),
                                              mesh::HeightField::k_nothing);
    std::vector<glm::vec3> charted;
    charted.reserve(mesh.positions.size());
    for (const glm::vec3& p : mesh.positions)
        charted.push_back(print.surface.chart.to(p - glm::vec3(structure.anchor)));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        print.surface.lay(charted[mesh.indices[i]], charted[mesh.indices[i + 1]], charted[mesh.indices[i + 2]],
                          mesh::Side::lowest);
    const float top = patch_top(print);
    if (!holds) print.surface = cropped(print.surface, top);
    measure_patch(print, top);
    print.clings = with_edge(print);
    for (std::uint32_t i = 0; i < charted.size(); ++i) {
        const glm::vec2 at(charted[i]);
        if (!print.surface.covers(at) || mesh::HeightField::sample(print.presses, print.surface.cell(at)) < 0.5f)
            continue;
        if (std::abs(charted[i].z - print.surface(at)) < k_on_print) print.patch.push_back(i);
    }
    return print;
}

} // namespace scene
