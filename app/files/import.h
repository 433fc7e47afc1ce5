#pragma once
// The two sides of the isolated import: the limits the parent sets and the codes the child answers with.

#include "base/diagnostics.h"
#include "files/child_process.h"
#include "mesh/mesh.h"

#include <cstdint>
#include <filesystem>

namespace files {

struct ImportLimits {
    std::uintmax_t file_bytes = std::uintmax_t{512} << 20;
    ChildLimits child;
};

/// import_model() with other limits than the usual ones.
base::Loaded<mesh::Model> import_model(const std::filesystem::path& file, const ImportLimits& limits);

/// Exit code of a child that wrote a sentence, not a model, to standard output.
inline constexpr int k_import_refused = 2;

/// Reads the file with Assimp in this process. Throws base::Failure with the reason.
mesh::Model read_with_assimp(const char* file);

} // namespace files
