#include "scene/contact_gap.h"

#include "mesh/distance.h"
#include "scene/contact.h"
#include "scene/ground.h"

#include <algorithm>
#include <glm/mat4x4.hpp>

namespace scene {

namespace {

ContactGap measure(const World& world, const PlacedHand& hand, const mesh::Distance& skin) {
    const mesh::Mesh& rest = world.model.meshes[static_cast<std::size_t>(skin_mesh(world))];
    ContactGap gap{hand.hand, hand.place, hand.mesh};
    const Part& part = world.parts[static_cast<std::size_t>(hand.mesh)];
    const glm::dvec3 anchor = world.atlas.structures[static_cast<std::size_t>(part.structure)].anchor;
    const auto nearest = [&](std::uint32_t i) {
        const glm::vec3& p = hand.shape ? hand.shape->positions[i]
                                        : world.model.meshes[static_cast<std::size_t>(hand.mesh)].positions[i];
        return skin.nearest(glm::vec3(hand.frame.point(glm::dvec3(p) - anchor)));
    };
    const auto count =
        static_cast<std::uint32_t>(world.model.meshes[static_cast<std::size_t>(hand.mesh)].positions.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const mesh::Distance::Nearest near = nearest(i);
        const double deep = -static_cast<double>(near.distance);
        gap.inside = std::max(gap.inside, deep);
        if (deep > gap.in_lower_leg && part_of(carrier(rest, rest.indices[3 * near.triangle])) == LegPart::lower_leg)
            gap.in_lower_leg = deep;
    }
    for (const std::uint32_t i : world.prints[static_cast<std::size_t>(part.print)].patch)
        gap.apart = std::max(gap.apart, static_cast<double>(nearest(i).distance));
    return gap;
}

} // namespace

std::vector<ContactGap> contact_gaps(const World& world, const Readout& readout) {
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
        gaps.push_back(measure(world, hand, *distance));
    }
    return gaps;
}

} // namespace scene
