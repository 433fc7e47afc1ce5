#include "scene/contact_gap.h"

#include "mesh/distance.h"
#include "scene/contact.h"
#include "scene/ground.h"

#include <algorithm>
#include <glm/mat4x4.hpp>

namespace scene {

namespace {

/// A zone lies as a patch so near over the skin, metres.
constexpr float k_over_skin = 0.004f;

ContactGap measure(const World& world, const PlacedHand& hand, const mesh::Distance& skin,
                   const std::vector<bool>& zones) {
    const mesh::Mesh& rest = world.model.meshes[static_cast<std::size_t>(skin_mesh(world))];
    ContactGap gap{hand.hand, hand.place, hand.mesh};
    const Part& part = world.parts[static_cast<std::size_t>(hand.mesh)];
    const glm::dvec3 anchor = world.atlas.structures[static_cast<std::size_t>(part.structure)].anchor;
    const auto nearest = [&](std::uint32_t i) {
        const glm::vec3& p = hand.shape ? hand.shape->positions[i]
                                        : world.model.meshes[static_cast<std::size_t>(hand.mesh)].positions[i];
        return skin.nearest(glm::vec3(hand.frame.point(glm::dvec3(p) - anchor)));
    };
    const auto below_knee = [&](const mesh::Distance::Nearest& near) {
        return part_of(carrier(rest, rest.indices[3 * near.triangle])) == LegPart::lower_leg;
    };
    const auto count =
        static_cast<std::uint32_t>(world.model.meshes[static_cast<std::size_t>(hand.mesh)].positions.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const mesh::Distance::Nearest near = nearest(i);
        const double deep = -static_cast<double>(near.distance);
        gap.inside = std::max(gap.inside, deep);
        if (deep > gap.in_lower_leg && below_knee(near)) gap.in_lower_leg = deep;
    }
    const std::vector<std::uint32_t>& patch = world.prints[static_cast<std::size_t>(part.print)].patch;
    for (const std::uint32_t i : patch) {
        const mesh::Distance::Nearest near = nearest(i);
        gap.apart = std::max(gap.apart, static_cast<double>(near.distance));
        if (below_knee(near)) gap.on_lower_leg += 1.0;
        if (!zones.empty() && zones[rest.indices[3 * near.triangle]]) gap.on_zone += 1.0;
    }
    const auto all = static_cast<double>(std::max<std::size_t>(patch.size(), 1));
    gap.on_lower_leg /= all;
    gap.on_zone /= all;
    return gap;
}

} // namespace

std::vector<bool> skin_of_zones(const World& world) {
    std::vector<bool> covered;
    const int skin = skin_mesh(world);
    if (skin < 0) return covered;
    const std::vector<glm::vec3>& at = world.model.meshes[static_cast<std::size_t>(skin)].positions;
    covered.resize(at.size());
    for (std::size_t i = 0; i < world.parts.size(); ++i) {
        const int structure = world.parts[i].structure;
        if (structure < 0) continue;
        if (world.atlas.structures[static_cast<std::size_t>(structure)].kind != anatomy::Kind::zone) continue;
        const mesh::Distance zone(world.model.meshes[i]);
        for (std::size_t v = 0; v < at.size(); ++v)
            if (zone.surface_within(at[v], k_over_skin)) covered[v] = true;
    }
    return covered;
}

std::vector<ContactGap> contact_gaps(const World& world, const Readout& readout, const std::vector<bool>& zones) {
    std::vector<ContactGap> gaps;
    const int skin = skin_mesh(world);
    if (skin < 0 || !readout.skin) return gaps;
    std::optional<mesh::Distance> distance; // made for the first hand that needs it
    for (const PlacedHand& hand : readout.hands) {
        const Part& part = world.parts[static_cast<std::size_t>(hand.mesh)];
        if (hand.travels || hand.place == lesson::HandPlace::away || part.print < 0) continue;
        if (!distance) {
            mesh::Mesh now = world.model.meshes[static_cast<std::size_t>(skin)];
            now.positions = readout.skin->positions;
            distance.emplace(now);
        }
        gaps.push_back(measure(world, hand, *distance, zones));
    }
    return gaps;
}

} // namespace scene
