#pragma once
// Session: loads what a command works on, and prints what is wrong with it.

#include "anatomy/atlas.h"
#include "base/diagnostics.h"
#include "scene/world.h"
#include "viewer/command_line.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace viewer {

/// Atlas of the assets folder, scaled to a body of anatomy/bodies. Warnings go to standard error; throws base::Failure
/// with the first error, or with "did you mean" when there is no such body.
anatomy::Atlas load_atlas(const std::string& body);

/// Every body of the assets folder, sorted by id; throws as load_atlas does.
std::vector<anatomy::Physique> shipped_bodies();

/// The file of a body of the assets folder, and which body a file is, if it is one of these.
std::filesystem::path body_file(const std::string& id);
std::optional<std::string> body_of(const std::filesystem::path& file);

/// The .toml files of a folder, sorted; none when there is no such folder.
std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder);

/// Path of a lesson named by file or by id. Throws base::Failure with "did you mean" when there is none.
std::filesystem::path find_lesson(const std::string& lesson);

/// Every lesson file of the assets folder, sorted.
std::vector<std::filesystem::path> shipped_lessons();

/// Path of the model to load: the one named, or the leg of the body in this level of detail.
std::filesystem::path find_model(const Inputs& inputs, mesh::Detail detail);

/// Atlas, model (through its cache) and lesson together, in the level of detail asked for or else in `detail`. Throws
/// base::Failure.
scene::World load_world(const Inputs& inputs, mesh::Detail detail = mesh::Detail::full);
/// The same with atlas and lesson of a world that was loaded from the same inputs.
scene::World load_world(const Inputs& inputs, mesh::Detail detail, const scene::World& loaded);

/// A model through its cache. Throws base::Failure.
mesh::Model load_model(const std::filesystem::path& file);

/// Atlas and lesson without a model, for commands that draw nothing.
scene::World load_lesson_only(const Inputs& inputs);

/// Prints every diagnostic to standard error.
void print(const std::vector<base::Diagnostic>& diagnostics);

} // namespace viewer
