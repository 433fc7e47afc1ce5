#include "tissue/laws.h"

#include "support.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace tissue_test;

const anatomy::MusclePath& path(const char* id) { return atlas().muscles[static_cast<std::size_t>(muscle(id))]; }

TEST(Laws, TendonStrainsByThePublishedAmountAtTheMaximalForce) {
    EXPECT_DOUBLE_EQ(tissue::tendon_strain(0.0), 0.0);
    EXPECT_NEAR(tissue::tendon_strain(1.0), 0.049, 0.0005);
}

TEST(Laws, TendonLawIsThatOfThelenForwards) {
    // f(e) = 0.33 (exp(3 e / e_toe) - 1) / (exp(3) - 1), e_toe = 0.609 * 0.049
    for (const double strain : {0.005, 0.01, 0.02, 0.0298}) {
        const double force = 0.33 * (std::exp(3.0 * strain / (0.609 * 0.049)) - 1.0) / (std::exp(3.0) - 1.0);
        EXPECT_NEAR(tissue::tendon_strain(force), strain, 1e-9);
    }
}

TEST(Laws, TendonLawHasNoStepWhereItTurnsStraight) {
    EXPECT_NEAR(tissue::tendon_strain(0.33 + 1e-9), tissue::tendon_strain(0.33), 1e-8);
}

TEST(Laws, FibreStartsAndEndsWhereItWasCalibrated) {
    for (const anatomy::MusclePath& m : atlas().muscles) {
        EXPECT_NEAR(tissue::fibre_strain(m, 0.0), m.passive_strain_zero, 1e-12) << m.id;
        EXPECT_NEAR(tissue::fibre_strain(m, 1.0), m.passive_strain_one, 1e-12) << m.id;
    }
}

TEST(Laws, FibreKeepsItsWidthAndCarriesTheTension) {
    for (const anatomy::MusclePath& m : atlas().muscles)
        for (const double tension : {0.0, 0.01, 0.2, 1.0}) {
            const double along = tissue::fibre_length_along(m, tension);
            const double width = m.optimal_fibre_length * std::sin(m.pennation.radians());
            const double fibre = std::hypot(along, width);
            const double strain = fibre / m.optimal_fibre_length - 1.0;
            EXPECT_NEAR(tissue::fibre_strain(m, tension * fibre / along), strain, 1e-6) << m.id << ' ' << tension;
            EXPECT_NEAR(tissue::fibre_strain_from_slack(m, tension),
                        (1.0 + strain) / (1.0 + m.passive_strain_zero) - 1.0, 1e-6);
        }
}

TEST(Laws, MoreTensionNeverShortens) {
    const anatomy::MusclePath& m = path("biceps_femoris_long_head");
    for (double tension = 0.0; tension < 2.0; tension += 0.01) {
        EXPECT_GT(tissue::tendon_strain(tension + 0.01), tissue::tendon_strain(tension));
        EXPECT_GT(tissue::fibre_length_along(m, tension + 0.01), tissue::fibre_length_along(m, tension));
    }
}

} // namespace
