#pragma once
// MeshStore: the model's vertices on the GPU, each mesh from when it is first drawn, and the shapes that replace them
// while something moves.

#include "gpu/vertex_array.h"
#include "mesh/mesh.h"
#include "scene/scene.h"

#include <list>
#include <vector>

namespace render {

/// Vertex attribute locations, as in shaders/surface.vert.
namespace attribute {
inline constexpr std::uint32_t k_position = 0, k_normal = 1, k_fibre = 2, k_tissue = 3, k_colour = 4, k_along = 5,
                               k_rest = 6;
}

class MeshStore {
public:
    /// The model must outlive it.
    explicit MeshStore(const mesh::Model& model);

    struct View {
        const gpu::VertexArray* array = nullptr;
        const mesh::Bounds* bounds = nullptr; ///< in the item's own space
    };
    /// The vertices of an item; uploads what of them is new. Valid until end_frame().
    View view(const scene::Item& item);
    bool empty(int mesh) const;
    int size() const { return static_cast<int>(meshes_.size()); }
    /// Lets go of shapes that this frame did not ask for.
    void end_frame();

private:
    struct Moving {
        std::shared_ptr<const scene::Shape> shape;
        gpu::Buffer positions, normals, material;
        gpu::VertexArray array;
        mesh::Bounds bounds;
        bool used = false;
    };
    struct Stored {
        const mesh::Mesh* mesh;
        gpu::Buffer positions, fibre, tissue, colours, indices; ///< empty until it is drawn
        gpu::Index index_type = gpu::Index::uint32;
        gpu::Buffer normals; ///< empty until it is drawn at rest, like `array`
        gpu::VertexArray array;
        mesh::Bounds bounds;
        std::list<Moving> moving;
    };
    static void attach_fixed(const Stored& stored, gpu::VertexArray& array);
    static void upload_fixed(Stored& stored);
    static void upload_rest(Stored& stored);
    void fill(const Stored& stored, Moving& moving, const std::shared_ptr<const scene::Shape>& shape);

    std::vector<Stored> meshes_;
};

} // namespace render
