#include "render/section_pass.h"

#include "render/emphasis.h"
#include "render/section_geometry.h"

#include <glm/geometric.hpp>
#include <span>

namespace render {

namespace {

/// Two axes of the plane in pattern units (1/mm). Along fibres the pattern is drawn out as a slanting cut draws it out.
struct Grain {
    glm::vec3 across{0.0f}, onward{0.0f};
};

Grain grain(const Cut& cut, const glm::vec3& normal) {
    constexpr float k_per_mm = 1000.0f, k_longest = 12.0f; ///< cells of a fibre cut lengthwise do end somewhere
    const bool fibres = glm::dot(cut.section.along, cut.section.along) > 1e-6f;
    const glm::vec3 along = fibres ? glm::normalize(cut.section.along) : normal;
    const float through = std::abs(glm::dot(along, normal));
    glm::vec3 lying = along - normal * glm::dot(along, normal);
    if (glm::dot(lying, lying) < 1e-4f) {
        const glm::vec3 helper = std::abs(normal.x) < 0.5f ? glm::vec3(1.0f, 0.0f, 0.0f) : glm::vec3(0.0f, 1.0f, 0.0f);
        lying = helper - normal * glm::dot(helper, normal);
    }
    const glm::vec3 onward = glm::normalize(lying);
    return {glm::cross(normal, onward) * k_per_mm, onward * (k_per_mm * std::max(through, 1.0f / k_longest))};
}

void set_look(const Cut& cut, const glm::vec3& normal, gpu::Program& program) {
    const scene::Item& item = *cut.item;
    const mesh::Section& section = cut.section;
    const Grain axes = grain(cut, normal);
    const bool coloured = section.colour != glm::vec3(0.0f);
    const float radius_mm = 2000.0f * std::abs(section.area) / std::max(section.length, 1e-6f);
    program.use();
    program.set("u_reach", k_outline_reach);
    program.set("u_origin", section.bounds.centre());
    program.set("u_across", axes.across);
    program.set("u_onward", axes.onward);
    program.set("u_colour", glm::vec4(coloured ? section.colour * item.colour : item.colour, radius_mm));
    program.set("u_tissue", glm::vec4(section.tendon, section.strain, cut.shaft * 1000.0f, 0.0f));
    program.set("u_along", cut.bone);
    set_emphasis(program, item);
}

/// Skin, what lies within it and what lies outside keep their outlines apart: none shows on another's cut. The distance
/// goes into the channel that is 0 here.
glm::vec3 channel(anatomy::Kind kind) {
    if (kind == anatomy::Kind::skin) return {0.0f, 1.0f, 1.0f};
    return kind < anatomy::Kind::skin ? glm::vec3(1.0f, 0.0f, 1.0f) : glm::vec3(1.0f, 1.0f, 0.0f);
}

} // namespace

void SectionPass::lay_out() {
    std::vector<SectionVertex> vertices;
    append_cover(cuts_.all(), plane_, vertices);
    places_.clear();
    const auto size = [&] { return static_cast<int>(vertices.size()); };
    for (const Cut& cut : cuts_.all()) {
        Place place;
        place.fan = size();
        if (cut.section.closed) append_fan(cut.section, vertices);
        place.fan_count = size() - place.fan;
        place.trace = size();
        append_trace(cut.section, plane_.normal, trace_reach(cut), vertices);
        place.trace_count = size() - place.trace;
        places_.push_back(place);
    }
    buffer_.replace(gpu::BufferUse::vertices, std::as_bytes(std::span(vertices)));
    if (array_) return;
    constexpr int k_stride = sizeof(SectionVertex);
    array_ = gpu::VertexArray::create();
    array_.attribute(buffer_, {0, 3, gpu::Scalar::float32, k_stride, offsetof(SectionVertex, position)});
    array_.attribute(buffer_, {1, 4, gpu::Scalar::float32, k_stride, offsetof(SectionVertex, place)});
}

void SectionPass::prepare(const scene::Scene& scene, const DrawList& list, const mesh::Model& model,
                          const glm::mat4& view_projection, Programs& programs, Targets& targets) {
    cuts_.update(scene, list, model);
    plane_ = scene.clip;
    if (cuts_.all().empty()) return;
    if (cuts_.changed()) lay_out();
    for (std::size_t i = 0; i < places_.size(); ++i)
        places_[i].scissor = pixels_of(cuts_.all()[i].section.bounds, view_projection, targets.size);
    trace(programs, targets);
}

void SectionPass::trace(Programs& programs, Targets& targets) {
    targets.prepare_outlines();
    targets.tracing.bind(targets.size);
    gpu::apply({});
    targets.tracing.clear_colour(0, glm::vec4(1.0f));
    gpu::Program& program = programs.flat(Flat::section_outline);
    program.use();
    program.set("u_reach", k_outline_reach);
    gpu::apply({.blend = gpu::Blend::least});
    for (std::size_t i = 0; i < places_.size(); ++i) {
        program.set("u_channel", channel(cuts_.all()[i].item->kind));
        array_.draw(places_[i].trace, places_[i].trace_count);
    }
}

void SectionPass::count(const Place& place, gpu::Program& program) const {
    program.use();
    gpu::apply({.stencil = gpu::Stencil::count, .write_colour = false, .scissor = place.scissor});
    array_.draw(place.fan, place.fan_count);
}

void SectionPass::cover(const Place& place, gpu::State state) const {
    state.stencil = gpu::Stencil::spend;
    state.scissor = place.scissor;
    gpu::apply(state);
    array_.draw(0, k_cover_vertices);
}

void SectionPass::draw(Programs& programs, const Targets& targets) {
    if (cuts_.all().empty()) return;
    targets.outlines.bind(1);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const Cut& cut = cuts_.all()[i];
        if (places_[i].fan_count == 0) continue;
        count(places_[i], programs.flat(Flat::section_mask));
        set_look(cut, plane_.normal, programs.section(cut_look_of(cut.item->kind)));
        cover(places_[i], {.depth = gpu::Depth::less_or_equal});
    }
}

void SectionPass::mark(const std::function<bool(const scene::Item&)>& marked, Programs& programs) {
    gpu::Program& program = programs.flat(Flat::section_mask);
    for (std::size_t i = 0; i < places_.size() && i < cuts_.all().size(); ++i) {
        if (!marked(*cuts_.all()[i].item) || places_[i].fan_count == 0) continue;
        count(places_[i], program);
        program.set("u_mark", glm::vec2(1.0f, 1.0f));
        cover(places_[i], {.depth = gpu::Depth::read_only});
    }
}

} // namespace render
