#include "files/atlas_parts.h"
#include "files/references.h"

#include <algorithm>

namespace files {

namespace {

constexpr std::array<std::string_view, 5> k_sides = {"", "+x", "-x", "+y", "-y"};

void read_wrap(Section& section, UniqueIds& ids, anatomy::Atlas& atlas) {
    anatomy::WrapCylinder wrap;
    wrap.id = ids.read(section);
    wrap.body = read_body(section, "body");
    wrap.centre = section.vector("centre_mm", 0.001);
    wrap.rotation = read_rotation(section, "rotation");
    wrap.radius = read_positive(section, "radius_mm") * 0.001;
    wrap.length = read_positive(section, "length_mm") * 0.001;
    const std::string_view side = k_sides[static_cast<std::size_t>(section.one_of_or("side", k_sides, 0))];
    if (!side.empty()) {
        wrap.side = side[1];
        wrap.side_sign = side[0] == '+' ? 1 : -1;
    }
    section.finish();
    atlas.wraps.push_back(std::move(wrap));
}

void read_points(Section& section, anatomy::MusclePath& path) {
    for (Section& point : section.tables("point")) {
        anatomy::PathPoint& added = path.points.emplace_back();
        added.body = read_body(point, "body");
        added.position = point.vector("position_mm", 0.001);
        point.finish();
    }
    if (path.points.size() < 2)
        section.error("point",
                      "A muscle needs at least 2 points, but it has " + std::to_string(path.points.size()) + ".");
}

/// "gluteus_maximus/1" belongs to the structure "gluteus_maximus".
void check_owner(Section& section, const anatomy::MusclePath& path) {
    const std::size_t slash = path.id.find('/');
    const std::string compartment = slash == std::string::npos ? "1" : path.id.substr(slash + 1);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool digits = !compartment.empty() && std::ranges::all_of(compartment, digit);
    if (path.id.substr(0, slash) != path.structure || !digits)
        section.error("id", "A muscle's id must be its structure's, or that followed by '/' and a number.");
}

/// A muscle that nothing in the model shows moves all the same; it brings the name that others have from their
/// structure.
void read_owner(Section& section, anatomy::MusclePath& path, const anatomy::Atlas& atlas) {
    if (!section.has("structure")) {
        path.name = section.text("name");
        return;
    }
    path.structure = section.text("structure");
    const int found = resolve(section, "structure", path.structure, "structure", ids_of(atlas.structures));
    if (found < 0) return;
    check_owner(section, path);
    path.name = atlas.structures[static_cast<std::size_t>(found)].name;
    if (const std::size_t slash = path.id.find('/'); slash != std::string::npos)
        path.name += ", part " + path.id.substr(slash + 1);
}

void read_muscle(Section& section, UniqueIds& ids, anatomy::Atlas& atlas) {
    anatomy::MusclePath path;
    path.id = ids.read(section);
    read_owner(section, path, atlas);
    const std::vector<std::string> wraps = ids_of(atlas.wraps);
    for (const std::string& wrap : section.texts_or_none("wraps"))
        path.wraps.push_back(resolve(section, "wraps", wrap, "wrap", wraps));
    if (wraps.empty() && !path.wraps.empty()) section.error("wraps", "The file has no [[wrap]].");
    path.max_isometric_force = read_positive(section, "max_isometric_force_n");
    path.optimal_fibre_length = read_positive(section, "optimal_fibre_length_mm") * 0.001;
    path.tendon_slack_length = read_positive(section, "tendon_slack_length_mm") * 0.001;
    path.pennation = base::Angle::degrees(section.number("pennation_deg", {0.0, 45.0}));
    path.passive_strain_zero = section.number("passive_strain_zero", {-0.5, 1.0});
    path.passive_strain_one = section.number("passive_strain_one", {-0.5, 2.0});
    if (section.has("passive_strain_one") && path.passive_strain_one <= path.passive_strain_zero)
        section.error("passive_strain_one", "This must be greater than passive_strain_zero.");
    path.sources = read_source_ids(section, atlas, true);
    read_points(section, path);
    section.finish();
    atlas.muscles.push_back(std::move(path));
}

} // namespace

void read_muscles(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    UniqueIds wrap_ids, muscle_ids;
    for (Section& section : root.tables("wrap")) read_wrap(section, wrap_ids, atlas);
    for (Section& section : root.tables("muscle")) read_muscle(section, muscle_ids, atlas);
    if (atlas.muscles.empty()) root.error("muscle", "The file must list at least one [[muscle]].");
    root.finish();
}

} // namespace files
