#include "tissue/path.h"

#include "support.h"
#include "tissue/solver.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

using namespace tissue_test;

double length_at(int m, double knee_deg) {
    return tissue::path_length(atlas(), m, motion::frames(atlas(), knee(knee_deg)));
}

struct Published {
    const char* muscle;
    double knee_deg, length_mm, moment_arm_mm;
};

// An independent evaluation of the published paths (Lai et al. 2017, Uhlrich et al. 2022), hip at 0.
constexpr std::array<Published, 20> k_published = {{
    {"biceps_femoris_long_head", 0, 421.5, 29.9},
    {"biceps_femoris_long_head", 30, 406.9, 27.6},
    {"biceps_femoris_long_head", 60, 391.7, 30.5},
    {"biceps_femoris_long_head", 90, 375.7, 29.3},
    {"biceps_femoris_long_head", 120, 362.3, 21.3},
    {"biceps_femoris_short_head", 0, 230.0, 22.4},
    {"biceps_femoris_short_head", 30, 219.3, 20.1},
    {"biceps_femoris_short_head", 60, 207.8, 24.4},
    {"biceps_femoris_short_head", 90, 194.1, 26.8},
    {"biceps_femoris_short_head", 120, 182.2, 15.7},
    {"semitendinosus", 0, 455.8, 39.0},
    {"semitendinosus", 30, 434.3, 44.3},
    {"semitendinosus", 60, 409.6, 48.6},
    {"semitendinosus", 90, 385.2, 42.4},
    {"semitendinosus", 120, 367.2, 24.3},
    {"semimembranosus", 0, 413.1, 32.1},
    {"semimembranosus", 30, 395.6, 35.3},
    {"semimembranosus", 60, 376.2, 37.6},
    {"semimembranosus", 90, 357.5, 32.5},
    {"semimembranosus", 120, 343.7, 19.0},
}};

TEST(Path, HamstringLengthsAndMomentArmsAreThePublishedOnes) {
    for (const Published& row : k_published) {
        const int m = muscle(row.muscle);
        EXPECT_NEAR(length_at(m, row.knee_deg) * 1e3, row.length_mm, 0.5) << row.muscle << " at " << row.knee_deg;
        EXPECT_NEAR(knee_arm(atlas(), row.muscle, row.knee_deg) * 1e3, row.moment_arm_mm, 1.0)
            << row.muscle << " at " << row.knee_deg;
    }
}

TEST(Path, LengthChangesSmoothlyWithTheKneeForEveryMuscle) {
    for (std::size_t m = 0; m < atlas().muscles.size(); ++m) {
        double before = length_at(static_cast<int>(m), 0.0);
        for (double deg = 0.5; deg <= 140.0; deg += 0.5) {
            const double now = length_at(static_cast<int>(m), deg);
            // 0.5 mm in half a degree would be a moment arm of 57 mm, more than any muscle of the knee has
            EXPECT_LT(std::abs(now - before), 0.5e-3) << atlas().muscles[m].id << " at " << deg;
            before = now;
        }
    }
}

TEST(Path, MomentArmsAreTheExcursionOverTheAngleAboutEveryCoordinate) {
    constexpr double k_half_step = 1e-4;
    motion::Pose pose = knee(50.0);
    pose.hip_flexion = base::Angle::degrees(15.0);
    pose.hip_rotation = base::Angle::degrees(8.0);
    for (int m = 0; m < static_cast<int>(atlas().muscles.size()); ++m) {
        const tissue::MuscleState state = tissue::evaluate_muscle(atlas(), m, pose, std::nullopt);
        for (int c = 0; c < motion::k_coordinate_count; ++c) {
            const auto coordinate = static_cast<motion::Coordinate>(c);
            motion::Pose less = pose, more = pose;
            motion::angle_of(less, coordinate) = motion::angle_of(pose, coordinate) - base::Angle::radians(k_half_step);
            motion::angle_of(more, coordinate) = motion::angle_of(pose, coordinate) + base::Angle::radians(k_half_step);
            const double excursion = tissue::path_length(atlas(), m, motion::frames(atlas(), less)) -
                                     tissue::path_length(atlas(), m, motion::frames(atlas(), more));
            EXPECT_NEAR(state.moment_arm(coordinate), excursion / (2.0 * k_half_step), 1e-5)
                << atlas().muscles[static_cast<std::size_t>(m)].id << ' ' << motion::k_coordinate_names[std::size_t(c)];
        }
    }
}

TEST(Path, PolylineHasTheExactLengthWithinAHundredthOfAMillimetre) {
    for (std::size_t m = 0; m < atlas().muscles.size(); ++m)
        for (double deg = 0.0; deg <= 140.0; deg += 20.0) {
            const motion::BoneFrames frames = motion::frames(atlas(), knee(deg));
            const std::vector<glm::dvec3> points = tissue::path_points(atlas(), static_cast<int>(m), frames);
            double length = 0.0;
            for (std::size_t i = 0; i + 1 < points.size(); ++i) length += glm::distance(points[i], points[i + 1]);
            EXPECT_NEAR(length, tissue::path_length(atlas(), static_cast<int>(m), frames), 0.01e-3)
                << atlas().muscles[m].id << " at " << deg;
        }
}

TEST(Path, StartsAtTheOriginAndEndsAtTheInsertion) {
    const motion::BoneFrames frames = motion::frames(atlas(), knee(70.0));
    for (std::size_t m = 0; m < atlas().muscles.size(); ++m) {
        const anatomy::MusclePath& path = atlas().muscles[m];
        const std::vector<glm::dvec3> points = tissue::path_points(atlas(), static_cast<int>(m), frames);
        EXPECT_LT(glm::distance(points.front(), frames[path.points.front().body].point(path.points.front().position)),
                  1e-9);
        EXPECT_LT(glm::distance(points.back(), frames[path.points.back().body].point(path.points.back().position)),
                  1e-9);
    }
}

TEST(Path, FractionWalksTheLengthEvenly) {
    const std::vector<glm::dvec3> corner = {{0.0, 0.0, 0.0}, {3.0, 0.0, 0.0}, {3.0, 1.0, 0.0}};
    EXPECT_LT(glm::distance(tissue::at_fraction(corner, 0.5).point, glm::dvec3(2.0, 0.0, 0.0)), 1e-12);
    EXPECT_LT(glm::distance(tissue::at_fraction(corner, 0.875).point, glm::dvec3(3.0, 0.5, 0.0)), 1e-12);
    EXPECT_LT(glm::distance(tissue::at_fraction(corner, 0.875).tangent, glm::dvec3(0.0, 1.0, 0.0)), 1e-12);
    EXPECT_LT(glm::distance(tissue::at_fraction(corner, 2.0).point, glm::dvec3(3.0, 1.0, 0.0)), 1e-12);
}

} // namespace
