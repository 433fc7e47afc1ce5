#pragma once
// Session: loads what a command works on, and prints what is wrong with it.

#include "anatomy/atlas.h"
#include "base/diagnostics.h"
#include "scene/world.h"
#include "viewer/command_line.h"

#include <filesystem>
#include <vector>

namespace viewer {

/// Atlas of the assets folder. Warnings go to standard error; throws base::Failure with the first error.
anatomy::Atlas load_atlas();

/// Path of a lesson named by file or by id. Throws base::Failure with "did you mean" when there is none.
std::filesystem::path find_lesson(const std::string& lesson);

/// Every lesson file of the assets folder, sorted.
std::vector<std::filesystem::path> shipped_lessons();

/// Path of the model to load: the one named, or the program's own leg in the level of detail asked for.
std::filesystem::path find_model(const Inputs& inputs);

/// Atlas, model (through its cache) and lesson together. Throws base::Failure.
scene::World load_world(const Inputs& inputs);

/// Atlas and lesson without a model, for commands that draw nothing.
scene::World load_lesson_only(const Inputs& inputs);

/// Prints every diagnostic to standard error.
void print(const std::vector<base::Diagnostic>& diagnostics);

} // namespace viewer
