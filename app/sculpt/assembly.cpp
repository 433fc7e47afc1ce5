#include "sculpt/assembly.h"

#include <algorithm>
#include <glm/matrix.hpp>
#include <utility>

namespace sculpt {
namespace {

class Placed final : public Primitive {
public:
    Placed(const Box& box, Solid solid, const Placing& placing)
        : Primitive(box), solid_(std::move(solid)), back_(glm::transpose(placing.turn)), origin_(placing.origin) {}

    float distance(const glm::vec3& p) const override { return solid_->distance(back_ * (p - origin_)); }

private:
    Solid solid_;
    glm::mat3 back_;
    glm::vec3 origin_;
};

class Group final : public Primitive {
public:
    explicit Group(Program program) : Primitive(program.box()), program_(std::move(program)) {}

    float distance(const glm::vec3& p) const override { return program_.distance(p); }

private:
    Program program_;
};

class Branching final : public Primitive {
public:
    Branching(const Box& box, Solid trunk, std::vector<Branch> branches, float melt, float apart)
        : Primitive(box), trunk_(std::move(trunk)), branches_(std::move(branches)), melt_(melt), apart_(apart) {}

    float distance(const glm::vec3& p) const override {
        const float trunk = trunk_->distance(p);
        float d = trunk;
        for (const Branch& branch : branches_) {
            float own = trunk;
            if (branch.root->box().distance(p) < trunk + melt_)
                own = smooth_min(trunk, branch.root->distance(p), melt_);
            // what melted here already is part of d: only what sticks out beyond it counts
            d = std::min(d, own);
            if (branch.whole->box().distance(p) < d + apart_) d = smooth_min(d, branch.whole->distance(p), apart_);
        }
        return d;
    }

private:
    Solid trunk_;
    std::vector<Branch> branches_;
    float melt_, apart_;
};

} // namespace

Solid make_placed(Solid solid, const Placing& placing) {
    Box box;
    for (int corner = 0; corner < 8; ++corner) {
        const Box& own = solid->box();
        box.add(placing.point({corner & 1 ? own.high.x : own.low.x, corner & 2 ? own.high.y : own.low.y,
                               corner & 4 ? own.high.z : own.low.z}));
    }
    return std::make_shared<Placed>(box, std::move(solid), placing);
}

Solid make_group(Program program) { return std::make_shared<Group>(std::move(program)); }

Solid make_branching(Solid trunk, std::vector<Branch> branches, float melt, float apart) {
    Box box = trunk->box();
    for (const Branch& branch : branches) {
        box.add(branch.root->box());
        box.add(branch.whole->box());
    }
    return std::make_shared<Branching>(box.padded(0.25f * melt), std::move(trunk), std::move(branches), melt, apart);
}

} // namespace sculpt
