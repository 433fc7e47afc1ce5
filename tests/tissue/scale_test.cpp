// The atlas of another body: its joints, paths and muscle figures.
#include "tissue/scale.h"

#include "anatomy/proportion.h"
#include "support.h"
#include "tissue/path.h"

#include <array>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <string>

namespace {

using anatomy::Body;
using anatomy::Measure;
using tissue_test::atlas;
using tissue_test::knee;
using tissue_test::muscle;

constexpr std::array<const char*, 4> k_hamstrings = {"biceps_femoris_long_head", "biceps_femoris_short_head",
                                                     "semitendinosus", "semimembranosus"};

anatomy::Physique physique(const std::string& id) {
    return files::load_physique(PINSTRETCH_SOURCE_DIR "/assets/anatomy/bodies/" + id + ".toml", atlas()).value.value();
}

const anatomy::Atlas& woman() {
    static const anatomy::Atlas scaled = tissue::scaled(atlas(), physique("average_woman"));
    return scaled;
}

TEST(Scale, TheDefaultBodyIsThePublishedModelToTheLastBit) {
    const anatomy::Atlas man = tissue::scaled(atlas(), physique("average_man"));
    for (std::size_t i = 0; i < man.muscles.size(); ++i) {
        EXPECT_EQ(man.muscles[i].optimal_fibre_length, atlas().muscles[i].optimal_fibre_length);
        EXPECT_EQ(man.muscles[i].tendon_slack_length, atlas().muscles[i].tendon_slack_length);
    }
    for (const double degrees : {0.0, 45.0, 90.0, 120.0}) {
        EXPECT_EQ(motion::frames(man, knee(degrees)), motion::frames(atlas(), knee(degrees)));
        for (const char* id : k_hamstrings)
            EXPECT_EQ(tissue_test::knee_arm(man, id, degrees),
                      tissue_test::knee_arm(atlas(), id, degrees));
    }
}

TEST(Scale, JointsStandWhereTheBodyHasThem) {
    const anatomy::Measures wanted = physique("average_woman").measures;
    const motion::BoneFrames rest = motion::frames(woman(), {});
    const glm::dvec3 hip = rest[Body::femur].translation;
    const glm::dvec3 at_knee = rest[Body::femur].point(woman().joints.knee_parent.translation);
    const glm::dvec3 ankle = rest[Body::talus].translation;
    EXPECT_NEAR(glm::distance(hip, at_knee), wanted[Measure::hip_to_knee], 0.001);
    EXPECT_NEAR(at_knee.y - ankle.y, wanted[Measure::knee_to_ankle], 0.001);
    EXPECT_NEAR(ankle.y, wanted[Measure::ankle_height], 0.001);
    EXPECT_NEAR(-2.0 * hip.x, wanted[Measure::hip_joint_spacing], 0.0001);
}

TEST(Scale, PathsRunWhereTheMapThatCarriesTheMeshesPutsThem) {
    const anatomy::Proportion map(atlas().drawn, physique("average_woman").measures);
    const motion::BoneFrames drawn = motion::frames(atlas(), {}), rest = motion::frames(woman(), {});
    for (std::size_t m = 0; m < woman().muscles.size(); ++m)
        for (std::size_t i = 0; i < woman().muscles[m].points.size(); ++i) {
            const anatomy::PathPoint &was = atlas().muscles[m].points[i], &is = woman().muscles[m].points[i];
            EXPECT_LT(glm::distance(rest[is.body].point(is.position), map.carry(drawn[was.body].point(was.position))),
                      1e-9)
                << woman().muscles[m].id;
        }
    for (int body = 0; body < anatomy::k_body_count; ++body) // the knee's table is not zero at zero
        EXPECT_LT(glm::distance(rest.body[static_cast<std::size_t>(body)].translation,
                                map.carry(drawn.body[static_cast<std::size_t>(body)].translation)),
                  0.002)
            << anatomy::k_body_names[static_cast<std::size_t>(body)];
}

TEST(Scale, FibresAndTendonsGrowWithTheirPath) {
    for (std::size_t i = 0; i < woman().muscles.size(); ++i) {
        const int m = static_cast<int>(i);
        const double ratio = tissue::path_length(woman(), m, motion::frames(woman(), {})) /
                             tissue::path_length(atlas(), m, motion::frames(atlas(), {}));
        EXPECT_GT(ratio, 0.75) << woman().muscles[i].id;
        EXPECT_LT(ratio, 1.05) << woman().muscles[i].id;
        EXPECT_NEAR(woman().muscles[i].optimal_fibre_length, ratio * atlas().muscles[i].optimal_fibre_length, 1e-12);
        EXPECT_NEAR(woman().muscles[i].tendon_slack_length, ratio * atlas().muscles[i].tendon_slack_length, 1e-12);
    }
}

TEST(Scale, MomentArmsOfTheHamstringsFollowTheSizeOfTheKnee) {
    for (const char* id : k_hamstrings)
        for (const double degrees : {10.0, 30.0, 60.0, 90.0, 110.0}) {
            const double ratio = tissue_test::knee_arm(woman(), id, degrees) /
                                 tissue_test::knee_arm(atlas(), id, degrees);
            EXPECT_GT(ratio, 0.80) << id << ' ' << degrees;
            EXPECT_LT(ratio, 1.05) << id << ' ' << degrees;
        }
}

} // namespace
