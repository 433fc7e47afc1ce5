#include "gpu/buffer.h"

#include <epoxy/gl.h>

namespace gpu {

namespace {
GLenum target(BufferUse use) {
    switch (use) {
    case BufferUse::vertices: return GL_ARRAY_BUFFER;
    case BufferUse::indices: return GL_ELEMENT_ARRAY_BUFFER;
    case BufferUse::uniforms: break;
    }
    return GL_UNIFORM_BUFFER;
}

void upload(BufferUse use, std::uint32_t name, std::span<const std::byte> contents, GLenum hint) {
    // An index buffer bound while some vertex array is bound would become part of that array.
    if (use == BufferUse::indices) glBindVertexArray(0);
    glBindBuffer(target(use), name);
    glBufferData(target(use), static_cast<GLsizeiptr>(contents.size()), contents.data(), hint);
    glBindBuffer(target(use), 0);
}
} // namespace

Buffer::Buffer(BufferUse use, std::span<const std::byte> contents)
    : handle_(Handle<Object::buffer>::create()), size_(contents.size()) {
    upload(use, handle_.name(), contents, GL_STATIC_DRAW);
}

void Buffer::replace(BufferUse use, std::span<const std::byte> contents) {
    if (!handle_) handle_ = Handle<Object::buffer>::create();
    size_ = contents.size();
    upload(use, handle_.name(), contents, GL_STREAM_DRAW);
}

void Buffer::bind_uniforms(std::uint32_t binding) const {
    glBindBufferBase(GL_UNIFORM_BUFFER, binding, handle_.name());
}

} // namespace gpu
