#pragma once
// The built leg.glb as the program reads it, the atlas and the shape files; read once for all tests of label model.

#include "files/load.h"
#include "sculpt/shape_file.h"

#include <gtest/gtest.h>
#include <string>

namespace built {

inline const std::string k_anatomy = PINSTRETCH_SOURCE_DIR "/assets/anatomy";

/// The value, or an empty one with every diagnostic as a failure.
template <class T>
T value_or_failures(base::Loaded<T> loaded) {
    for (const auto& diagnostic : loaded.diagnostics) ADD_FAILURE() << base::to_string(diagnostic);
    return loaded ? std::move(*loaded.value) : T{};
}

inline const mesh::Model& leg() {
    static const mesh::Model model = value_or_failures(files::import_model(PINSTRETCH_LEG));
    return model;
}

inline const anatomy::Atlas& atlas() {
    static const anatomy::Atlas value = value_or_failures(files::load_atlas(k_anatomy));
    return value;
}

inline const std::vector<sculpt::Shape>& shapes() {
    static const std::vector<sculpt::Shape> value = value_or_failures(sculpt::load_shape_folder(k_anatomy + "/shapes"));
    return value;
}

/// The mesh with this id; a failure and an empty one when there is none.
inline const mesh::Mesh& mesh_of(const std::string& id) {
    static const mesh::Mesh none;
    const auto found = leg().find(id);
    if (!found) ADD_FAILURE() << "no mesh " << id;
    return found ? leg().meshes[static_cast<std::size_t>(*found)] : none;
}

} // namespace built
