#pragma once
// views: four pictures of what was made, for a quick look.

#include "anatomy/atlas.h"
#include "mesh/mesh.h"

#include <filesystem>

namespace maker {

/// Writes `<folder>/<name>_posterior.png`, _lateral, _anterior and _medial: the model standing, in parallel projection,
/// filling pictures of `side` x `side` pixels. Kinds come from the atlas; a structure it does not know is drawn as
/// bone. Throws base::Failure when there is no OpenGL or the folder cannot be written.
void write_views(const mesh::Model& model, const anatomy::Atlas& atlas, const std::filesystem::path& folder,
                 const std::string& name, int side);

} // namespace maker
