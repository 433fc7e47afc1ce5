#include "sculpt/footprint.h"

#include "base/failure.h"
#include "motion/pose.h"
#include "sculpt/simplify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace sculpt {
namespace {

constexpr float k_mm = 1000.0f;

/// Distance to the line minus its half width there.
float strip_distance(const anatomy::Strip& strip, const glm::vec3& place) {
    const auto point = [&](std::size_t i) { return glm::vec3(strip.points[i]) * k_mm; };
    const auto width = [&](std::size_t i) { return static_cast<float>(strip.half_widths[i]) * k_mm; };
    if (strip.points.size() == 1) return glm::distance(place, point(0)) - width(0);
    float nearest = 1e9f;
    for (std::size_t i = 0; i + 1 < strip.points.size(); ++i) {
        const glm::vec3 along = point(i + 1) - point(i);
        const float t =
            std::clamp(glm::dot(place - point(i), along) / std::max(glm::dot(along, along), 1e-6f), 0.0f, 1.0f);
        nearest =
            std::min(nearest, glm::distance(place, point(i) + along * t) - (width(i) + (width(i + 1) - width(i)) * t));
    }
    return nearest;
}

/// Stripes and a border, so that a zone is told from a shadow or a bruise and the skin stays in sight. `facing` is the
/// way that the zone looks; the stripes run obliquely across it. Illustrative.
Area hatched(Area whole, const glm::vec3& facing) {
    constexpr float k_period = 10.0f, k_band = 4.0f, k_border = 2.5f; // mm
    const glm::vec3 up(0.0f, 1.0f, 0.0f);
    const glm::vec3 across = glm::normalize(glm::normalize(glm::cross(facing, up)) + up);
    return [whole = std::move(whole), across](const glm::vec3& place, const glm::vec3& normal) {
        const float edge = whole(place, normal);
        const float at = glm::dot(place, across) / k_period;
        const float stripe = std::abs(at - std::floor(at) - 0.5f) * k_period - 0.5f * k_band;
        return std::max(edge, std::min(stripe, -k_border - edge));
    };
}

/// Colour of the structure with the shadows that the surface has: its vertex colours against the brightest of them.
void paint(mesh::Mesh& patch, const mesh::Mesh& on, const glm::vec3& colour) {
    if (on.colours.empty()) {
        patch.colours.assign(patch.positions.size(), glm::vec4(colour, 1.0f));
        return;
    }
    float brightest = 1e-6f;
    for (const glm::vec4& c : on.colours) brightest = std::max(brightest, c.y);
    for (glm::vec4& c : patch.colours) c = glm::vec4(colour * (c.y / brightest), 1.0f);
}

const anatomy::Region* region_of(const anatomy::Atlas& atlas, const std::string& id) {
    const auto found = std::ranges::find(atlas.regions, id, &anatomy::Region::id);
    return found == atlas.regions.end() ? nullptr : &*found;
}

/// Millimetres by which the levels of detail may stray from the area and its surface.
constexpr std::array<float, mesh::k_detail_count> k_error = {0.12f, 0.25f, 0.5f, 0.5f};

mesh::Mesh make_patch(const anatomy::Structure& structure, const anatomy::Patch& patch, const mesh::Mesh& on,
                      float error) {
    const bool zone = structure.kind == anatomy::Kind::zone;
    SheetOptions options{.above = 0.15f + error, .below = error, .straight = 3.0f * error, .shortest = 15.0f * error};
    if (zone) {
        options.above += 0.25f; // skin moves: a zone lies a little higher
        options.shortest = 2.0f;
        options.longest = 4.0f;
    }
    mesh::Mesh made = sheet(on, zone ? hatched(area_of(patch), patch.facing) : area_of(patch), options);
    if (made.indices.empty())
        throw base::Failure("The patch '" + patch.structure + "' lies nowhere on '" + patch.on + "'.");
    made = simplified(made, static_cast<int>(made.indices.size() / 12), error / k_mm);
    made.id = patch.structure;
    if (!zone) {
        made.joints.clear();
        made.weights.clear();
    }
    made.fibre.clear();
    made.tissue.clear();
    paint(made, on, structure.colour);
    return made;
}

} // namespace

Area area_of(const anatomy::Patch& patch) {
    constexpr float k_slope = 8.0f, k_least = 0.15f; // mm a unit of cosine; cosine at which the surface turns away
    return [strips = patch.strips, facing = glm::vec3(patch.facing)](const glm::vec3& place, const glm::vec3& normal) {
        float nearest = 1e9f;
        for (const anatomy::Strip& strip : strips) nearest = std::min(nearest, strip_distance(strip, place));
        if (facing == glm::vec3(0.0f)) return nearest;
        return std::max(nearest, k_slope * (k_least - glm::dot(normal, facing)));
    };
}

std::vector<anatomy::Patch> zones_on(const mesh::Mesh& skin, const anatomy::Atlas& atlas) {
    const motion::BoneFrames rest = motion::frames(atlas, {});
    std::vector<anatomy::Patch> zones;
    for (const anatomy::Structure& structure : atlas.structures) {
        if (structure.kind != anatomy::Kind::zone) continue;
        anatomy::Patch zone;
        zone.structure = structure.id;
        zone.on = skin.id;
        anatomy::Strip strip;
        for (const std::string& id : structure.regions) {
            const anatomy::Region* region = region_of(atlas, id);
            if (!region) continue;
            const glm::dvec3 centre = rest[region->body].point(region->centre);
            const auto nearer = [&](const glm::vec3& a, const glm::vec3& b) {
                return glm::distance(glm::dvec3(a), centre) < glm::distance(glm::dvec3(b), centre);
            };
            const auto nearest = std::ranges::min_element(skin.positions, nearer);
            const double cover = glm::distance(glm::dvec3(*nearest), centre);
            strip.points.push_back(centre);
            strip.half_widths.push_back(std::hypot(region->radius, cover));
            if (strip.points.size() == 1)
                zone.facing = skin.normals[static_cast<std::size_t>(nearest - skin.positions.begin())];
        }
        zone.strips = {strip};
        zones.push_back(std::move(zone));
    }
    return zones;
}

std::vector<mesh::Mesh> make_footprints(const anatomy::Atlas& atlas, std::span<const mesh::Mesh> made,
                                        mesh::Detail detail) {
    std::vector<anatomy::Patch> patches = atlas.patches;
    const auto find = [&](const std::string& id) { return std::ranges::find(made, id, &mesh::Mesh::id); };
    if (const auto skin = find("skin"); skin != made.end()) {
        const std::vector<anatomy::Patch> zones = zones_on(*skin, atlas);
        patches.insert(patches.end(), zones.begin(), zones.end());
    }
    std::vector<mesh::Mesh> meshes;
    for (const anatomy::Patch& patch : patches)
        if (const auto on = find(patch.on); on != made.end())
            meshes.push_back(
                make_patch(atlas.structures[static_cast<std::size_t>(*atlas.find_structure(patch.structure))], patch,
                           *on, k_error[static_cast<std::size_t>(detail)]));
    return meshes;
}

} // namespace sculpt
