#include "render/line_pass.h"

#include "gpu/state.h"

#include <algorithm>
#include <cstddef>
#include <glm/geometric.hpp>
#include <span>

namespace render {

namespace {
/// What points at something that is cut away would point at nothing.
bool is_left(const scene::Line& line, const scene::ClipPlane& clip) {
    return !clip.on || std::ranges::all_of(line.points, [&](const glm::vec3& point) {
        return glm::dot(clip.normal, point) <= clip.offset;
    });
}
} // namespace

void LinePass::draw(const scene::Scene& scene, const glm::mat4& view_projection, const Rectangles& parts,
                    Programs& programs, const Targets& targets) {
    const float scale = line_scale(targets.whole.y);
    std::vector<LineVertex> vertices;
    const auto append = [&](bool on_top) {
        for (const scene::Line& line : scene.lines)
            if (line.on_top == on_top && is_left(line, scene.clip))
                append_ribbon(line, view_projection, targets.size, scale, vertices);
        return static_cast<int>(vertices.size());
    };
    const int hidden = append(false), all = append(true);
    if (all == 0) return;

    buffer_.replace(gpu::BufferUse::vertices, std::as_bytes(std::span(vertices)));
    if (!array_) {
        constexpr int k_stride = static_cast<int>(sizeof(LineVertex));
        array_ = gpu::VertexArray::create();
        array_.attribute(buffer_, {0, 4, gpu::Scalar::float32, k_stride, offsetof(LineVertex, clip)});
        array_.attribute(buffer_, {1, 2, gpu::Scalar::float32, k_stride, offsetof(LineVertex, across)});
        array_.attribute(buffer_, {2, 4, gpu::Scalar::float32, k_stride, offsetof(LineVertex, colour)});
    }
    targets.picture.bind(targets.size);
    programs.flat(Flat::line).use();
    for (const gpu::Scissor& part : parts) {
        gpu::apply({.depth = gpu::Depth::read_only, .blend = gpu::Blend::over, .scissor = part});
        if (hidden > 0) array_.draw(0, hidden);
        gpu::apply({.depth = gpu::Depth::off, .blend = gpu::Blend::over, .scissor = part});
        if (all > hidden) array_.draw(hidden, all - hidden);
    }
}

} // namespace render
