#include "render/mesh_store.h"

#include "base/assert.h"
#include "mesh/relief.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <span>

namespace render {

namespace {
template <class T>
std::span<const std::byte> bytes(const std::vector<T>& values) {
    return std::as_bytes(std::span(values));
}

template <class T>
gpu::Buffer vertices(const std::vector<T>& values) {
    return gpu::Buffer(gpu::BufferUse::vertices, bytes(values));
}

/// Most vertices that indices of 16 bits can tell apart.
constexpr std::size_t k_short_indices = 65536;

/// 16 bits a channel: half the memory of floats, and no banding in dark linear colours as with 8.
std::vector<std::array<std::uint16_t, 4>> packed(const std::vector<glm::vec4>& colours) {
    std::vector<std::array<std::uint16_t, 4>> result(colours.size());
    for (std::size_t i = 0; i < colours.size(); ++i)
        for (glm::length_t c = 0; c < 4; ++c)
            result[i][static_cast<std::size_t>(c)] =
                static_cast<std::uint16_t>(std::clamp(colours[i][c], 0.0f, 1.0f) * 65535.0f + 0.5f);
    return result;
}

/// For files without normals.
std::vector<glm::vec3> smooth_normals(const mesh::Mesh& mesh) {
    std::vector<glm::vec3> normals = mesh::area_normals(mesh.positions, mesh.indices);
    std::ranges::replace(normals, glm::vec3(0.0f), glm::vec3(0.0f, 1.0f, 0.0f));
    return normals;
}
} // namespace

MeshStore::MeshStore(const mesh::Model& model) {
    meshes_.reserve(model.meshes.size());
    for (const mesh::Mesh& mesh : model.meshes) {
        const auto fits = [&](const auto& values) { return values.empty() || values.size() == mesh.positions.size(); };
        APP_ASSERT(fits(mesh.normals) && fits(mesh.fibre) && fits(mesh.tissue) && fits(mesh.colours));
        meshes_.emplace_back().mesh = &mesh;
    }
    gpu::default_attribute(attribute::k_normal, {0.0f, 1.0f, 0.0f, 0.0f});
    gpu::default_attribute(attribute::k_fibre, glm::vec4(0.0f));
    gpu::default_attribute(attribute::k_tissue, glm::vec4(0.0f));
    gpu::default_attribute(attribute::k_colour, glm::vec4(1.0f));
    gpu::default_attribute(attribute::k_along, glm::vec4(0.0f));
}

void MeshStore::attach_fixed(const Stored& stored, gpu::VertexArray& array) {
    array.attribute(stored.positions, {attribute::k_rest, 3});
    if (stored.fibre.size() > 0) array.attribute(stored.fibre, {attribute::k_fibre, 2});
    if (stored.tissue.size() > 0) array.attribute(stored.tissue, {attribute::k_tissue, 2});
    if (stored.colours.size() > 0) array.attribute(stored.colours, {attribute::k_colour, 4, gpu::Scalar::unorm16});
    array.indices(stored.indices, static_cast<int>(stored.mesh->indices.size()), stored.index_type);
}

void MeshStore::upload_fixed(Stored& stored) {
    if (stored.positions.size() > 0) return;
    const mesh::Mesh& mesh = *stored.mesh;
    stored.positions = vertices(mesh.positions);
    if (!mesh.fibre.empty()) stored.fibre = vertices(mesh.fibre);
    if (!mesh.tissue.empty()) stored.tissue = vertices(mesh.tissue);
    if (!mesh.colours.empty()) stored.colours = vertices(packed(mesh.colours));
    if (mesh.positions.size() <= k_short_indices) {
        const std::vector<std::uint16_t> narrow(mesh.indices.begin(), mesh.indices.end());
        stored.indices = gpu::Buffer(gpu::BufferUse::indices, bytes(narrow));
        stored.index_type = gpu::Index::uint16;
    } else {
        stored.indices = gpu::Buffer(gpu::BufferUse::indices, bytes(mesh.indices));
    }
}

void MeshStore::upload_rest(Stored& stored) {
    if (stored.array) return;
    const mesh::Mesh& mesh = *stored.mesh;
    stored.normals = vertices(mesh.normals.empty() ? smooth_normals(mesh) : mesh.normals);
    stored.bounds = mesh::bounds(mesh);
    stored.array = gpu::VertexArray::create();
    stored.array.attribute(stored.positions, {attribute::k_position, 3});
    stored.array.attribute(stored.normals, {attribute::k_normal, 3});
    attach_fixed(stored, stored.array);
}

void MeshStore::fill(const Stored& stored, Moving& moving, const std::shared_ptr<const scene::Shape>& shape) {
    const std::size_t count = stored.mesh->positions.size();
    APP_ASSERT(shape->positions.size() == count && shape->normals.size() == count);
    APP_ASSERT(shape->material.empty() || shape->material.size() == count);
    const bool had_strain = moving.shape != nullptr && !moving.shape->material.empty();
    if (moving.array && had_strain != !shape->material.empty()) moving.array = {};
    moving.positions.replace(gpu::BufferUse::vertices, bytes(shape->positions));
    moving.normals.replace(gpu::BufferUse::vertices, bytes(shape->normals));
    if (!shape->material.empty()) moving.material.replace(gpu::BufferUse::vertices, bytes(shape->material));
    if (!moving.array) {
        moving.array = gpu::VertexArray::create();
        moving.array.attribute(moving.positions, {attribute::k_position, 3});
        moving.array.attribute(moving.normals, {attribute::k_normal, 3});
        if (!shape->material.empty()) moving.array.attribute(moving.material, {attribute::k_along, 1});
        attach_fixed(stored, moving.array);
    }
    moving.bounds = mesh::bounds(std::span(shape->positions));
    moving.shape = shape;
}

MeshStore::View MeshStore::view(const scene::Item& item) {
    APP_ASSERT(item.mesh >= 0 && item.mesh < size());
    Stored& stored = meshes_[static_cast<std::size_t>(item.mesh)];
    upload_fixed(stored);
    if (item.shape == nullptr) {
        upload_rest(stored);
        return {&stored.array, &stored.bounds};
    }

    const auto same = [&](const Moving& m) { return m.shape == item.shape; };
    const auto idle = [](const Moving& m) { return !m.used; };
    auto found = std::find_if(stored.moving.begin(), stored.moving.end(), same);
    if (found == stored.moving.end()) {
        found = std::find_if(stored.moving.begin(), stored.moving.end(), idle);
        if (found == stored.moving.end()) found = stored.moving.emplace(stored.moving.end());
        fill(stored, *found, item.shape);
    }
    found->used = true;
    return {&found->array, &found->bounds};
}

bool MeshStore::empty(int mesh) const {
    APP_ASSERT(mesh >= 0 && mesh < size());
    return meshes_[static_cast<std::size_t>(mesh)].mesh->indices.empty();
}

void MeshStore::end_frame() {
    for (Stored& stored : meshes_) {
        stored.moving.remove_if([](const Moving& m) { return !m.used; });
        for (Moving& moving : stored.moving) moving.used = false;
    }
}

} // namespace render
