// What lies under a pixel of the picture.

#include "gpu/error.h"
#include "gpu/state.h"
#include "render/id_pass.h"
#include "render/renderer_impl.h"

#include <bit>

namespace render {

std::array<std::uint32_t, 2> Renderer::Impl::ids(glm::ivec2 pixel) {
    if (last_under && last_under->pixel == pixel) return last_under->ids;
    uniforms.bind_uniforms(0);
    const glm::ivec2 from_bottom(pixel.x, size.y - 1 - pixel.y);
    std::array<std::uint32_t, 2> found{};
    if (const auto cut = cut_ids(from_bottom)) {
        found = *cut;
    } else {
        found = ids_under(from_bottom, list, scene.clip.on, programs, targets);
        gpu::unbind_framebuffer();
        gpu::check("Renderer::pick");
    }
    last_under = Under{pixel, found};
    return found;
}

/// Nothing that is drawn lies before the cut, so a line of sight that meets it there ends there.
std::optional<std::array<std::uint32_t, 2>> Renderer::Impl::cut_ids(glm::ivec2 from_bottom) const {
    if (sections.cuts().all().empty()) return std::nullopt;
    const glm::vec2 at = (glm::vec2(from_bottom) + 0.5f) / glm::vec2(size) * 2.0f - 1.0f;
    const auto unproject = [&](float depth) {
        const glm::vec4 p = frame.inverse_view_projection * glm::vec4(at, depth, 1.0f);
        return glm::vec3(p) / p.w;
    };
    const glm::vec3 near = unproject(-1.0f), far = unproject(1.0f);
    const float before = glm::dot(scene.clip.normal, near) - scene.clip.offset;
    const float behind = glm::dot(scene.clip.normal, far) - scene.clip.offset;
    if (before <= 0.0f || behind >= 0.0f) return std::nullopt;
    const glm::vec3 point = near + (far - near) * (before / (before - behind));
    const Cut* cut = cut_under(sections.cuts().all(), scene.clip, point);
    if (!cut) return std::nullopt;
    const glm::vec4 clip = frame.view_projection * glm::vec4(point, 1.0f);
    const float depth = clip.z / clip.w * 0.5f + 0.5f;
    return std::array{static_cast<std::uint32_t>(cut->item->structure + 1), std::bit_cast<std::uint32_t>(depth)};
}

int Renderer::pick(glm::ivec2 pixel) {
    if (!impl_->inside(pixel)) return -1;
    return static_cast<int>(impl_->ids(pixel)[0]) - 1;
}

bool Renderer::point_under(glm::ivec2 pixel, glm::vec3& world) {
    Impl& impl = *impl_;
    if (!impl.inside(pixel)) return false;
    const std::array<std::uint32_t, 2> under = impl.ids(pixel);
    // items without a structure have id 0 but a depth; nothing at all leaves both 0
    if (under[1] == 0) return false;
    const glm::vec2 at((static_cast<float>(pixel.x) + 0.5f) / static_cast<float>(impl.size.x),
                       1.0f - (static_cast<float>(pixel.y) + 0.5f) / static_cast<float>(impl.size.y));
    const glm::vec4 clip(glm::vec3(at, std::bit_cast<float>(under[1])) * 2.0f - 1.0f, 1.0f);
    const glm::vec4 point = impl.frame.inverse_view_projection * clip;
    world = glm::vec3(point) / point.w;
    return true;
}

} // namespace render
