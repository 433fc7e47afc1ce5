#include "sculpt/primitive.h"

#include "sculpt/assembly.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/mat3x3.hpp>
#include <glm/trigonometric.hpp>

namespace sculpt {
namespace {

/// The box round a turned box of half extents `half`.
Box turned_box(const glm::vec3& centre, const glm::vec3& half, const glm::mat3& turn) {
    const glm::vec3 reach = glm::abs(turn[0]) * half.x + glm::abs(turn[1]) * half.y + glm::abs(turn[2]) * half.z;
    return {centre - reach, centre + reach};
}

class Ellipsoid final : public Primitive {
public:
    Ellipsoid(const glm::vec3& centre, const glm::vec3& radii, const glm::mat3& turn)
        : Primitive(turned_box(centre, radii, turn)), centre_(centre), radii_(radii), back_(glm::transpose(turn)) {}

    float distance(const glm::vec3& p) const override {
        return superellipsoid_distance(back_ * (p - centre_), radii_, 2.0f);
    }

private:
    glm::vec3 centre_, radii_;
    glm::mat3 back_;
};

class RoundBox final : public Primitive {
public:
    RoundBox(const glm::vec3& centre, const glm::vec3& half, float round, const glm::mat3& turn)
        : Primitive(turned_box(centre, half, turn)), centre_(centre), half_(half - round), round_(round),
          back_(glm::transpose(turn)) {}

    float distance(const glm::vec3& p) const override {
        const glm::vec3 q = glm::abs(back_ * (p - centre_)) - half_;
        const float inside = std::min(std::max({q.x, q.y, q.z}), 0.0f);
        return glm::length(glm::max(q, glm::vec3(0.0f))) + inside - round_;
    }

private:
    glm::vec3 centre_, half_;
    float round_;
    glm::mat3 back_;
};

Box cone_box(const glm::vec3& a, const glm::vec3& b, float radius_a, float radius_b) {
    Box box;
    box.add(a, radius_a);
    box.add(b, radius_b);
    return box;
}

/// Exact: in the half plane through the axis the solid's outline is two arcs and their common tangent.
class RoundCone final : public Primitive {
public:
    RoundCone(const glm::vec3& a, const glm::vec3& b, float radius_a, float radius_b)
        : Primitive(cone_box(a, b, radius_a, radius_b)), a_(a), radius_a_(radius_a), radius_b_(radius_b),
          length_(glm::length(b - a)) {
        axis_ = length_ > 0.0f ? (b - a) / length_ : glm::vec3(0.0f, 1.0f, 0.0f);
        // a ball inside the other leaves no tangent: only the bigger one counts
        sine_ = radius_a < radius_b ? -1.0f : 1.0f;
        if (length_ > 0.0f) sine_ = std::clamp((radius_a - radius_b) / length_, -1.0f, 1.0f);
        cosine_ = std::sqrt(1.0f - sine_ * sine_);
    }

    float distance(const glm::vec3& p) const override {
        const glm::vec3 q = p - a_;
        const float along = glm::dot(q, axis_);
        const float across = std::sqrt(std::max(0.0f, glm::dot(q, q) - along * along));
        // foot of the perpendicular onto the tangent, measured along the tangent from ball a's touching point
        const float foot = along * cosine_ - across * sine_;
        if (foot <= 0.0f && cosine_ > 0.0f) return std::hypot(along, across) - radius_a_;
        if (foot >= length_ * cosine_ && cosine_ > 0.0f) return std::hypot(along - length_, across) - radius_b_;
        if (cosine_ <= 0.0f)
            return sine_ > 0.0f ? std::hypot(along, across) - radius_a_
                                : std::hypot(along - length_, across) - radius_b_;
        return along * sine_ + across * cosine_ - radius_a_;
    }

private:
    glm::vec3 a_, axis_;
    float radius_a_, radius_b_, length_, sine_, cosine_;
};

} // namespace

glm::mat3 rotation(const glm::vec3& degrees) {
    const glm::vec3 r = glm::radians(degrees);
    glm::mat4 m = glm::rotate(glm::mat4(1.0f), r.z, glm::vec3(0.0f, 0.0f, 1.0f));
    m = glm::rotate(m, r.y, glm::vec3(0.0f, 1.0f, 0.0f));
    m = glm::rotate(m, r.x, glm::vec3(1.0f, 0.0f, 0.0f));
    return glm::mat3(m);
}

float superellipsoid_distance(const glm::vec3& p, const glm::vec3& radii, float exponent) {
    const glm::vec3 q = glm::abs(p) / radii;
    const float smallest = std::min({radii.x, radii.y, radii.z});
    float k = 0.0f;
    glm::vec3 gradient;
    if (exponent == 2.0f) {
        k = glm::length(q);
        gradient = q / radii;
    } else {
        const glm::vec3 less = glm::pow(glm::max(q, glm::vec3(1e-6f)), glm::vec3(exponent - 1.0f));
        const float sum = glm::dot(less, q);
        k = std::pow(std::max(sum, 1e-30f), 1.0f / exponent);
        gradient = less * (k / std::max(sum, 1e-30f)) * k / radii; // times k, as in the branch above
    }
    const float steep = glm::length(gradient);
    if (k < 1e-4f || steep < 1e-12f) return -smallest;
    // Newton step from p to the level set k = 1; deep inside it would exceed the depth, which the sphere arc bounds
    const float first_order = (k - 1.0f) * k / steep;
    return k >= 1.0f ? first_order : std::max(first_order, -smallest * std::sqrt(1.0f - k * k));
}

Solid make_ellipsoid(const glm::vec3& centre, const glm::vec3& radii, const glm::vec3& rotate_deg) {
    return std::make_shared<Ellipsoid>(centre, radii, rotation(rotate_deg));
}

Solid make_cone(const glm::vec3& a, const glm::vec3& b, float radius_a, float radius_b) {
    return std::make_shared<RoundCone>(a, b, radius_a, radius_b);
}

Solid make_box(const glm::vec3& centre, const glm::vec3& half, float round, const glm::vec3& rotate_deg) {
    return std::make_shared<RoundBox>(centre, half, round, rotation(rotate_deg));
}

} // namespace sculpt
