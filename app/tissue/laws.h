#pragma once
// Laws: how fibre and tendon give way under passive tension. Everything normalised: force by the maximal isometric
// force, strain by slack length.

#include "anatomy/atlas.h"

namespace tissue {

/// Strain of tendon from slack under a normalised tension >= 0 (Thelen 2003, J Biomech Eng 125:70-77, inverted;
/// strain 0.049 at the maximal force as in the model of Rajagopal et al. 2016).
double tendon_strain(double tension);

/// Strain of passive fibre from optimal length under a normalised fibre force >= 0 (Thelen 2003 with the shape factor
/// 4 of De Groote et al. 2016, Ann Biomed Eng 44:2922-2936), beginning and ending where Uhlrich et al. 2022
/// calibrated it for this muscle.
double fibre_strain(const anatomy::MusclePath& muscle, double force);

/// Length along the tendon of the fibres that carry a normalised tension >= 0, metres. Pennate fibres keep the width of
/// the muscle (Zajac 1989): the longer, the more in line.
double fibre_length_along(const anatomy::MusclePath& muscle, double tension);

/// Strain of the fibres themselves from their slack length under a normalised tension >= 0.
double fibre_strain_from_slack(const anatomy::MusclePath& muscle, double tension);

} // namespace tissue
