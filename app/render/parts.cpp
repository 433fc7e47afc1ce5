#include "render/parts.h"

#include "render/targets.h"

#include <glm/common.hpp>

namespace render {

Rectangles whole(glm::ivec2 size) { return {{glm::ivec2(0), size}}; }

Parts Parts::all(glm::ivec2 size) { return {whole(size), whole(size), whole(size)}; }

std::optional<gpu::Scissor> common(const gpu::Scissor& a, const gpu::Scissor& b) {
    const glm::ivec2 low = glm::max(a.origin, b.origin), high = glm::min(a.origin + a.size, b.origin + b.size);
    if (low.x >= high.x || low.y >= high.y) return std::nullopt;
    return gpu::Scissor{low, high - low};
}

gpu::Scissor around(const gpu::Scissor& a, const gpu::Scissor& b) {
    if (a.size == glm::ivec2(0)) return b;
    if (b.size == glm::ivec2(0)) return a;
    const glm::ivec2 low = glm::min(a.origin, b.origin), high = glm::max(a.origin + a.size, b.origin + b.size);
    return {low, high - low};
}

std::optional<gpu::Scissor> common(const Rectangles& rectangles, const gpu::Scissor& box) {
    std::optional<gpu::Scissor> all;
    for (const gpu::Scissor& each : rectangles)
        if (const auto part = common(each, box)) all = around(all.value_or(gpu::Scissor{}), *part);
    return all;
}

Rectangles within(const Rectangles& rectangles, const gpu::Scissor& box) {
    Rectangles inside;
    for (const gpu::Scissor& each : rectangles)
        if (const auto part = common(each, box)) inside.push_back(*part);
    return inside;
}

gpu::Scissor divided(const gpu::Scissor& rectangle, int divisor) {
    const glm::ivec2 low = rectangle.origin / divisor;
    return {low, part_of(rectangle.origin + rectangle.size, divisor) - low};
}

Rectangles divided(const Rectangles& rectangles, int divisor) {
    Rectangles parts;
    for (const gpu::Scissor& each : rectangles) parts.push_back(divided(each, divisor));
    return parts;
}

void cover(const Rectangles& rectangles, gpu::State state, const gpu::VertexArray& fill) {
    for (const gpu::Scissor& each : rectangles) {
        state.scissor = each;
        gpu::apply(state);
        fill.draw(0, 3);
    }
}

} // namespace render
