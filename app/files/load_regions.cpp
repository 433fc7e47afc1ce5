// regions.toml: landmarks, zones and the joints of the bones; volumes.toml: what muscles should hold.

#include "files/atlas_parts.h"
#include "files/references.h"

namespace files {

namespace {

/// Ids of the structures that `wanted` says are meant.
template <class Wanted>
std::vector<std::string> ids_where(const anatomy::Atlas& atlas, const Wanted& wanted) {
    std::vector<std::string> ids;
    for (const anatomy::Structure& structure : atlas.structures)
        if (wanted(structure)) ids.push_back(structure.id);
    return ids;
}

bool is_bone(const anatomy::Structure& structure) { return structure.kind == anatomy::Kind::bone; }
bool is_muscle(const anatomy::Structure& structure) { return structure.kind == anatomy::Kind::muscle; }

/// The bone that a landmark lies on, of those that `body` carries; nullopt for a zone.
std::optional<int> read_landmark_bone(Section& section, anatomy::Body body, const anatomy::Atlas& atlas) {
    const std::string id = section.text_or("structure", "");
    if (id.empty()) return std::nullopt;
    const auto carried = [&](const anatomy::Structure& s) { return is_bone(s) && s.body == body; };
    resolve(section, "structure", id, "bone of this body", ids_where(atlas, carried));
    return atlas.find_structure(id);
}

void read_region(Section& section, UniqueIds& ids, anatomy::Atlas& atlas) {
    anatomy::Region region;
    region.id = ids.read(section);
    region.name = section.text("name");
    region.latin = section.text_or("latin", "");
    region.body = read_body(section, "body");
    region.structure = read_landmark_bone(section, region.body, atlas);
    region.centre = section.vector("centre_mm", 0.001);
    region.radius = read_positive(section, "radius_mm") * 0.001;
    region.no_lock = section.flag_or("no_lock", false);
    region.note = section.text_or("note", "");
    region.sources = read_source_ids(section, atlas, true);
    section.finish();
    atlas.regions.push_back(std::move(region));
}

void read_articulation(Section& section, UniqueIds& ids, anatomy::Atlas& atlas) {
    anatomy::Articulation joint;
    joint.id = ids.read(section);
    joint.name = section.text("name");
    joint.latin = section.text_or("latin", "");
    const std::vector<std::string> bones = read_ids(section, "bones", "bone", ids_where(atlas, is_bone));
    if (bones.size() != 2 || bones[0] == bones[1]) section.error("bones", "A joint must name two bones.");
    for (std::size_t i = 0; i < bones.size() && i < 2; ++i) joint.bones[i] = atlas.find_structure(bones[i]).value_or(0);
    const std::string region = section.text_or("region", "");
    if (!region.empty()) {
        resolve(section, "region", region, "region", ids_of(atlas.regions));
        joint.region = atlas.find_region(region);
        joint.reach = read_positive(section, "reach_mm") * 0.001;
    }
    joint.sources = read_source_ids(section, atlas, true);
    section.finish();
    atlas.articulations.push_back(std::move(joint));
}

} // namespace

void read_regions(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    UniqueIds regions, joints;
    for (Section& section : root.tables("region")) read_region(section, regions, atlas);
    for (Section& section : root.tables("articulation")) read_articulation(section, joints, atlas);
    root.finish();
}

void read_volumes(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    const std::vector<std::string> known = ids_where(atlas, is_muscle);
    for (Section& section : root.tables("volume")) {
        anatomy::PublishedVolume volume;
        const std::string id = section.text("structure");
        resolve(section, "structure", id, "muscle", known);
        volume.structure = atlas.find_structure(id).value_or(0);
        volume.volume = read_positive(section, "volume_cm3") * 1e-6;
        volume.sources = read_source_ids(section, atlas, true);
        section.finish();
        atlas.volumes.push_back(std::move(volume));
    }
    root.finish();
}

} // namespace files
