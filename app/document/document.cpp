#include "document/document.h"

#include "document/verbs.h"
#include "lesson/sample.h"

namespace document {

Document::Document(const scene::World& world) : player(world.lesson.duration()) {}

scene::Camera current_camera(const Document& document, const scene::World& world) {
    if (document.view.options.camera) return *document.view.options.camera;
    return scene::scene_camera(lesson::sample(world.lesson, document.player.at()).camera);
}

float layer_opacity(const Document& document, const scene::World& world, std::string_view layer) {
    for (const auto& [id, opacity] : document.view.options.layer_opacity)
        if (id == layer) return opacity;
    for (const lesson::LayerView& shown : lesson::sample(world.lesson, document.player.at()).layers)
        if (shown.layer == layer) return shown.opacity;
    const auto found = world.atlas.find_layer(layer);
    if (!found) return 0.0f;
    const anatomy::Layer& first = world.atlas.layers[static_cast<std::size_t>(*found)];
    return first.shown ? first.opacity : 0.0f;
}

} // namespace document
