#include "render/shadow_pass.h"

#include "gpu/state.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <utility>

namespace render {

namespace {
/// The map grows and moves in these steps, so that its texels do not swim while something moves. Metres.
constexpr float k_step = 0.1f;
/// Of maps with more texels a side, those of pictures that stand, nothing is kept: it would take megabytes.
constexpr int k_most_kept = 1024;
/// Beyond what casts: as far as the search of shaders/shadow.glsl reaches. Metres.
constexpr float k_margin = 0.05f;
/// What takes no more than a quarter of the light: its shadow would be a pattern rather than a shade, at the cost of
/// all the muscles that one looks through.
constexpr float k_least_opacity = 0.5f;

/// A coarse map would show the pattern of what is faded.
bool casts(const Draw& caster, const Quality& quality) {
    const float opacity = caster.item->opacity;
    return opacity >= 1.0f || (quality.contact_shadow && opacity > k_least_opacity);
}

/// Thin things hardly darken, and nothing jumps where they begin to.
float share_of_shadow(float opacity) {
    constexpr float k_least = k_least_opacity * k_least_opacity;
    return opacity >= 1.0f ? 1.0f : (opacity * opacity - k_least) / (1.0f - k_least);
}

bool holds(const auto& all, const auto& one) { return std::ranges::find(all, one) != all.end(); }
} // namespace

ShadowPass::Caster ShadowPass::caster_of(const Draw& draw) {
    const scene::Item& item = *draw.item;
    return {item.mesh, item.transform, item.shape, std::min(item.opacity, 1.0f)};
}

void ShadowPass::fit(const Draws& casters, const glm::vec3& light) {
    const glm::vec3 up = std::abs(light.y) > 0.95f ? glm::vec3(0.0f, 0.0f, 1.0f) : glm::vec3(0.0f, 1.0f, 0.0f);
    const glm::mat4 turn = glm::lookAt(light, glm::vec3(0.0f), up);
    mesh::Bounds seen;
    for (const Draw* caster : casters) seen.add(transformed(caster->world, turn));
    if (seen.empty()) seen = {glm::vec3(-1.0f), glm::vec3(1.0f)};
    const glm::vec3 low = glm::floor(seen.low / k_step) * k_step - k_margin;
    const glm::vec3 high = glm::ceil(seen.high / k_step) * k_step + k_margin;
    to_clip_ = glm::ortho(low.x, high.x, low.y, high.y, -high.z, -low.z) * turn;
    texel_ = std::max(high.x - low.x, high.y - low.y) / static_cast<float>(side_);
}

void ShadowPass::prepare(int side) {
    if (side == side_) return;
    depth_ = gpu::Texture(gpu::Format::depth16, glm::ivec2(side)); // steps of 0.05 mm over a room
    target_ = gpu::Framebuffer::with_depth(depth_);
    still_ = {};
    side_ = side;
}

glm::mat4 ShadowPass::from_world() const {
    // clip space -1..1 to texture 0..1
    return glm::scale(glm::translate(glm::mat4(1.0f), glm::vec3(0.5f)), glm::vec3(0.5f)) * to_clip_;
}

bool ShadowPass::serves(const Key& now) const {
    return !still_.casters.empty() && still_.to_clip == to_clip_ && still_.clip == now.clip &&
           std::ranges::all_of(still_.casters, [&](const Caster& c) { return holds(now.casters, c); });
}

ShadowPass::Draws ShadowPass::begin_map(const scene::Scene& scene, const Key& before, const Key& now,
                                        const Draws& casters, Programs& programs, Patience& patience) {
    Draws unmoved;
    const bool keeps = side_ <= k_most_kept;
    for (std::size_t i = 0; keeps && i < casters.size(); ++i)
        if (holds(before.casters, now.casters[i])) unmoved.push_back(casters[i]);
    // one from when more moved gives way to one that saves more
    if (!serves(now) || still_.casters.size() < unmoved.size()) draw_still(scene, unmoved, programs, patience);
    gpu::apply({}); // a scissor would hold for the copy too
    if (still_.casters.empty())
        target_.clear_depth();
    else
        still_.target.copy_to(target_, glm::ivec2(side_), false, true);
    Draws others;
    for (std::size_t i = 0; i < casters.size(); ++i)
        if (!holds(still_.casters, now.casters[i])) others.push_back(casters[i]);
    return others;
}

void ShadowPass::draw_still(const scene::Scene& scene, const Draws& casters, Programs& programs, Patience& patience) {
    still_.casters.clear(); // should it be given up
    if (casters.empty()) return;
    if (!still_.target) {
        still_.depth = gpu::Texture(gpu::Format::depth16, glm::ivec2(side_));
        still_.target = gpu::Framebuffer::with_depth(still_.depth);
    }
    gpu::apply({});
    still_.target.clear_depth();
    draw_casters(still_.target, scene, casters, programs, patience);
    still_.to_clip = to_clip_;
    still_.clip = scene.clip;
    for (const Draw* each : casters) still_.casters.push_back(caster_of(*each));
}

void ShadowPass::draw_casters(const gpu::Framebuffer& target, const scene::Scene& scene, const Draws& casters,
                              Programs& programs, Patience& patience) const {
    target.bind(glm::ivec2(side_));
    gpu::State state{.depth = gpu::Depth::less_or_equal, .write_colour = false, .depth_slope_bias = 1.5f};
    for (const Draw* each : casters) {
        const Draw& caster = *each;
        const bool faded = caster.item->opacity < 1.0f;
        gpu::Program& program = programs.plain(faded ? Plain::dithered_shadow : Plain::shadow, scene.clip.on);
        program.use();
        program.set("u_to_clip", to_clip_);
        program.set("u_model", caster.item->transform);
        program.set("u_opacity", share_of_shadow(caster.item->opacity));
        state.cull = caster.cull(scene.clip.on);
        gpu::apply(state);
        caster.array->draw();
        patience.spend(caster.array->triangles());
    }
}

void ShadowPass::draw(const scene::Scene& scene, const DrawList& list, const Quality& quality, Programs& programs,
                      Patience& patience, FrameUniforms& frame) {
    const int side = quality.shadow_side;
    if (side <= 0) return;
    Key key;
    Draws casters;
    for (const Draw& c : list.casters) {
        if (!casts(c, quality)) continue;
        casters.push_back(&c);
        key.casters.push_back(caster_of(c));
    }
    key.light = glm::vec3(frame.key_direction);
    key.clip = scene.clip;
    key.side = side;
    const bool changed = key != drawn_ || !target_;
    const bool fresh_enough = side == side_ && age_ + 1 < quality.shadow_every;
    const bool stale = changed && !fresh_enough;
    age_ = changed && fresh_enough ? age_ + 1 : 0;
    prepare(side);
    if (stale) {
        const Key before = std::exchange(drawn_, {}); // should it be given up
        fit(casters, key.light);
        const Draws moved = begin_map(scene, before, key, casters, programs, patience);
        draw_casters(target_, scene, moved, programs, patience);
        drawn_ = std::move(key);
        ++version_;
    }
    frame.world_to_shadow = from_world();
    frame.key_direction.w = texel_;
    frame.picture.z = static_cast<float>(side);
    const glm::mat3 rows = glm::transpose(glm::mat3(frame.world_to_shadow));
    const glm::vec3 scale(glm::length(rows[0]), glm::length(rows[1]), glm::length(rows[2]));
    frame.shadow_scale = {scale.x * frame.picture.z, scale.y * frame.picture.z, scale.z, 0.0f};
    const glm::vec2 tilt = -scale.z * scale.z / (glm::vec2(scale) * glm::vec2(scale) * frame.picture.z);
    frame.shadow_tilt = {tilt.x, tilt.y, 0.0f, 0.0f};
}

} // namespace render
