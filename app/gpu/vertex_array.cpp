#include "gpu/vertex_array.h"

#include <epoxy/gl.h>

namespace gpu {

VertexArray VertexArray::create() {
    VertexArray array;
    array.handle_ = Handle<Object::vertex_array>::create();
    return array;
}

void VertexArray::attribute(const Buffer& buffer, const Attribute& attribute) {
    const bool normalised = attribute.scalar == Scalar::unorm16;
    glBindVertexArray(handle_.name());
    glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
    glEnableVertexAttribArray(attribute.location);
    glVertexAttribPointer(attribute.location, attribute.components, normalised ? GL_UNSIGNED_SHORT : GL_FLOAT,
                          normalised ? GL_TRUE : GL_FALSE, attribute.stride,
                          reinterpret_cast<const void*>(attribute.offset));
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glBindVertexArray(0);
}

void VertexArray::indices(const Buffer& buffer, int count, Index type) {
    glBindVertexArray(handle_.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer.name());
    glBindVertexArray(0);
    index_count_ = count;
    index_type_ = type;
}

void VertexArray::draw() const {
    glBindVertexArray(handle_.name());
    glDrawElements(GL_TRIANGLES, index_count_, index_type_ == Index::uint16 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                   nullptr);
    glBindVertexArray(0);
}

void VertexArray::draw(int first, int count) const {
    glBindVertexArray(handle_.name());
    glDrawArrays(GL_TRIANGLES, first, count);
    glBindVertexArray(0);
}

void default_attribute(std::uint32_t location, const glm::vec4& value) {
    glVertexAttrib4f(location, value.x, value.y, value.z, value.w);
}

} // namespace gpu
