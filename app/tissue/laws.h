#pragma once
// Laws: how fibre and tendon give way under tension. Force normalised by the maximal isometric force, fibre length by
// optimal fibre length ("stretch"), tendon length by slack length.

#include "anatomy/atlas.h"

namespace tissue {

/// A value and its derivative.
struct Slope {
    double value = 0.0, derivative = 0.0;
};

/// Strain of tendon from slack under a normalised tension >= 0 (Thelen 2003, J Biomech Eng 125:70-77, inverted;
/// strain 0.049 at the maximal force as in the model of Rajagopal et al. 2016).
Slope tendon_strain(double tension);
/// Its inverse: the normalised tension at a strain; 0 when slack.
double tendon_tension(double strain);

/// Normalised force of full activation over stretch: the three Gaussians of De Groote et al. 2016, Ann Biomed Eng
/// 44:2922-2936, table 1.
Slope active_force_length(double stretch);

/// The fibres of one muscle: exponential passive law (Thelen 2003 with the shape factor 4 of De Groote et al. 2016),
/// beginning and ending where Uhlrich et al. 2022 calibrated it, and pennation of constant width (Zajac 1989).
class FibreLaw {
public:
    explicit FibreLaw(const anatomy::MusclePath& muscle);

    /// Stretch at which passive force begins.
    double slack_stretch() const { return slack_; }
    /// Fibres are not shorter than this; a muscle that is shorter still folds. A bent prone knee brings the fibres of
    /// biceps femoris to 0.4-0.5.
    double least_stretch() const { return least_; }
    /// Where a search for the stretch ends: far beyond what any tissue bears.
    double most_stretch() const { return most_; }

    /// Normalised passive force of the fibres.
    Slope passive_force(double stretch) const;
    /// Normalised tension along the tendon at an activation 0..1.
    Slope tension(double stretch, double activation) const;
    /// Share of tension() that is passive, 0..1 (0 where there is none).
    double passive_share(double stretch, double activation) const;
    /// Length of the fibres along the tendon over that at slack.
    Slope scale_along(double stretch) const;
    /// The stretch at such a length along the tendon, the inverse of scale_along().
    double stretch_at_scale(double scale) const;
    /// Strain of the fibres from slack; 0 when slack.
    double strain(double stretch) const { return stretch > slack_ ? stretch / slack_ - 1.0 : 0.0; }
    /// Length along the tendon at slack, metres.
    double slack_length_along() const { return slack_along_; }

private:
    double cosine(double stretch) const;

    double width_ = 0.0; ///< of the muscle over optimal fibre length: sine of the pennation at optimal length
    double slack_ = 1.0, range_ = 0.7, least_ = 0.0, most_ = 0.0;
    double slack_scale_ = 0.0; ///< length along the tendon at slack over optimal fibre length
    double slack_along_ = 0.0;
};

} // namespace tissue
