#pragma once
// MeshStore: the model's vertices on the GPU, and the shapes that replace them while something moves.

#include "gpu/vertex_array.h"
#include "mesh/mesh.h"
#include "scene/scene.h"

#include <list>
#include <vector>

namespace render {

/// Vertex attribute locations, as in shaders/surface.vert.
namespace attribute {
inline constexpr std::uint32_t k_position = 0, k_normal = 1, k_fibre = 2, k_tissue = 3, k_colour = 4, k_strain = 5,
                               k_rest = 6;
}

class MeshStore {
public:
    explicit MeshStore(const mesh::Model& model);

    struct View {
        const gpu::VertexArray* array = nullptr;
        const mesh::Bounds* bounds = nullptr; ///< in the item's own space
    };
    /// The vertices of an item; uploads its shape when it is new. Valid until end_frame().
    View view(const scene::Item& item);
    bool empty(int mesh) const;
    int size() const { return static_cast<int>(meshes_.size()); }
    /// Lets go of shapes that this frame did not ask for.
    void end_frame();

private:
    struct Moving {
        std::shared_ptr<const scene::Shape> shape;
        gpu::Buffer positions, normals, strain;
        gpu::VertexArray array;
        mesh::Bounds bounds;
        bool used = false;
    };
    struct Stored {
        gpu::Buffer positions, normals, fibre, tissue, colours, indices;
        gpu::VertexArray array;
        mesh::Bounds bounds;
        int index_count = 0;
        std::size_t vertex_count = 0;
        std::list<Moving> moving;
    };
    static void attach_fixed(const Stored& stored, gpu::VertexArray& array);
    static Stored upload(const mesh::Mesh& mesh);
    void fill(const Stored& stored, Moving& moving, const std::shared_ptr<const scene::Shape>& shape);

    std::vector<Stored> meshes_;
};

} // namespace render
