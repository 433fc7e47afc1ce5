#include "sculpt/shape_file.h"

#include "base/nearest_word.h"
#include "files/toml_reader.h"
#include "sculpt/fascicle_file.h"

#include <algorithm>

namespace sculpt {
namespace {

using files::Bounds;
using files::Section;

constexpr std::array<std::string_view, 3> k_ops = {"add", "cut", "keep"};
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
    case 1: {
        const glm::vec3 centre = place(shape, "center_mm");
        return make_ellipsoid(centre, size(shape, "radii_mm"), turn(shape));
    }
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

std::vector<Step> read_steps(Section& structure) {
    std::vector<Step> steps;
    bool first = true;
    for (Section& shape : structure.tables("shape")) {
        Step step;
        step.op = static_cast<Op>(shape.one_of("op", k_ops));
        step.blend = static_cast<float>(shape.number_or("blend_mm", 0.0, k_blend));
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

HullSpec read_hull(Section& structure) {
    HullSpec hull;
    std::optional<Section> table = structure.table_or_none("hull");
    if (!table) return hull;
    hull.over = table->texts_or_none("over");
    hull.voxel = static_cast<float>(table->number("voxel_mm", {1.0, 20.0}));
    hull.close = static_cast<float>(table->number("close_mm", {0.0, 100.0}));
    hull.smooth = static_cast<int>(table->number_or("smooth_passes", 2, {0, 50}));
    hull.axis = glm::vec3(table->vector("axis_mm"));
    for (const auto& row : table->rows("fat_mm", 5)) {
        if (row.size() != 5) break;
        const auto mm = [&](std::size_t i) { return static_cast<float>(row[i]); };
        hull.fat.push_back({mm(0), mm(1), mm(2), mm(3), mm(4)});
    }
    if (hull.over.empty()) table->error("over", "A hull must name the structures it covers.");
    const auto rising = [](const FatRow& a, const FatRow& b) { return a.height >= b.height; };
    if (hull.fat.empty() || std::adjacent_find(hull.fat.begin(), hull.fat.end(), rising) != hull.fat.end())
        table->error("fat_mm", "Rows are [height, front, outer, back, inner] with the height increasing.");
    table->text_or("note", "");
    table->finish();
    return hull;
}

Carry read_carry(Section& structure) {
    constexpr std::array<std::string_view, 2> k_by = {"height", "fibre"};
    Carry carry;
    std::optional<Section> table = structure.table_or_none("carry");
    if (!table) return carry;
    carry.by = static_cast<CarryBy>(table->one_of("by", k_by));
    for (const std::string& name : table->texts_or_none("bodies")) {
        const auto body = anatomy::body_from_name(name);
        const std::vector<std::string> known(anatomy::k_body_names.begin(), anatomy::k_body_names.end());
        if (body)
            carry.bodies.push_back(*body);
        else
            table->error("bodies", "There is no body '" + name + "'.", base::did_you_mean(name, known));
    }
    for (const auto& row : table->rows("between", 2))
        if (row.size() == 2) carry.between.emplace_back(row[0], row[1]);
    const auto flat = [](const glm::vec2& row) { return row.x == row.y; };
    if (carry.bodies.empty() || carry.between.size() + 1 != carry.bodies.size() ||
        std::any_of(carry.between.begin(), carry.between.end(), flat))
        table->error("between",
                     "There must be one row [from, to] for each pair of neighbouring bodies, from unlike to.");
    table->finish();
    return carry;
}

std::vector<Paint> read_paint(Section& structure) {
    std::vector<Paint> paints;
    for (Section& table : structure.tables("paint")) {
        Paint paint;
        paint.from = glm::vec3(table.vector("from_mm"));
        paint.toward = glm::vec3(table.vector("toward"));
        paint.colour = glm::vec3(table.vector("colour"));
        if (paint.toward == glm::vec3(0.0f)) table.error("toward", "The direction must not be zero.");
        table.text_or("note", "");
        table.finish();
        paints.push_back(paint);
    }
    return paints;
}

Shape read_structure(Section& structure, anatomy::Kind usual) {
    Shape shape;
    shape.id = structure.text("id");
    shape.written = structure.written();
    shape.kind =
        static_cast<anatomy::Kind>(structure.one_of_or("kind", anatomy::k_kind_names, static_cast<int>(usual)));
    shape.mirror_of = structure.text_or("mirror_of", "");
    if (shape.mirror_of.empty()) {
        shape.voxel = static_cast<float>(structure.number("voxel_mm", {0.3, 100.0}));
        shape.triangles = static_cast<int>(structure.number("triangles", {50, 200000}));
    }
    shape.colour = usual_colour(shape.kind);
    shape.fascicles = read_fascicles(structure);
    shape.hull = read_hull(structure);
    shape.carry = read_carry(structure);
    shape.paint = read_paint(structure);
    shape.firm = structure.flag_or("firm", shape.kind == anatomy::Kind::bone || shape.kind == anatomy::Kind::tendon ||
                                               shape.kind == anatomy::Kind::fascia);
    structure.text_or("note", "");
    structure.text_or("source", "");
    shape.steps = read_steps(structure);
    if (!shape.mirror_of.empty() && structure.has("shape"))
        structure.error("mirror_of", "A mirror image has no shapes of its own.", "remove the shapes or mirror_of");
    if (shape.mirror_of.empty() && shape.hull.over.empty() && !structure.has("shape"))
        structure.error("shape", "A structure needs at least one [[structure.shape]], or mirror_of.");
    if (!shape.steps.empty() && shape.hull.over.empty()) shape.program = Program(shape.steps);
    structure.finish();
    return shape;
}

base::Loaded<std::vector<Shape>> read(files::TomlReader reader, anatomy::Kind usual) {
    std::vector<Shape> shapes;
    if (reader.readable()) {
        Section root = reader.root();
        root.text_or("source", "");
        root.text_or("note", "");
        for (Section& structure : root.tables("structure")) shapes.push_back(read_structure(structure, usual));
        root.finish();
    }
    base::Loaded<std::vector<Shape>> loaded;
    loaded.diagnostics = reader.diagnostics();
    if (!base::has_error(loaded.diagnostics)) loaded.value = std::move(shapes);
    return loaded;
}

} // namespace

glm::vec3 usual_colour(anatomy::Kind kind) {
    switch (kind) {
    case anatomy::Kind::bone: return {0.79f, 0.70f, 0.55f};
    case anatomy::Kind::muscle: return {0.26f, 0.058f, 0.043f};
    case anatomy::Kind::tendon: return {0.76f, 0.71f, 0.62f};
    case anatomy::Kind::fascia: return {0.70f, 0.66f, 0.58f};
    case anatomy::Kind::skin:
    case anatomy::Kind::hand: return {0.68f, 0.42f, 0.31f};
    case anatomy::Kind::person: return {0.66f, 0.43f, 0.33f};
    default: return {0.45f, 0.48f, 0.50f};
    }
}

void colour_as_in(const anatomy::Atlas& atlas, std::vector<Shape>& shapes) {
    for (Shape& shape : shapes)
        if (const auto found = atlas.find_structure(shape.id))
            shape.colour = atlas.structures[static_cast<std::size_t>(*found)].colour;
}

base::Loaded<std::vector<Shape>> load_shapes(const std::filesystem::path& file, anatomy::Kind usual) {
    return read(files::TomlReader(file), usual);
}

base::Loaded<std::vector<Shape>> shapes_from_text(std::string_view text, const std::string& name, anatomy::Kind usual) {
    return read(files::TomlReader::from_text(text, name), usual);
}

} // namespace sculpt
