#pragma once
// Small models and a folder of its own for each test.

#include "mesh/mesh.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <unistd.h>

namespace samples {

/// A folder that is there during the test and gone after it.
class Folder {
public:
    Folder() {
        static int made = 0;
        path_ = std::filesystem::path(testing::TempDir()) /
                ("pinstretch-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path file(std::string_view name, std::string_view content) const {
        std::ofstream(path_ / name, std::ios::binary) << content;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

/// A closed tetrahedron with every attribute a node of leg.glb can have.
inline mesh::Mesh tetrahedron(const std::string& id) {
    mesh::Mesh mesh;
    mesh.id = id;
    mesh.positions = {{0.0f, 0.0f, 0.0f}, {0.1f, 0.0f, 0.0f}, {0.0f, 0.1f, 0.0f}, {0.0f, 0.0f, 0.1f}};
    mesh.normals = {{-0.6f, -0.8f, 0.0f}, {1.0f, 0.0f, 0.0f}, {0.0f, 1.0f, 0.0f}, {0.0f, 0.0f, 1.0f}};
    mesh.fibre = {{0.0f, 0.25f}, {0.5f, 0.5f}, {1.0f, 0.75f}, {0.25f, 1.0f}};
    mesh.tissue = {{1.0f, 0.125f}, {0.0f, 0.25f}, {0.5f, 0.5f}, {0.75f, 0.0f}};
    mesh.colours = {
        {0.1f, 0.2f, 0.3f, 1.0f}, {1.0f, 0.0f, 0.5f, 1.0f}, {0.3f, 0.3f, 0.3f, 1.0f}, {0.0f, 0.0f, 0.0f, 1.0f}};
    mesh.indices = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
    return mesh;
}

/// Correction shapes on it: two of the knee, of which one moves nothing, one of the ankle and one of a turn.
inline mesh::Mesh folding(const std::string& id) {
    mesh::Mesh mesh = tetrahedron(id);
    mesh.morphs = {{mesh::Bend::knee, 22.5f, {}, {}},
                   {mesh::Bend::knee, 90.0f, {1, 3}, {{0.0f, 0.25f, 0.0f}, {-0.125f, 0.0f, 0.5f}}},
                   {mesh::Bend::ankle, -20.0f, {0}, {{0.0f, 0.0f, 0.25f}}},
                   {mesh::Bend::hip_rotation, -12.0f, {2}, {{0.25f, 0.0f, 0.0f}}}};
    return mesh;
}

/// The same with joints: every vertex blends other bodies, weights falling.
inline mesh::Mesh blended(const std::string& id) {
    mesh::Mesh mesh = tetrahedron(id);
    mesh.joints = {{0, 0, 0, 0}, {1, 3, 0, 0}, {3, 4, 5, 0}, {6, 5, 4, 3}};
    mesh.weights = {{1.0f, 0.0f, 0.0f, 0.0f},
                    {0.75f, 0.25f, 0.0f, 0.0f},
                    {0.5f, 0.375f, 0.125f, 0.0f},
                    {0.4375f, 0.25f, 0.1875f, 0.125f}};
    return mesh;
}

} // namespace samples
