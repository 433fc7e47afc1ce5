#pragma once
// The model that was built and the atlas it belongs to, loaded once a test program.

#include "files/load.h"

#include <gtest/gtest.h>
#include <string>

inline const std::string k_anatomy = PINSTRETCH_SOURCE_DIR "/assets/anatomy";

inline const mesh::Model& leg() {
    static const mesh::Model model = [] {
        auto loaded = files::import_model(PINSTRETCH_LEG);
        for (const auto& diagnostic : loaded.diagnostics) ADD_FAILURE() << base::to_string(diagnostic);
        return loaded ? *loaded.value : mesh::Model{};
    }();
    return model;
}

inline const anatomy::Atlas& atlas() {
    static const anatomy::Atlas value = [] {
        auto loaded = files::load_atlas(k_anatomy);
        for (const auto& diagnostic : loaded.diagnostics) ADD_FAILURE() << base::to_string(diagnostic);
        return loaded ? *loaded.value : anatomy::Atlas{};
    }();
    return value;
}
