#include "files/atlas_parts.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace files {

namespace {

using anatomy::Body;

constexpr double k_radians = std::numbers::pi / 180.0;

void read_frame(Section& section, const std::string& end, Body wanted, anatomy::JointFrame& frame) {
    frame.body = read_body(section, end);
    if (section.has(end) && frame.body != wanted) {
        const std::string_view name = anatomy::k_body_names[static_cast<std::size_t>(anatomy::index(wanted))];
        section.error(end, "The " + end + " of this joint must be '" + std::string(name) + "'.");
    }
    frame.translation = section.vector(end + "_translation_mm", 0.001);
    frame.rotation = read_rotation(section, end + "_rotation");
}

void read_joint(Section& section, Body parent, Body child, anatomy::JointFrame& at_parent,
                anatomy::JointFrame& at_child) {
    read_frame(section, "parent", parent, at_parent);
    read_frame(section, "child", child, at_child);
}

std::array<glm::dvec3, 3> read_axes(Section& section, std::string_view key) {
    std::array<glm::dvec3, 3> axes{};
    const std::vector<std::vector<double>> rows = section.rows(key, 3);
    if (rows.size() != 3) {
        if (!rows.empty()) section.error(key, "This must be 3 axes, but it has " + std::to_string(rows.size()) + ".");
        return axes;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        axes[i] = {rows[i][0], rows[i][1], rows[i][2]};
        if (std::abs(glm::length(axes[i]) - 1.0) > 1e-4) {
            section.error(key, "Each axis must have length 1.");
            return axes;
        }
    }
    return axes;
}

template <std::size_t n>
std::array<anatomy::Polynomial, n> read_polynomials(Section& section, std::string_view key) {
    std::array<anatomy::Polynomial, n> polynomials;
    const std::vector<std::vector<double>> rows = section.rows(key, 0);
    if (rows.size() != n) {
        if (!rows.empty())
            section.error(key, "This must be " + std::to_string(n) + " polynomials, but it has " +
                                   std::to_string(rows.size()) + ".");
        return polynomials;
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (rows[i].empty()) section.error(key, "A polynomial needs at least one coefficient.");
        polynomials[i].coefficients = rows[i];
    }
    return polynomials;
}

void read_knee(Section section, anatomy::Joints& joints) {
    read_joint(section, Body::femur, Body::tibia, joints.knee_parent, joints.knee_child);
    joints.knee_rotation_axes = read_axes(section, "rotation_axes");
    joints.knee_rotations = read_polynomials<2>(section, "rotation_polynomials_rad");
    joints.knee_translation_axes = read_axes(section, "translation_axes");
    joints.knee_translations = read_polynomials<3>(section, "translation_polynomials_m_per_rad");
    section.finish();
}

anatomy::Spline read_spline(Section& section, std::string_view key, const std::vector<double>& nodes, double scale) {
    std::vector<double> values = section.numbers(key);
    if (nodes.empty() || values.empty()) return {};
    if (values.size() != nodes.size()) {
        section.error(key, "This must have as many numbers as nodes_deg, " + std::to_string(nodes.size()) +
                               ", but it has " + std::to_string(values.size()) + ".");
        return {};
    }
    for (double& value : values) value *= scale;
    return anatomy::Spline::through(nodes, std::move(values));
}

/// Knee flexions, radians; empty when they are wrong.
std::vector<double> read_nodes(Section& section) {
    std::vector<double> nodes = section.numbers("nodes_deg");
    bool increasing = true;
    for (std::size_t i = 1; i < nodes.size(); ++i) increasing = increasing && nodes[i - 1] < nodes[i];
    if (!nodes.empty() && (nodes.size() < 4 || !increasing)) {
        section.error("nodes_deg", "There must be at least 4 nodes, each greater than the one before.");
        nodes.clear();
    }
    for (double& node : nodes) node *= k_radians;
    return nodes;
}

void read_patella(Section section, anatomy::Joints& joints) {
    read_joint(section, Body::femur, Body::patella, joints.patella_parent, joints.patella_child);
    const std::vector<double> nodes = read_nodes(section);
    joints.patella_rotation = read_spline(section, "rotation_deg", nodes, k_radians);
    joints.patella_translation_x = read_spline(section, "translation_x_mm", nodes, 0.001);
    joints.patella_translation_y = read_spline(section, "translation_y_mm", nodes, 0.001);
    joints.patella_translation_z = section.number("translation_z_mm") * 0.001;
    section.finish();
}

void read_drawn_patella(Section section, anatomy::Joints& joints) {
    const std::vector<double> nodes = read_nodes(section);
    joints.drawn_patella_rotation = read_spline(section, "rotation_deg", nodes, k_radians);
    joints.drawn_patella_x = read_spline(section, "translation_x_mm", nodes, 0.001);
    joints.drawn_patella_y = read_spline(section, "translation_y_mm", nodes, 0.001);
    joints.drawn_patella_forward = section.number("forward_mm_per_tibial_rotation_deg") * 0.001 / k_radians;
    section.finish();
}

void read_simple(Section section, Body parent, Body child, anatomy::JointFrame& at_parent,
                 anatomy::JointFrame& at_child) {
    read_joint(section, parent, child, at_parent, at_child);
    section.finish();
}

void read_drawn_ankle(Section section, anatomy::Joints& joints) {
    joints.drawn_ankle_shift = section.vector("axis_shift_mm", 0.001);
    section.finish();
}

anatomy::Range read_range(Section& section, std::string_view key) {
    const std::vector<double> ends = section.numbers(key);
    if (ends.empty()) return {};
    if (ends.size() != 2 || ends[0] >= ends[1] || ends[0] < -180.0 || ends[1] > 180.0) {
        section.error(key, "A range must be [low, high] with -180 <= low < high <= 180.");
        return {};
    }
    return {base::Angle::degrees(ends[0]), base::Angle::degrees(ends[1])};
}

} // namespace

void read_joints(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    anatomy::Joints& joints = atlas.joints;
    joints.pelvis_rest = root.vector("pelvis_rest_mm", 0.001);
    read_source_ids(root, atlas, true);
    read_simple(root.table("hip"), Body::pelvis, Body::femur, joints.hip_parent, joints.hip_child);
    read_knee(root.table("knee"), joints);
    read_patella(root.table("patella"), joints);
    read_drawn_patella(root.table("drawn_patella"), joints);
    read_simple(root.table("ankle"), Body::tibia, Body::talus, joints.ankle_parent, joints.ankle_child);
    read_drawn_ankle(root.table("drawn_ankle"), joints);
    read_simple(root.table("subtalar"), Body::talus, Body::calcaneus, joints.subtalar_parent, joints.subtalar_child);
    read_simple(root.table("toes"), Body::calcaneus, Body::toes, joints.toes_parent, joints.toes_child);
    Section range = root.table("range");
    atlas.hip_flexion = read_range(range, "hip_flexion_deg");
    atlas.hip_adduction = read_range(range, "hip_adduction_deg");
    atlas.hip_rotation = read_range(range, "hip_rotation_deg");
    atlas.knee_flexion = read_range(range, "knee_flexion_deg");
    atlas.tibial_rotation = read_range(range, "tibial_rotation_deg");
    atlas.ankle_dorsiflexion = read_range(range, "ankle_dorsiflexion_deg");
    atlas.toe_extension = read_range(range, "toe_extension_deg");
    range.finish();
    root.finish();
}

} // namespace files
