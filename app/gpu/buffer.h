#pragma once
// Buffer: vertices, indices or uniforms in GPU memory.

#include "gpu/handle.h"

#include <cstddef>
#include <span>

namespace gpu {

enum class BufferUse { vertices, indices, uniforms };

class Buffer {
public:
    Buffer() = default;
    /// Uploads once; the contents stay.
    Buffer(BufferUse use, std::span<const std::byte> contents);
    /// Replaces everything; the driver need not wait for draws that still read the old contents.
    void replace(BufferUse use, std::span<const std::byte> contents);
    /// Makes a uniform buffer visible to every program's block at `binding`.
    void bind_uniforms(std::uint32_t binding) const;

    std::size_t size() const { return size_; }
    std::uint32_t name() const { return handle_.name(); }

private:
    Handle<Object::buffer> handle_;
    std::size_t size_ = 0;
};

} // namespace gpu
