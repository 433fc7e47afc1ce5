#include "gpu/handle.h"

#include "base/failure.h"

#include <epoxy/gl.h>

namespace gpu {

std::uint32_t create_object(Object kind) {
    GLuint name = 0;
    switch (kind) {
    case Object::buffer: glGenBuffers(1, &name); break;
    case Object::vertex_array: glGenVertexArrays(1, &name); break;
    case Object::texture: glGenTextures(1, &name); break;
    case Object::framebuffer: glGenFramebuffers(1, &name); break;
    case Object::renderbuffer: glGenRenderbuffers(1, &name); break;
    case Object::query: glGenQueries(1, &name); break;
    case Object::vertex_shader: name = glCreateShader(GL_VERTEX_SHADER); break;
    case Object::fragment_shader: name = glCreateShader(GL_FRAGMENT_SHADER); break;
    case Object::program: name = glCreateProgram(); break;
    }
    if (name == 0) throw base::Failure("The graphics driver cannot make any more objects; close other programs.");
    return name;
}

void delete_object(Object kind, std::uint32_t name) noexcept {
    switch (kind) {
    case Object::buffer: glDeleteBuffers(1, &name); break;
    case Object::vertex_array: glDeleteVertexArrays(1, &name); break;
    case Object::texture: glDeleteTextures(1, &name); break;
    case Object::framebuffer: glDeleteFramebuffers(1, &name); break;
    case Object::renderbuffer: glDeleteRenderbuffers(1, &name); break;
    case Object::query: glDeleteQueries(1, &name); break;
    case Object::vertex_shader:
    case Object::fragment_shader: glDeleteShader(name); break;
    case Object::program: glDeleteProgram(name); break;
    }
}

} // namespace gpu
