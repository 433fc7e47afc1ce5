#include "maker/views.h"

#include "files/load.h"
#include "platform/context.h"
#include "platform/folders.h"
#include "render/renderer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <string_view>

namespace maker {
namespace {

struct Side {
    std::string_view name;
    glm::vec3 from; ///< direction to the camera; the leg is a right one, so lateral is -x
};
constexpr std::array<Side, 4> k_sides = {{{"posterior", {0.0f, 0.0f, -1.0f}},
                                          {"lateral", {-1.0f, 0.0f, 0.0f}},
                                          {"anterior", {0.0f, 0.0f, 1.0f}},
                                          {"medial", {1.0f, 0.0f, 0.0f}}}};

scene::Scene standing(const mesh::Model& model, const anatomy::Atlas& atlas) {
    scene::Scene scene;
    for (std::size_t i = 0; i < model.meshes.size(); ++i) {
        scene::Item item;
        item.mesh = static_cast<int>(i);
        if (const auto structure = atlas.find_structure(model.meshes[i].id)) {
            item.structure = *structure;
            item.kind = atlas.structures[static_cast<std::size_t>(*structure)].kind;
        }
        scene.items.push_back(item);
    }
    scene.style.background_top = scene.style.background_bottom = glm::vec3(0.96f);
    return scene;
}

/// Parallel projection in which `bounds` fills a square picture up to a small margin.
scene::Camera camera_from(const Side& side, const mesh::Bounds& bounds) {
    // scene::Camera widens its field for a square picture so that a 4:3 one still fits
    constexpr float k_margin = 1.05f * 0.75f, k_narrow = 0.2f;
    const glm::vec3 size = bounds.high - bounds.low;
    const float across = side.from.x == 0.0f ? size.x : size.z;
    scene::Camera camera;
    camera.orthographic = true;
    camera.field_of_view = k_narrow;
    camera.target = bounds.centre();
    const float height = std::max(size.y, across) * k_margin;
    camera.eye = camera.target + side.from * (0.5f * height / std::tan(0.5f * k_narrow));
    return camera;
}

/// Light from above the viewer's left shoulder, as plates are lit.
glm::vec3 key_light(const Side& side) {
    const glm::vec3 left = glm::cross(side.from, glm::vec3(0.0f, 1.0f, 0.0f));
    return glm::normalize(side.from + 0.55f * left + glm::vec3(0.0f, 0.75f, 0.0f));
}

} // namespace

void write_views(const mesh::Model& model, const anatomy::Atlas& atlas, const std::filesystem::path& folder,
                 const std::string& name, int side) {
    const auto context = platform::windowless();
    render::Renderer renderer(model, platform::shaders());
    scene::Scene scene = standing(model, atlas);
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    for (const Side& view : k_sides) {
        scene.camera = camera_from(view, mesh::bounds(model));
        scene.key_light = key_light(view);
        renderer.draw(scene, glm::ivec2(side), render::quality_of(render::Level::full));
        files::write_png({side, side, renderer.read_pixels()}, folder / (name + "_" + std::string(view.name) + ".png"));
    }
}

} // namespace maker
