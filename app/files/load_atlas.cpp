#include "files/atlas_parts.h"
#include "files/load.h"
#include "files/references.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/quaternion.hpp>
#include <iterator>

namespace files {

namespace {

void read_layer(Section& section, UniqueIds& ids, anatomy::Atlas& atlas) {
    anatomy::Layer layer;
    layer.id = ids.read(section);
    layer.name = section.text("name");
    layer.shown = section.flag_or("shown", true);
    layer.opacity = static_cast<float>(section.number_or("opacity", 1.0, {0.0, 1.0}));
    section.finish();
    atlas.layers.push_back(std::move(layer));
}

anatomy::Facts read_facts(Section section, const anatomy::Atlas& atlas) {
    anatomy::Facts facts;
    facts.origin = section.text_or("origin", "");
    facts.insertion = section.text_or("insertion", "");
    facts.action = section.text_or("action", "");
    facts.nerve = section.text_or("nerve", "");
    facts.blood_supply = section.text_or("blood_supply", "");
    facts.note = section.text_or("note", "");
    facts.sources = read_source_ids(section, atlas, false);
    section.finish();
    return facts;
}

/// `body` belongs to rigid structures, `muscle` to those on a strand, neither to blended ones.
void read_follow(Section& section, anatomy::Structure& structure, LaterReferences& references) {
    using anatomy::Follow;
    structure.follow = static_cast<Follow>(section.one_of("follow", anatomy::k_follow_names));
    if (structure.follow == Follow::rigid)
        structure.body = read_body(section, "body");
    else if (!section.text_or("body", "").empty())
        section.error("body", "Only a structure with follow = \"rigid\" has a body.");
    if (structure.follow == Follow::strand) {
        structure.muscle = section.text("muscle");
        references.muscles.emplace_back(section, structure.muscle);
    } else if (!section.text_or("muscle", "").empty()) {
        section.error("muscle", "Only a structure with follow = \"strand\" has a muscle.");
    }
    if (structure.kind == anatomy::Kind::bone && structure.follow != Follow::rigid)
        section.error("follow", "A bone must have follow = \"rigid\".");
}

/// A zone is a part of the skin: that near its regions.
void read_zone(Section& section, anatomy::Structure& structure, LaterReferences& references) {
    structure.regions = section.texts_or_none("regions");
    const bool zone = structure.kind == anatomy::Kind::zone;
    if (zone && structure.regions.empty()) section.error("regions", "A zone must name at least one region.");
    if (!zone && !structure.regions.empty())
        section.error("regions", "Only a structure with kind = \"zone\" has regions.");
    for (const std::string& region : structure.regions) references.regions.emplace_back(section, region);
}

glm::vec3 read_colour(Section& section) {
    const glm::dvec3 colour = section.vector("colour");
    for (int i = 0; i < 3; ++i)
        if (colour[i] < 0.0 || colour[i] > 1.0) {
            section.error("colour", "Each part of a colour must be from 0 to 1.");
            break;
        }
    return glm::vec3(colour);
}

void read_structure(Section& section, UniqueIds& ids, anatomy::Atlas& atlas, LaterReferences& references) {
    anatomy::Structure structure;
    structure.id = ids.read(section);
    structure.name = section.text("name");
    structure.latin = section.text_or("latin", "");
    structure.kind = static_cast<anatomy::Kind>(section.one_of("kind", anatomy::k_kind_names));
    structure.layer = section.text("layer");
    resolve(section, "layer", structure.layer, "layer", ids_of(atlas.layers));
    read_follow(section, structure, references);
    structure.colour = read_colour(section);
    structure.opacity = static_cast<float>(section.number_or("opacity", 1.0, {0.0, 1.0}));
    structure.veil = section.flag_or("veil", false);
    read_zone(section, structure, references);
    if (structure.kind == anatomy::Kind::hand)
        structure.anchor = section.vector("anchor_mm", 0.001);
    else if (!section.numbers_or_none("anchor_mm").empty())
        section.error("anchor_mm", "Only a structure with kind = \"hand\" has an anchor.");
    if (std::optional<Section> facts = section.table_or_none("facts")) structure.facts = read_facts(*facts, atlas);
    section.finish();
    atlas.structures.push_back(std::move(structure));
}

void require_some(Section& root, std::string_view key, std::size_t count) {
    if (count == 0) root.error(key, "The file must list at least one [[" + std::string(key) + "]].");
}

} // namespace

std::vector<std::string> read_source_ids(Section& section, const anatomy::Atlas& atlas, bool required) {
    std::vector<std::string> ids = read_ids(section, "sources", "source", ids_of(atlas.sources));
    if (required && ids.empty()) section.error("sources", "At least one source must be given.");
    return ids;
}

anatomy::Body read_body(Section& section, std::string_view key) {
    return static_cast<anatomy::Body>(section.one_of(key, anatomy::k_body_names));
}

glm::dquat read_rotation(Section& section, std::string_view key) {
    const std::vector<double> q = section.numbers(key);
    if (q.empty()) return {1.0, 0.0, 0.0, 0.0};
    const double length = q.size() == 4 ? std::hypot(std::hypot(q[0], q[1]), std::hypot(q[2], q[3])) : 0.0;
    if (std::abs(length - 1.0) > 1e-4) {
        section.error(key, "A rotation must be 4 numbers w, x, y, z whose squares add up to 1.");
        return {1.0, 0.0, 0.0, 0.0};
    }
    return glm::normalize(glm::dquat(q[0], q[1], q[2], q[3]));
}

void read_sources(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    UniqueIds ids;
    for (Section& section : root.tables("source")) {
        anatomy::Source source;
        source.id = ids.read(section);
        source.citation = section.text("citation");
        source.licence = section.text("licence");
        section.finish();
        atlas.sources.push_back(std::move(source));
    }
    require_some(root, "source", atlas.sources.size());
    root.finish();
}

LaterReferences read_structures(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    UniqueIds layer_ids, structure_ids;
    LaterReferences references;
    for (Section& section : root.tables("layer")) read_layer(section, layer_ids, atlas);
    for (Section& section : root.tables("structure")) read_structure(section, structure_ids, atlas, references);
    require_some(root, "layer", atlas.layers.size());
    require_some(root, "structure", atlas.structures.size());
    root.finish();
    return references;
}

base::Loaded<anatomy::Atlas> load_atlas(const std::filesystem::path& folder) {
    anatomy::Atlas atlas;
    TomlReader sources(folder / "sources.toml"), structures(folder / "structures.toml"), joints(folder / "joints.toml"),
        muscles(folder / "muscles.toml"), regions(folder / "regions.toml"), volumes(folder / "volumes.toml"),
        footprints(folder / "footprints.toml"), drawn(folder / "drawn_body.toml"),
        under_skin(folder / "under_skin.toml");
    read_sources(sources, atlas);
    LaterReferences references = read_structures(structures, atlas);
    read_joints(joints, atlas);
    read_muscles(muscles, atlas);
    read_regions(regions, atlas);
    read_volumes(volumes, atlas);
    read_drawn_body(drawn, atlas);
    read_under_skin(under_skin, atlas);
    const std::vector<std::string> paths = ids_of(atlas.muscles);
    for (auto& [section, muscle] : references.muscles) resolve(section, "muscle", muscle, "muscle path", paths);
    const std::vector<std::string> zones = ids_of(atlas.regions);
    for (auto& [section, region] : references.regions) resolve(section, "regions", region, "region", zones);
    read_footprints(footprints, atlas);
    base::Loaded<anatomy::Atlas> loaded;
    for (TomlReader* reader :
         {&sources, &structures, &joints, &muscles, &regions, &volumes, &footprints, &drawn, &under_skin}) {
        std::ranges::stable_sort(reader->diagnostics(), {}, &base::Diagnostic::line);
        std::ranges::move(reader->diagnostics(), std::back_inserter(loaded.diagnostics));
    }
    if (!base::has_error(loaded.diagnostics)) loaded.value = std::move(atlas);
    return loaded;
}

} // namespace files
