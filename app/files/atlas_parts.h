#pragma once
// The pieces of load_atlas, one for each file of assets/anatomy. Each notes what is wrong in its own reader.

#include "anatomy/atlas.h"
#include "files/toml_reader.h"

#include <string>
#include <utility>
#include <vector>

namespace files {

/// Muscle paths and regions that structures name, to be resolved when muscles.toml and regions.toml have been read.
struct LaterReferences {
    std::vector<std::pair<Section, std::string>> muscles, regions;
};

void read_sources(TomlReader& reader, anatomy::Atlas& atlas);
LaterReferences read_structures(TomlReader& reader, anatomy::Atlas& atlas);
void read_joints(TomlReader& reader, anatomy::Atlas& atlas);
void read_muscles(TomlReader& reader, anatomy::Atlas& atlas);
void read_regions(TomlReader& reader, anatomy::Atlas& atlas);
void read_volumes(TomlReader& reader, anatomy::Atlas& atlas);
void read_drawn_body(TomlReader& reader, anatomy::Atlas& atlas);
void read_under_skin(TomlReader& reader, anatomy::Atlas& atlas);
/// Needs the structures to be read; adds one for each footprint.
void read_footprints(TomlReader& reader, anatomy::Atlas& atlas);

/// Reads the key `sources`: ids of atlas sources, at least one where `required`.
std::vector<std::string> read_source_ids(Section& section, const anatomy::Atlas& atlas, bool required);
/// Reads a required body name.
anatomy::Body read_body(Section& section, std::string_view key);
/// Reads a required unit quaternion [w, x, y, z]; it may be off by 1e-4 and is normalised.
glm::dquat read_rotation(Section& section, std::string_view key);

} // namespace files
