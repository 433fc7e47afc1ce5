#pragma once
// settle_course: the way of one movement, and the flesh that settles along it. Only for settle's own files.

#include "sculpt/settle_parts.h"

#include <functional>

namespace sculpt {

/// A joint that bends or turns: how far, and what that concerns.
struct Course {
    mesh::Bend bend;
    motion::Pose from;                ///< it moves out of this pose, with the shapes found before for that
    std::vector<float> degrees;       ///< at which the flesh is solved, increasing, without 0
    std::vector<anatomy::Body> bones; ///< what they carry moves against each other
    float low, high;                  ///< between these heights skin and fascia are looked after, metres
    float flesh_low, flesh_high;      ///< and between these ones the flesh
    float least_share;                ///< of the gaps under skin and fascia that must be kept in the end
    float fascia_step = 0.0f;         ///< degrees at a time that the fascia is led past the bones; 0: all at once

    motion::Pose at(double angle_deg) const;
};

/// Between two solved angles, by number, or at one of them.
struct Between {
    std::size_t before = 0, after = 0;
    float share = 0.0f; ///< of the one after
};

/// Everything that settles, and the solid things round it.
class Settling {
public:
    Settling(const mesh::Model& model, const anatomy::Atlas& atlas, const mesh::Mesh& skin, const Course& course);
    /// Solves every angle, looks between them and then at them again.
    void run();
    /// Calls it for every part with the offsets found.
    void each(const std::function<void(SoftPart&)>& work);

private:
    void measure_all();
    void lead_past_bones(SoftPart& part, float degrees);
    void solve(std::size_t k);
    void mend(const Between& between, bool with_skin);
    void mend_between(float share, bool with_skin);
    void mend_solved();
    std::vector<Under> under_fascia() const;
    std::vector<Under> under_skin(const PosedLeg& leg) const;
    void measure(SoftPart& part, const mesh::Distance& skin, const mesh::Distance* fascia) const;
    KneeFold fold_in(const PosedLeg& leg) const;

    const anatomy::Atlas& atlas_;
    const Course& course_;
    float crease_;
    Bones bones_;
    std::vector<SoftPart> parts_;
    std::optional<SoftPart> fascia_, skin_;
    std::unique_ptr<const Cover> fascia_cover_, skin_cover_;
    std::vector<std::pair<anatomy::Body, Under>> bone_points_; ///< at rest
};

} // namespace sculpt
