// The solids of a structure: [[structure.shape]].

#include "sculpt/shape_parts.h"

#include <algorithm>

namespace sculpt {
namespace {

using files::Bounds;
using files::Section;

constexpr std::array<std::string_view, 4> k_ops = {"add", "cut", "keep", "sink"};
constexpr std::array<std::string_view, 5> k_kinds = {"tube", "ellipsoid", "cone", "box", "plate"};
constexpr std::array<std::string_view, 2> k_caps = {"round", "flat"};
constexpr Bounds k_place{-3000.0, 3000.0}, k_size{0.05, 3000.0}, k_blend{0.0, 200.0};

glm::vec3 place(Section& shape, std::string_view key) { return glm::vec3(shape.vector(key)); }

glm::vec3 turn(Section& shape) { return glm::vec3(shape.vector_or("rotate_deg", glm::dvec3(0.0))); }

/// A vector of lengths, each above 0.
glm::vec3 size(Section& shape, std::string_view key) {
    const glm::dvec3 v = shape.vector(key);
    for (int i = 0; i < 3; ++i)
        if (!(v[i] >= k_size.low && v[i] <= k_size.high)) {
            if (shape.has(key)) shape.error(key, "Each of the three lengths must lie in 0.05 .. 3000 mm.");
            return glm::vec3(1.0f);
        }
    return glm::vec3(v);
}

Solid read_tube(Section& shape) {
    const glm::dvec3 side = shape.vector_or("side", {1.0, 0.0, 0.0});
    const auto rows = shape.rows("stations_mm", 6);
    const double exponent = shape.number_or("exponent", 2.0, {1.2, 12.0});
    const int cap = shape.one_of_or("cap", k_caps, 0);
    if (glm::length(side) < 1e-6) {
        shape.error("side", "The direction of width must not be zero.");
        return nullptr;
    }
    std::vector<Station> stations;
    for (const auto& row : rows) {
        if (row.size() != 6) return nullptr;
        if (row[3] < 0.0 || row[4] < 0.0) {
            shape.error("stations_mm", "Half widths and half thicknesses must not be negative.");
            return nullptr;
        }
        Station station{glm::vec3(row[0], row[1], row[2]), static_cast<float>(row[3]), static_cast<float>(row[4]),
                        static_cast<float>(row[5])};
        if (!stations.empty() && glm::length(station.centre - stations.back().centre) < 1e-3f) {
            shape.error("stations_mm", "Two neighbouring stations lie at the same place.");
            return nullptr;
        }
        stations.push_back(station);
    }
    if (stations.size() < 2) {
        if (shape.has("stations_mm")) shape.error("stations_mm", "A tube needs at least 2 stations.");
        return nullptr;
    }
    return make_tube(stations, glm::vec3(side), static_cast<float>(exponent), cap == 0 ? Cap::round : Cap::flat);
}

Solid read_plate(Section& shape) {
    const int columns = static_cast<int>(shape.number("columns", {2, 100}));
    const auto rows = shape.rows("grid_mm", 4);
    std::vector<PlatePoint> grid;
    for (const auto& row : rows) {
        if (row.size() != 4) return nullptr;
        grid.push_back({glm::vec3(row[0], row[1], row[2]), static_cast<float>(row[3])});
    }
    const int count = static_cast<int>(grid.size());
    if (columns < 2 || count % columns != 0 || count < 2 * columns) {
        if (shape.has("grid_mm"))
            shape.error("grid_mm", "The grid must have at least 2 rows of `columns` points; it has " +
                                       std::to_string(count) + " points.");
        return nullptr;
    }
    return make_plate(grid, columns);
}

Solid read_solid(Section& shape) {
    switch (shape.one_of("kind", k_kinds)) {
    case 0: return read_tube(shape);
    case 1: return read_ellipsoid(shape);
    case 2: {
        const glm::vec3 a = place(shape, "a_mm"), b = place(shape, "b_mm");
        const double radius_a = shape.number("ra_mm", {0.0, k_size.high});
        return make_cone(a, b, static_cast<float>(radius_a),
                         static_cast<float>(shape.number("rb_mm", {0.0, k_size.high})));
    }
    case 3: {
        const glm::vec3 centre = place(shape, "center_mm"), half = size(shape, "half_mm");
        const double least = std::min({half.x, half.y, half.z});
        return make_box(centre, half, static_cast<float>(shape.number_or("round_mm", 0.0, {0.0, least})), turn(shape));
    }
    default: return read_plate(shape);
    }
}

} // namespace

Solid read_ellipsoid(Section& section) {
    const glm::vec3 centre = place(section, "center_mm");
    return make_ellipsoid(centre, size(section, "radii_mm"), turn(section));
}

Step read_step(Section& shape) {
    Step step;
    step.op = static_cast<Op>(shape.one_of("op", k_ops));
    step.blend = static_cast<float>(shape.number_or("blend_mm", 0.0, k_blend));
    if (step.op == Op::sink) step.depth = static_cast<float>(shape.number("depth_mm", {-10.0, 10.0}));
    step.solid = read_solid(shape);
    if (shape.has("fibre")) {
        const std::vector<double> ends = shape.numbers("fibre");
        const auto inside = [](double s) { return s >= 0.0 && s <= 1.0; };
        if (ends.size() == 2 && inside(ends[0]) && inside(ends[1]))
            step.fibre = {ends[0], ends[1]};
        else
            shape.error("fibre", "It must be [from, to], both in 0 .. 1.");
    }
    shape.text_or("note", "");
    return step;
}

std::vector<Step> read_steps(Section& structure) {
    std::vector<Step> steps;
    bool first = true;
    for (Section& shape : structure.tables("shape")) {
        Step step = read_step(shape);
        if (first && step.op != Op::add && !structure.has("hull")) {
            shape.error("op", "The first shape of a structure must add.", "write op = \"add\"");
            step.op = Op::add;
        }
        shape.finish();
        first = false;
        if (step.solid) steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace sculpt
