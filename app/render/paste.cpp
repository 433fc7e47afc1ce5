#include "render/paste.h"

#include "gpu/shader_source.h"

namespace render {

Paste::Paste(const std::filesystem::path& shader_folder) : fill_(gpu::VertexArray::create()) {
    gpu::ShaderSource source(shader_folder);
    const gpu::Language language = gpu::current_language();
    const gpu::ShaderText vertex = source.assemble("paste.vert", language, {});
    program_ = gpu::Program(vertex, source.assemble("paste.frag", language, {}));
    program_.use();
    program_.set("t_pasted", 0);
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

void Paste::lay(const Rectangles& parts, glm::ivec2 size, gpu::State state) {
    // a little more than a pixel a pixel: Mesa rounds that down, and copies rows of what is then one for one
    const Place place{glm::vec2(0.0f), glm::vec2(size), glm::vec2(0.0f), glm::vec2(1.0f + 2e-6f)};
    for (const gpu::Scissor& part : parts) {
        state.scissor = part;
        lay(place, size, state);
    }
}

} // namespace render
