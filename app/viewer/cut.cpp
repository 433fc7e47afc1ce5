#include "viewer/cut.h"

#include "base/nearest_word.h"
#include "document/cut_axes.h"
#include "mesh/section.h"
#include "viewer/command_line.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <glm/geometric.hpp>

namespace viewer {

namespace {

// The angle is only the distance's unit in a parallel view; a little air round the section.
constexpr float k_angle = 0.5f, k_air = 1.06f, k_without_section = 0.2f;

mesh::Bounds leg_section(const scene::World& world, const scene::Scene& scene) {
    mesh::Bounds bounds;
    for (const scene::Item& item : scene.items) {
        if (item.kind > anatomy::Kind::skin || item.kind == anatomy::Kind::zone || item.ghost) continue;
        const mesh::Mesh& mesh = world.model.meshes[static_cast<std::size_t>(item.mesh)];
        const glm::vec3& normal = scene.clip.normal;
        const mesh::Plane plane{glm::transpose(glm::mat3(item.transform)) * normal,
                                scene.clip.offset - glm::dot(normal, glm::vec3(item.transform[3]))};
        const auto& positions = item.shape ? item.shape->positions : mesh.positions;
        for (const mesh::Section::Edge& edge : mesh::section(mesh, positions, {}, plane).edges)
            bounds.add(glm::vec3(item.transform * glm::vec4(edge.from, 1.0f)));
    }
    return bounds;
}

} // namespace

scene::ClipPlane parse_cut(const std::string& text, const glm::vec3& eye) {
    const std::size_t equals = text.find('=');
    const std::string id = text.substr(0, equals);
    const auto axis = std::ranges::find(document::k_cut_axes, id, &document::CutAxis::id);
    if (axis == document::k_cut_axes.end()) {
        std::vector<std::string> known;
        for (const document::CutAxis& a : document::k_cut_axes) known.emplace_back(a.id);
        throw UsageError(fmt::format("--cut: there is no cut '{}'; write sagittal, frontal or transverse and =MM. {}",
                                     id, base::did_you_mean(id, known)));
    }
    const std::string number = equals == std::string::npos ? "" : text.substr(equals + 1);
    char* end = nullptr;
    const float place = std::strtof(number.c_str(), &end) * 1e-3f;
    if (number.empty() || *end != '\0' || !(place >= axis->low && place <= axis->high))
        throw UsageError(fmt::format("--cut: '{}' is no place for a {} cut; write {}=MM with MM from {:.0f} to {:.0f}",
                                     number, id, id, axis->low * 1000.0f, axis->high * 1000.0f));
    scene::ClipPlane plane;
    plane.on = true;
    plane.normal = glm::vec3(0.0f);
    plane.normal[axis->axis] = eye[axis->axis] < place ? -1.0f : 1.0f;
    plane.offset = place * plane.normal[axis->axis];
    return plane;
}

scene::Camera cut_camera(const scene::World& world, const scene::ViewOptions& options, base::Seconds at) {
    const mesh::Bounds found = leg_section(world, scene::Builder(world).build(at, options));
    const glm::vec3 normal = options.clip.normal, size = found.high - found.low;
    const glm::vec3 centre = found.empty() ? normal * options.clip.offset : found.centre();
    const float radius = found.empty() ? k_without_section : std::max({size.x, size.y, size.z}) * 0.5f * k_air;
    scene::Camera camera;
    camera.orthographic = true;
    camera.field_of_view = k_angle;
    camera.target = centre;
    camera.eye = centre + normal * (radius / std::tan(k_angle * 0.5f));
    // as the client lies: the back of the thigh up, or the head where one looks down on it
    camera.up = std::abs(normal.y) > 0.5f ? glm::vec3(0.0f, 0.0f, 1.0f) : glm::vec3(0.0f, 1.0f, 0.0f);
    return camera;
}

} // namespace viewer
