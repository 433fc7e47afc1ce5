// footprints.toml: where muscles are attached to bones. Each one becomes a structure and the patch it consists of.
#include "files/atlas_parts.h"
#include "files/references.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace files {

namespace {

constexpr std::string_view k_layer = "footprints";
/// Textbook colours, linear RGB: origins red, insertions blue.
constexpr std::array<glm::vec3, 2> k_colours = {glm::vec3(0.62f, 0.035f, 0.03f), glm::vec3(0.03f, 0.12f, 0.58f)};

anatomy::Strip read_strip(Section& section) {
    anatomy::Strip strip;
    for (const auto& row : section.rows("points_mm", 4)) {
        if (row.size() != 4) break;
        if (row[3] <= 0.0) {
            section.error("points_mm", "Each half width must be greater than 0.");
            break;
        }
        strip.points.push_back(glm::dvec3(row[0], row[1], row[2]) * 0.001);
        strip.half_widths.push_back(row[3] * 0.001);
    }
    section.finish();
    return strip;
}

anatomy::Patch read_patch(Section& section) {
    anatomy::Patch patch;
    patch.muscle = section.text("muscle");
    patch.end = static_cast<anatomy::End>(section.one_of("end", anatomy::k_end_names));
    patch.on = section.text("bone");
    patch.facing = section.vector_or("facing", glm::dvec3(0.0));
    for (Section& strip : section.tables("strip")) patch.strips.push_back(read_strip(strip));
    const auto has_points = [](const anatomy::Strip& strip) { return !strip.points.empty(); };
    if (!std::ranges::any_of(patch.strips, has_points))
        section.error("strip", "A footprint needs at least one [[footprint.strip]] with points.");
    if (patch.facing != glm::dvec3(0.0)) patch.facing = glm::normalize(patch.facing);
    return patch;
}

/// Index of the structure when it is of that kind; otherwise notes an error.
std::optional<int> of_kind(Section& section, std::string_view key, const std::string& id, anatomy::Kind kind,
                           const anatomy::Atlas& atlas) {
    std::vector<std::string> known;
    for (const anatomy::Structure& structure : atlas.structures)
        if (structure.kind == kind) known.push_back(structure.id);
    const std::string_view what = anatomy::k_kind_names[static_cast<std::size_t>(kind)];
    if (resolve(section, key, id, what, known) < 0) return std::nullopt;
    return atlas.find_structure(id);
}

void read_footprint(Section& section, anatomy::Atlas& atlas) {
    anatomy::Patch patch = read_patch(section);
    anatomy::Structure made;
    made.kind = anatomy::Kind::footprint;
    made.layer = k_layer;
    made.owner = patch.muscle;
    made.colour = k_colours[static_cast<std::size_t>(patch.end)];
    made.facts.note = section.text("place");
    made.facts.sources = read_source_ids(section, atlas, true);
    const auto muscle = of_kind(section, "muscle", patch.muscle, anatomy::Kind::muscle, atlas);
    const auto bone = of_kind(section, "bone", patch.on, anatomy::Kind::bone, atlas);
    section.finish();
    if (!muscle || !bone) return;
    const anatomy::Structure& on = atlas.structures[static_cast<std::size_t>(*bone)];
    const std::string end(anatomy::k_end_names[static_cast<std::size_t>(patch.end)]);
    made.body = on.body;
    made.name = atlas.structures[static_cast<std::size_t>(*muscle)].name + ": " + end;
    made.id = "footprint_" + patch.muscle + "_" + end;
    // a muscle may be attached to a second and a third bone: these ids and names say which
    if (atlas.find_structure(made.id)) {
        made.id += "_" + patch.on;
        made.name += " on the " + on.name;
    }
    if (atlas.find_structure(made.id))
        section.error("bone", "This end of the muscle is already attached to this bone.", "add its strips there");
    patch.structure = made.id;
    atlas.structures.push_back(std::move(made));
    atlas.patches.push_back(std::move(patch));
}

} // namespace

void read_footprints(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    for (Section& section : root.tables("footprint")) read_footprint(section, atlas);
    if (!atlas.patches.empty() && !atlas.layers.empty() && !atlas.find_layer(k_layer))
        root.error("footprint", "structures.toml has no layer 'footprints' to show them in.");
    root.finish();
}

} // namespace files
