#pragma once
// VertexArray: which buffers feed which vertex attributes, and the draw call.

#include "gpu/buffer.h"

#include <glm/vec4.hpp>

namespace gpu {

enum class Scalar { float32, unorm16 };
enum class Index { uint16, uint32 };

struct Attribute {
    std::uint32_t location = 0;
    int components = 3;
    Scalar scalar = Scalar::float32;
    int stride = 0;         ///< bytes; 0 is tightly packed
    std::size_t offset = 0; ///< bytes
};

class VertexArray {
public:
    static VertexArray create();
    VertexArray() = default;

    void attribute(const Buffer& buffer, const Attribute& attribute);
    void indices(const Buffer& buffer, int count, Index type);
    /// All indexed triangles.
    void draw() const;
    /// Triangles without indices.
    void draw(int first, int count) const;

    int triangles() const { return index_count_ / 3; }

    explicit operator bool() const { return static_cast<bool>(handle_); }

private:
    Handle<Object::vertex_array> handle_;
    int index_count_ = 0;
    Index index_type_ = Index::uint32;
};

/// The value that an attribute has where a vertex array feeds none; state of the context.
void default_attribute(std::uint32_t location, const glm::vec4& value);

} // namespace gpu
