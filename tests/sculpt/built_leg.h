#pragma once
// The built leg as the program reads it, the atlas and the shape files; read once for all tests of label model.
// PINSTRETCH_BODY names another body than the default one.

#include "files/load.h"
#include "sculpt/shape_file.h"
#include "tissue/scale.h"

#include <cstdlib>
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

inline const anatomy::Atlas& drawn_atlas() {
    static const anatomy::Atlas value = value_or_failures(files::load_atlas(k_anatomy));
    return value;
}

inline std::string body() {
    const char* named = std::getenv("PINSTRETCH_BODY");
    return named ? named : "average_man";
}

inline anatomy::Physique physique(const std::string& id) {
    return value_or_failures(files::load_physique(k_anatomy + "/bodies/" + id + ".toml", drawn_atlas()));
}

inline std::string leg_file(const std::string& id = body()) {
    return PINSTRETCH_ASSETS + (id == "average_man" ? std::string("leg.glb") : "leg_" + id + ".glb");
}

inline const mesh::Model& leg() {
    static const mesh::Model model = value_or_failures(files::import_model(leg_file()));
    return model;
}

/// Of the body.
inline const anatomy::Atlas& atlas() {
    static const anatomy::Atlas value = tissue::scaled(drawn_atlas(), physique(body()));
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
