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
    const anatomy::MusclePath& m = path("semitendinosus");
    const tissue::Piece piece{0.1, 0.1};
    EXPECT_EQ(tissue::balance(m, piece, 0.2).tension, 0.0);
    EXPECT_EQ(tissue::balance(m, piece, 0.15).tension, 0.0);
    EXPECT_GT(tissue::balance(m, piece, 0.205).tension, 1.0);
}

TEST(Balance, PartsAddUpToTheLengthInEveryCase) {
    const anatomy::MusclePath& m = path("biceps_femoris_long_head");
    const tissue::Piece piece{0.08, 0.2};
    for (double length = 0.05; length < 0.4; length += 0.005) {
        const tissue::Balance b = tissue::balance(m, piece, length);
        EXPECT_NEAR(piece.fibre * b.fibre_scale + piece.tendon * b.tendon_scale, length, 1e-9) << length;
    }
}

TEST(Balance, FibreAndTendonBearTheSameTension) {
    const anatomy::MusclePath& m = path("biceps_femoris_long_head");
    const tissue::Balance b = tissue::balance(m, {0.08, 0.2}, 0.3);
    const double tension = b.tension / m.max_isometric_force;
    EXPECT_NEAR(b.tendon_scale, 1.0 + tissue::tendon_strain(tension), 1e-9);
    EXPECT_NEAR(b.fibre_scale, tissue::fibre_length_along(m, tension) / tissue::fibre_length_along(m, 0.0), 1e-9);
}

} // namespace
