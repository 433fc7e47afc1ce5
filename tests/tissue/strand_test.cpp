#include "tissue/strand.h"

#include "support.h"
#include "tissue/laws.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace tissue_test;

const anatomy::MusclePath& path(const char* id) { return atlas().muscles[static_cast<std::size_t>(muscle(id))]; }

TEST(Strand, HoldsAllTheFibreAndTendonOfTheModel) {
    for (const anatomy::MusclePath& m : atlas().muscles) {
        const tissue::Strand strand(m);
        const double stretch = 1.0 + m.passive_strain_zero, width = std::sin(m.pennation.radians());
        const double fibre = m.optimal_fibre_length * std::sqrt(stretch * stretch - width * width);
        EXPECT_NEAR(strand.slack_length(), m.tendon_slack_length + fibre, 1e-9) << m.id;
        EXPECT_NEAR(strand.fibre_before(strand.slack_length()), fibre, 1e-9) << m.id;
        EXPECT_EQ(strand.fibre_before(0.0), 0.0);
    }
}

TEST(Strand, FibreNeverExceedsTheRoomThereIs) {
    for (const anatomy::MusclePath& m : atlas().muscles) {
        const tissue::Strand strand(m);
        const double step = strand.slack_length() / 500.0;
        double sum = 0.0;
        for (int i = 0; i < 500; ++i) {
            const double more = strand.fibre_before((i + 1) * step) - strand.fibre_before(i * step);
            EXPECT_GE(more, -1e-12) << m.id;
            EXPECT_LE(more, step * (1.0 + 1e-9)) << m.id << ": a bit of muscle cannot be more than all fibre";
            sum += more;
        }
        EXPECT_NEAR(sum, strand.fibre_before(strand.slack_length()), 1e-9);
    }
}

TEST(Strand, EndsAreTendonAndTheMiddleIsBelly) {
    const tissue::Strand strand(path("biceps_femoris_long_head"));
    EXPECT_EQ(strand.belly(0.01), 0.0);
    EXPECT_EQ(strand.belly(0.5 * strand.slack_length()), 1.0);
    EXPECT_EQ(strand.belly(strand.slack_length() - 0.01), 0.0);
}

TEST(Balance, PieceIsSlackUpToItsSlackLengthAndTautBeyond) {
    const tissue::FibreLaw law(path("semitendinosus"));
    const tissue::Piece piece{0.1, 0.1};
    EXPECT_EQ(tissue::balance(law, piece, 0.2).tension, 0.0);
    EXPECT_EQ(tissue::balance(law, piece, 0.15).tension, 0.0);
    EXPECT_GT(tissue::balance(law, piece, 0.205).tension, 0.001);
    EXPECT_GT(tissue::balance(law, piece, 0.22).tension, tissue::balance(law, piece, 0.205).tension);
}

TEST(Balance, PartsAddUpToTheLengthForEveryMuscleActivationAndLength) {
    for (const anatomy::MusclePath& m : atlas().muscles) {
        const tissue::Strand strand(m);
        const tissue::Piece whole = strand.piece(0.0, strand.slack_length());
        for (const double activation : {0.0, 0.1, 0.5, 1.0})
            for (double share = 0.3; share < 1.3; share += 0.01) {
                const double length = share * whole.slack();
                const tissue::Balance b = tissue::balance(strand.law(), whole, length, activation);
                EXPECT_NEAR(whole.fibre * b.fibre_scale + whole.tendon * b.tendon_scale, length, 1e-12)
                    << m.id << ' ' << activation << ' ' << share;
                EXPECT_GE(b.tension, 0.0);
            }
    }
}

TEST(Balance, LongerIsNeverLooserSoThatThereIsOneAnswer) {
    for (const anatomy::MusclePath& m : atlas().muscles) {
        const tissue::FibreLaw law(m);
        const tissue::Strand strand(m);
        const tissue::Piece whole = strand.piece(0.0, strand.slack_length());
        for (const double activation : {0.0, 0.2, 1.0}) {
            double before = 0.0;
            for (double stretch = law.least_stretch(); stretch < 1.9; stretch += 0.005) {
                const double tendon = 1.0 + tissue::tendon_strain(law.tension(stretch, activation).value).value;
                const double length = whole.fibre * law.scale_along(stretch).value + whole.tendon * tendon;
                EXPECT_GT(length, before) << m.id << ' ' << activation << ' ' << stretch;
                before = length;
            }
        }
    }
}

TEST(Balance, ChangesWithoutAStepWhereItFolds) {
    const tissue::Strand strand(path("biceps_femoris_long_head"));
    const tissue::Piece whole = strand.piece(0.0, strand.slack_length());
    for (const double activation : {0.0, 1.0}) {
        tissue::Balance before = tissue::balance(strand.law(), whole, 0.1, activation);
        for (double length = 0.1; length < 0.5; length += 1e-4) {
            const tissue::Balance now = tissue::balance(strand.law(), whole, length, activation);
            EXPECT_NEAR(now.tension, before.tension, 0.005) << length;
            EXPECT_NEAR(now.fibre_scale, before.fibre_scale, 0.002) << length;
            before = now;
        }
    }
}

TEST(Balance, FibreAndTendonBearTheSameTension) {
    const tissue::FibreLaw law(path("biceps_femoris_long_head"));
    for (const double activation : {0.0, 0.4}) {
        const tissue::Balance b = tissue::balance(law, {0.08, 0.2}, 0.3, activation);
        EXPECT_GT(b.tension, 0.0);
        EXPECT_NEAR(tissue::tendon_tension(b.tendon_scale - 1.0), b.tension, 1e-9 * b.tension);
        EXPECT_NEAR(law.tension(b.stretch, activation).value, b.tension, 1e-12);
    }
}

TEST(Balance, TendonAloneFollowsItsLaw) {
    const tissue::FibreLaw law(path("biceps_femoris_long_head"));
    const tissue::Balance b = tissue::balance(law, {0.0, 0.1}, 0.102);
    EXPECT_NEAR(tissue::tendon_strain(b.tension).value, 0.02, 1e-12);
    EXPECT_EQ(tissue::balance(law, {0.0, 0.1}, 0.09).tension, 0.0);
}

} // namespace
