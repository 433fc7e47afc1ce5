#include "sculpt/borrow.h"

#include "base/smooth.h"

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/mat3x3.hpp>
#include <glm/trigonometric.hpp>

namespace sculpt {
namespace {

glm::mat3 turn(const Bend& bend, float share) {
    return glm::mat3(glm::rotate(glm::mat4(1.0f), glm::radians(bend.angle_deg) * share, bend.axis));
}

Box mirrored_box(const Box& box) { return {{-box.high.x, box.low.y, box.low.z}, {-box.low.x, box.high.y, box.high.z}}; }

/// The box, and the box of what the bend turns away from it.
Box bent_box(const Box& box, const Bend& bend) {
    Box turned = box;
    for (int i = 0; i < 3; ++i) {
        if (bend.beyond[i] > 0.9f) turned.low[i] = std::max(box.low[i], bend.centre[i] - bend.over);
        if (bend.beyond[i] < -0.9f) turned.high[i] = std::min(box.high[i], bend.centre[i] + bend.over);
    }
    Box all = box;
    const glm::mat3 whole = turn(bend, 1.0f);
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p((corner & 1) != 0 ? turned.low.x : turned.high.x,
                          (corner & 2) != 0 ? turned.low.y : turned.high.y,
                          (corner & 4) != 0 ? turned.low.z : turned.high.z);
        all.add(bend.centre + whole * (p - bend.centre));
    }
    return all;
}

class Borrowed final : public Primitive {
public:
    Borrowed(Program form, const Loan& loan, const Box& box)
        : Primitive(box), form_(std::move(form)), mirror_(loan.mirror), offset_(loan.offset), bend_(loan.bend) {
        if (bend_) halfway_ = turn(*bend_, 0.5f) * bend_->beyond;
    }

    float distance(const glm::vec3& p) const override {
        glm::vec3 q = bend_ ? straight(p) : p;
        if (mirror_) q.x = -q.x;
        return form_.distance(q) - offset_;
    }

private:
    /// Where p of the bent form lies in the straight one. The turn is told from the plane half-way between both, where
    /// the crease of the joint is.
    glm::vec3 straight(const glm::vec3& p) const {
        const glm::vec3 arm = p - bend_->centre;
        const double along = glm::dot(arm, halfway_);
        const double reach = 0.5 * static_cast<double>(bend_->over);
        const auto share = static_cast<float>(base::smoothstep(-reach, reach, along));
        return share > 0.0f ? bend_->centre + turn(*bend_, -share) * arm : p;
    }

    Program form_;
    bool mirror_;
    float offset_;
    std::optional<Bend> bend_;
    glm::vec3 halfway_{0.0f};
};

} // namespace

Solid make_borrowed(const Program& form, const Loan& loan) {
    Program seamless = form.without_seams();
    Box box = loan.mirror ? mirrored_box(seamless.box()) : seamless.box();
    if (loan.bend) box = bent_box(box, *loan.bend);
    return std::make_shared<Borrowed>(std::move(seamless), loan, box.padded(loan.offset));
}

} // namespace sculpt
