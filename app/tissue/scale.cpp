#include "tissue/scale.h"

#include "anatomy/proportion.h"
#include "motion/pose.h"
#include "tissue/path.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace tissue {
namespace {

using anatomy::Body;

/// From the standing drawn body to the standing other one.
struct Carrier {
    const anatomy::Proportion& proportion;
    motion::BoneFrames from, to;

    glm::dvec3 point(Body body, const glm::dvec3& local) const {
        return to[body].inverse().point(proportion.carry(from[body].point(local)));
    }
    /// How a length along a direction of the body grows at a point.
    double growth(Body body, const glm::dvec3& at, const glm::dvec3& direction) const {
        return glm::length(proportion.jacobian(from[body].point(at)) * from[body].direction(direction));
    }
    double volume(Body body, const glm::dvec3& at) const {
        return glm::determinant(proportion.jacobian(from[body].point(at)));
    }
};

/// Bodies keep their attitude; their origins go along. So a point of a frame is carried before the new frames are
/// known.
void carry_frame(anatomy::JointFrame& frame, const Carrier& carrier) {
    const base::Rigid& rest = carrier.from[frame.body];
    const glm::dvec3 there = carrier.proportion.carry(rest.point(frame.translation));
    frame.translation = rest.inverse().direction(there - carrier.proportion.carry(rest.translation));
}

void carry_movements(anatomy::Joints& joints, const anatomy::Joints& drawn, const Carrier& carrier) {
    const anatomy::JointFrame &knee = drawn.knee_parent, &patella = drawn.patella_parent;
    for (std::size_t i = 0; i < 3; ++i) {
        const double growth =
            carrier.growth(knee.body, knee.translation, knee.rotation * drawn.knee_translation_axes[i]);
        for (double& coefficient : joints.knee_translations[i].coefficients) coefficient *= growth;
    }
    const auto along = [&](const glm::dvec3& axis) {
        return carrier.growth(patella.body, patella.translation, patella.rotation * axis);
    };
    const auto stretch = [](anatomy::Spline& spline, double growth) {
        for (double& value : spline.y) value *= growth;
        for (double& value : spline.second) value *= growth;
    };
    stretch(joints.patella_translation_x, along({1.0, 0.0, 0.0}));
    stretch(joints.patella_translation_y, along({0.0, 1.0, 0.0}));
    stretch(joints.drawn_patella_x, along({1.0, 0.0, 0.0}));
    stretch(joints.drawn_patella_y, along({0.0, 1.0, 0.0}));
    joints.drawn_patella_forward *= along({1.0, 0.0, 0.0});
    joints.patella_translation_z *= along({0.0, 0.0, 1.0});
    const anatomy::JointFrame& ankle = drawn.ankle_parent;
    glm::dvec3& shift = joints.drawn_ankle_shift;
    for (glm::length_t i = 0; i < 3; ++i) {
        glm::dvec3 axis(0.0);
        axis[i] = 1.0;
        shift[i] *= carrier.growth(ankle.body, ankle.translation, ankle.rotation * axis);
    }
}

anatomy::Joints carried(const anatomy::Joints& drawn, const Carrier& carrier) {
    anatomy::Joints joints = drawn;
    for (anatomy::JointFrame* frame :
         {&joints.hip_parent, &joints.hip_child, &joints.knee_parent, &joints.knee_child, &joints.patella_parent,
          &joints.patella_child, &joints.ankle_parent, &joints.ankle_child, &joints.subtalar_parent,
          &joints.subtalar_child, &joints.toes_parent, &joints.toes_child})
        carry_frame(*frame, carrier);
    joints.pelvis_rest = carrier.proportion.carry(drawn.pelvis_rest);
    carry_movements(joints, drawn, carrier);
    return joints;
}

/// The cylinder keeps its attitude. Its radius grows as the section across its axis does.
void carry_cylinder(anatomy::WrapCylinder& wrap, const Carrier& carrier) {
    const double along = carrier.growth(wrap.body, wrap.centre, wrap.rotation * glm::dvec3(0.0, 0.0, 1.0));
    wrap.radius *= std::sqrt(carrier.volume(wrap.body, wrap.centre) / along);
    wrap.length *= along;
    wrap.centre = carrier.point(wrap.body, wrap.centre);
}

/// Its points stand in the model and not in a body.
void carry_strip(anatomy::Strip& strip, const anatomy::Proportion& proportion) {
    for (std::size_t i = 0; i < strip.points.size(); ++i) {
        strip.half_widths[i] *= std::cbrt(glm::determinant(proportion.jacobian(strip.points[i])));
        strip.points[i] = proportion.carry(strip.points[i]);
    }
}

} // namespace

anatomy::Atlas scaled(anatomy::Atlas atlas, const anatomy::Physique& physique) {
    const anatomy::Proportion proportion(atlas.drawn, physique.measures);
    if (proportion.is_drawn()) return atlas;
    const anatomy::Atlas drawn = atlas;
    Carrier carrier{proportion, motion::frames(drawn, {}), {}};
    atlas.joints = carried(drawn.joints, carrier);
    carrier.to = motion::frames(atlas, {});
    for (anatomy::MusclePath& muscle : atlas.muscles)
        for (anatomy::PathPoint& point : muscle.points) point.position = carrier.point(point.body, point.position);
    for (anatomy::WrapCylinder& wrap : atlas.wraps) carry_cylinder(wrap, carrier);
    for (anatomy::Region& region : atlas.regions) {
        region.radius *= std::cbrt(carrier.volume(region.body, region.centre));
        region.centre = carrier.point(region.body, region.centre);
    }
    for (anatomy::Patch& patch : atlas.patches)
        for (anatomy::Strip& strip : patch.strips) carry_strip(strip, proportion);
    for (std::size_t i = 0; i < atlas.muscles.size(); ++i) {
        const int muscle = static_cast<int>(i);
        const double ratio = path_length(atlas, muscle, carrier.to) / path_length(drawn, muscle, carrier.from);
        atlas.muscles[i].optimal_fibre_length *= ratio;
        atlas.muscles[i].tendon_slack_length *= ratio;
    }
    return atlas;
}

} // namespace tissue
