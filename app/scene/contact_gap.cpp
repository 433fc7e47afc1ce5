#include "scene/contact_gap.h"

#include "mesh/distance.h"
#include "scene/contact.h"

#include <algorithm>
#include <glm/mat4x4.hpp>

namespace scene {

namespace {

ContactGap measure(const World& world, const PlacedHand& hand, const mesh::Distance& skin) {
    ContactGap gap{hand.hand, hand.place, hand.mesh, 0.0, 0.0};
    const Part& part = world.parts[static_cast<std::size_t>(hand.mesh)];
    const glm::dvec3 anchor = world.atlas.structures[static_cast<std::size_t>(part.structure)].anchor;
    const auto distance = [&](std::uint32_t i) {
        const glm::vec3& p = hand.shape ? hand.shape->positions[i]
                                        : world.model.meshes[static_cast<std::size_t>(hand.mesh)].positions[i];
        return static_cast<double>(skin.nearest(glm::vec3(hand.frame.point(glm::dvec3(p) - anchor))).distance);
    };
    const auto count =
        static_cast<std::uint32_t>(world.model.meshes[static_cast<std::size_t>(hand.mesh)].positions.size());
    for (std::uint32_t i = 0; i < count; ++i) gap.inside = std::max(gap.inside, -distance(i));
    for (const std::uint32_t i : world.prints[static_cast<std::size_t>(part.print)].patch)
        gap.apart = std::max(gap.apart, distance(i));
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
