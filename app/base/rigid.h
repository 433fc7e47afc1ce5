#pragma once
// Rigid: a rotation followed by a translation, in double precision. Bone frames are of this type.

#include <glm/ext/quaternion_double.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace base {

/// x_parent = rotation * x_child + translation; metres.
struct Rigid {
    glm::dquat rotation{1.0, 0.0, 0.0, 0.0};
    glm::dvec3 translation{0.0};

    bool operator==(const Rigid&) const = default;
    glm::dvec3 point(const glm::dvec3& p) const { return rotation * p + translation; }
    glm::dvec3 direction(const glm::dvec3& d) const { return rotation * d; }
    Rigid operator*(const Rigid& inner) const { return {rotation * inner.rotation, point(inner.translation)}; }
    Rigid inverse() const {
        const glm::dquat back = glm::conjugate(rotation);
        return {back, -(back * translation)};
    }
    glm::mat4 matrix() const {
        glm::dmat4 m = glm::mat4_cast(rotation);
        m[3] = glm::dvec4(translation, 1.0);
        return glm::mat4(m);
    }
};

} // namespace base
