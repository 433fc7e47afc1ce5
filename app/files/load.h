#pragma once
// load: from files to checked values, and back. The only doors between the disk and the core.

#include "anatomy/atlas.h"
#include "base/diagnostics.h"
#include "lesson/lesson.h"
#include "mesh/detail.h"
#include "mesh/mesh.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace files {

/// Reads assets/anatomy: sources.toml, structures.toml, joints.toml, muscles.toml, regions.toml, volumes.toml,
/// footprints.toml, drawn_body.toml, under_skin.toml. Checks ids, ranges and that every reference resolves.
base::Loaded<anatomy::Atlas> load_atlas(const std::filesystem::path& folder);

/// Reads a body (assets/anatomy/bodies); its sources must be the atlas's.
base::Loaded<anatomy::Physique> load_physique(const std::filesystem::path& file, const anatomy::Atlas& atlas);

/// Reads a lesson and resolves it against the atlas (layers, muscles, structures, sources).
base::Loaded<lesson::Lesson> load_lesson(const std::filesystem::path& file, const anatomy::Atlas& atlas);

/// The file of a level beside the full model's: leg.glb, leg_half.glb, leg_low.glb, leg_least.glb.
std::filesystem::path level_file(const std::filesystem::path& full, mesh::Detail detail);

/// A model file of any format Assimp reads. Assimp runs in a child process with limits on time and memory; what it
/// gives back is checked with mesh::defects. Names are node names up to the first '.' or '/'.
base::Loaded<mesh::Model> import_model(const std::filesystem::path& file);

/// The model through its cache: `<cache_folder>/<name>-<hash>.mesh` when it is there and fits, else import_model and
/// write the cache (failure to write it is no error).
base::Loaded<mesh::Model> load_model(const std::filesystem::path& file, const std::filesystem::path& cache_folder);

/// Raised whenever the cache's layout or what an import makes of a file changes.
inline constexpr std::uint32_t k_cache_version = 5;

/// Mesh cache: version, byte order mark, checksum, then plain arrays. No Assimp, no file system needed to read it.
std::vector<std::byte> to_cache(const mesh::Model& model);
/// nullopt when version, size or checksum do not fit.
std::optional<mesh::Model> from_cache(std::span<const std::byte> bytes);

/// In a .glb a body that moves blended vertices is a joint node with this before its name (the bare name is a bone).
inline constexpr std::string_view k_joint_prefix = "joint_";
/// Writes standard binary glTF 2.0: one node a mesh, attributes as in mesh::Mesh. Atomic. Throws base::Failure.
void write_glb(const mesh::Model& model, const std::filesystem::path& file);

/// An RGBA8 image, top row first.
struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};
/// Throws base::Failure with the path and the reason.
void write_png(const Image& image, const std::filesystem::path& file);
base::Loaded<Image> read_png(const std::filesystem::path& file);

/// Writes to a temporary file beside it and renames. Throws base::Failure with the path and the reason.
void write_atomically(const std::filesystem::path& file, std::span<const std::byte> bytes);

/// The hidden command line word with which the program starts itself as the import child. Every program that calls
/// import_model or load_model must answer it first thing in main; tests do so with tests/files/main.cpp.
inline constexpr std::string_view k_import_child = "--import-child";
/// Entry of the child: reads argv[2], writes the cache bytes to standard output. Returns the exit code.
int import_child(const char* file);

} // namespace files
