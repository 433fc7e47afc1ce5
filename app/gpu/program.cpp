#include "gpu/program.h"

#include "base/failure.h"
#include "gpu/error.h"

#include <algorithm>
#include <cstddef>
#include <epoxy/gl.h>
#include <glm/gtc/type_ptr.hpp>
#include <utility>
#include <vector>

namespace gpu {

namespace {
template <class GetLength, class GetLog>
std::string log_of(GLuint name, GetLength get_length, GetLog get_log) {
    GLint length = 0;
    get_length(name, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(length > 0 ? length : 0), '\0');
    if (length > 0) get_log(name, length, nullptr, log.data());
    while (!log.empty() && (log.back() == '\0' || log.back() == '\n')) log.pop_back();
    return log;
}

void compile(GLuint shader, const ShaderText& source) {
    const char* text = source.text.c_str();
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint done = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
    if (done == GL_TRUE) return;
    const std::string log = log_of(shader, glGetShaderiv, glGetShaderInfoLog);
    throw base::Failure("The shader " + source.files.front() + " does not compile:\n" + name_files(log, source.files));
}

bool has_binaries() {
    if (epoxy_is_desktop_gl() && epoxy_gl_version() < 41 && !epoxy_has_gl_extension("GL_ARB_get_program_binary"))
        return false;
    GLint formats = 0;
    glGetIntegerv(GL_NUM_PROGRAM_BINARY_FORMATS, &formats);
    return formats > 0;
}

bool linked(GLuint program) {
    GLint done = GL_FALSE;
    glGetProgramiv(program, GL_LINK_STATUS, &done);
    return done == GL_TRUE;
}

/// The same program, loaded from its own binary: that holds up to a third less memory than one that was linked, because
/// Mesa keeps with those what only linking needed.
Handle<Object::program> slimmed(Handle<Object::program> program) {
    if (!has_binaries()) return program;
    GLint size = 0;
    glGetProgramiv(program.name(), GL_PROGRAM_BINARY_LENGTH, &size);
    std::vector<std::byte> binary(static_cast<std::size_t>(std::max(size, 0)));
    if (binary.empty()) return program;
    GLenum format = 0;
    glGetProgramBinary(program.name(), size, &size, &format, binary.data());
    if (size <= 0 || format == 0) {
        pending_errors(); // a driver that keeps its binaries to itself
        return program;
    }
    auto loaded = Handle<Object::program>::create();
    glProgramBinary(loaded.name(), format, binary.data(), size);
    return linked(loaded.name()) ? std::move(loaded) : std::move(program);
}

} // namespace

Language current_language() { return epoxy_is_desktop_gl() ? Language::gl330 : Language::es300; }

void release_compiler() {
    if (!epoxy_is_desktop_gl() || epoxy_gl_version() >= 41 || epoxy_has_gl_extension("GL_ARB_ES2_compatibility"))
        glReleaseShaderCompiler();
}

Program::Program(const ShaderText& vertex, const ShaderText& fragment) {
    const auto vertex_shader = Handle<Object::vertex_shader>::create();
    const auto fragment_shader = Handle<Object::fragment_shader>::create();
    compile(vertex_shader.name(), vertex);
    compile(fragment_shader.name(), fragment);
    handle_ = Handle<Object::program>::create();
    glAttachShader(handle_.name(), vertex_shader.name());
    glAttachShader(handle_.name(), fragment_shader.name());
    glLinkProgram(handle_.name());
    glDetachShader(handle_.name(), vertex_shader.name());
    glDetachShader(handle_.name(), fragment_shader.name());
    if (!linked(handle_.name()))
        throw base::Failure("The shaders " + vertex.files.front() + " and " + fragment.files.front() +
                            " do not link:\n" + log_of(handle_.name(), glGetProgramiv, glGetProgramInfoLog));
    handle_ = slimmed(std::move(handle_));
    const GLuint block = glGetUniformBlockIndex(handle_.name(), "Frame");
    if (block != GL_INVALID_INDEX) glUniformBlockBinding(handle_.name(), block, 0);
}

void Program::use() const { glUseProgram(handle_.name()); }

int Program::location(const char* name) {
    const auto known = locations_.find(name);
    if (known != locations_.end()) return known->second;
    return locations_.emplace(name, glGetUniformLocation(handle_.name(), name)).first->second;
}

void Program::set(const char* name, int value) { glUniform1i(location(name), value); }
void Program::set(const char* name, float value) { glUniform1f(location(name), value); }
void Program::set(const char* name, const glm::vec2& value) { glUniform2fv(location(name), 1, &value.x); }
void Program::set(const char* name, const glm::vec3& value) { glUniform3fv(location(name), 1, &value.x); }
void Program::set(const char* name, const glm::vec4& value) { glUniform4fv(location(name), 1, &value.x); }
void Program::set(const char* name, const glm::mat3& value) {
    glUniformMatrix3fv(location(name), 1, GL_FALSE, glm::value_ptr(value));
}
void Program::set(const char* name, const glm::mat4& value) {
    glUniformMatrix4fv(location(name), 1, GL_FALSE, glm::value_ptr(value));
}
void Program::set(const char* name, std::span<const float> values) {
    glUniform1fv(location(name), static_cast<GLsizei>(values.size()), values.data());
}
void Program::set_id(const char* name, std::uint32_t value) { glUniform1ui(location(name), value); }

} // namespace gpu
