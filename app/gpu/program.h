#pragma once
// Program: a linked vertex and fragment shader with its uniforms by name.

#include "gpu/handle.h"
#include "gpu/shader_source.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <span>
#include <string>
#include <unordered_map>

namespace gpu {

/// Language of the current context.
Language current_language();

/// Lets go of what the driver keeps to compile more shaders, which it gets again when it must.
void release_compiler();

class Program {
public:
    Program() = default;
    /// Compiles and links. Uniform block "Frame" is tied to binding 0. Throws base::Failure: file, line, log.
    Program(const ShaderText& vertex, const ShaderText& fragment);

    void use() const;
    /// Of the program in use; a name that the compiler optimised away is ignored.
    void set(const char* name, int value);
    void set(const char* name, float value);
    void set(const char* name, const glm::vec2& value);
    void set(const char* name, const glm::vec3& value);
    void set(const char* name, const glm::vec4& value);
    void set(const char* name, const glm::mat3& value);
    void set(const char* name, const glm::mat4& value);
    /// An array, from its first element.
    void set(const char* name, std::span<const float> values);
    void set_id(const char* name, std::uint32_t value);

    explicit operator bool() const { return static_cast<bool>(handle_); }

private:
    int location(const char* name);
    Handle<Object::program> handle_;
    std::unordered_map<std::string, int> locations_;
};

} // namespace gpu
