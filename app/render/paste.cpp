#include "render/paste.h"

#include "gpu/shader_source.h"

namespace render {

Paste::Paste(const std::filesystem::path& shader_folder) : fill_(gpu::VertexArray::create()) {
    gpu::ShaderSource source(shader_folder);
    const gpu::Language language = gpu::current_language();
    const gpu::ShaderText vertex = source.assemble("paste.vert", language, {});
    program_ = gpu::Program(vertex, source.assemble("paste.frag", language, {}));
    program_.use();
    program_.set("t_picture", 0);
}

void Paste::lay(const Place& place, glm::ivec2 size, const gpu::State& state) {
    constexpr int k_corners = 6; // of two triangles
    const glm::vec2 pixels(size);
    program_.use();
    program_.set("u_place", glm::vec4(place.corner / pixels, place.across / pixels));
    program_.set("u_part", glm::vec4(place.at_corner, place.at_across));
    gpu::apply(state);
    fill_.draw(0, k_corners);
    gpu::apply({});
}

} // namespace render
