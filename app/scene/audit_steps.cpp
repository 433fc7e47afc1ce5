#include "scene/audit.h"

#include <glm/geometric.hpp>

namespace scene {

namespace {

/// Those whose vertices can jump: the client and the hands, not the room.
bool moves(const Item& item) {
    return !item.ghost && item.structure >= 0 && (item.kind <= anatomy::Kind::skin || item.kind == anatomy::Kind::hand);
}

std::vector<const Item*> by_mesh(const Scene& scene, std::size_t meshes) {
    std::vector<const Item*> items(meshes, nullptr);
    for (const Item& item : scene.items)
        if (moves(item)) items[static_cast<std::size_t>(item.mesh)] = &item;
    return items;
}

glm::vec3 place(const Item& item, const mesh::Mesh& mesh, std::size_t vertex) {
    const glm::vec3& p = item.shape ? item.shape->positions[vertex] : mesh.positions[vertex];
    return glm::vec3(item.transform * glm::vec4(p, 1.0f));
}

bool same(const Item& a, const Item& b) { return a.shape == b.shape && a.transform == b.transform; }

void keep_largest(Finding& largest, float amount, int structure, const glm::vec3& at) {
    if (amount > largest.amount) largest = {amount, structure, -1, at};
}

} // namespace

Steps steps_between(const Scene& first, const Scene& before, const Scene& now, const World& world) {
    const std::size_t meshes = world.model.meshes.size();
    const auto a = by_mesh(first, meshes), b = by_mesh(before, meshes), c = by_mesh(now, meshes);
    Steps steps;
    for (std::size_t i = 0; i < meshes; ++i) {
        if (!a[i] || !b[i] || !c[i] || (same(*a[i], *b[i]) && same(*b[i], *c[i]))) continue;
        const mesh::Mesh& mesh = world.model.meshes[i];
        for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
            const glm::vec3 then = place(*b[i], mesh, v);
            const glm::vec3 step = place(*c[i], mesh, v) - then, last = then - place(*a[i], mesh, v);
            keep_largest(steps.step, glm::length(step), c[i]->structure, mesh.positions[v]);
            keep_largest(steps.jump, glm::length(step - last), c[i]->structure, mesh.positions[v]);
        }
    }
    return steps;
}

} // namespace scene
