// The bodies that were built: their measures against their files, and the map that made them.
#include "anatomy/proportion.h"
#include "base/failure.h"
#include "built_leg.h"
#include "motion/pose.h"
#include "sculpt/body_shape.h"
#include "sculpt/tape.h"
#include "tissue/scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <map>
#include <string>

namespace {

using anatomy::Body;
using anatomy::Measure;
using built::drawn_atlas;
using built::physique;

constexpr std::array<const char*, 2> k_bodies = {"average_man", "average_woman"};

const mesh::Model& model_of(const std::string& id) {
    static std::map<std::string, mesh::Model> models;
    if (!models.contains(id)) models[id] = built::value_or_failures(files::import_model(built::leg_file(id)));
    return models[id];
}

const mesh::Mesh& skin(const mesh::Model& model) {
    return model.meshes[static_cast<std::size_t>(model.find("skin").value())];
}

struct Made {
    Measure measure;
    double metres;
};

/// Extent of the foot's skin along the second ray and across it, as the foot lies in its board.
std::array<double, 2> foot_size(const mesh::Model& model, double ankle) {
    const auto end = [&](const char* id, float sign) {
        const auto& bone = model.meshes[static_cast<std::size_t>(model.find(id).value())].positions;
        return *std::ranges::max_element(bone, {}, [&](const glm::vec3& p) { return sign * p.z; });
    };
    glm::vec3 ray = end("distal_phalanx_2", 1.0f) - end("calcaneus", -1.0f);
    ray.y = 0.0f;
    ray = glm::normalize(ray);
    const glm::vec3 across(ray.z, 0.0f, -ray.x);
    glm::vec2 low(1e9f), high(-1e9f);
    for (const glm::vec3& p : skin(model).positions) {
        if (static_cast<double>(p.y) > 1.13 * ankle) continue;
        const glm::vec2 at(glm::dot(p, ray), glm::dot(p, across));
        low = glm::min(low, at);
        high = glm::max(high, at);
    }
    return {static_cast<double>(high.x - low.x), static_cast<double>(high.y - low.y)};
}

double outermost(const mesh::Mesh& mesh, double height) {
    double reach = 0.0;
    for (const sculpt::Cut& cut : sculpt::level_cuts(mesh, height)) reach = std::max(reach, -cut.a.x);
    return reach;
}

std::vector<Made> measured(const mesh::Model& model, const anatomy::Physique& body) {
    const anatomy::Proportion proportion(drawn_atlas().drawn, body.measures);
    const anatomy::Atlas atlas = tissue::scaled(drawn_atlas(), body);
    const motion::BoneFrames rest = motion::frames(atlas, {});
    const glm::dvec3 hip = rest[Body::femur].translation, ankle = rest[Body::talus].translation;
    const glm::dvec3 knee = rest[Body::femur].point(atlas.joints.knee_parent.translation);
    std::vector<Made> made = {{Measure::ankle_height, ankle.y},
                              {Measure::knee_to_ankle, knee.y - ankle.y},
                              {Measure::hip_to_knee, glm::distance(hip, knee)},
                              {Measure::hip_joint_spacing, -2.0 * hip.x}};
    const auto [length, breadth] = foot_size(model, ankle.y);
    made.push_back({Measure::foot_length, length});
    made.push_back({Measure::foot_breadth, breadth});
    for (const anatomy::GirthStation& station : drawn_atlas().drawn.stations) {
        const double height = proportion.height(station.height);
        made.push_back({station.girth, sculpt::girth(sculpt::level_cuts(skin(model), height), station.both_sides)});
        if (station.both_sides) made.push_back({Measure::hip_breadth, 2.0 * outermost(skin(model), height)});
    }
    return made;
}

TEST(BuiltBodies, HaveTheMeasuresOfTheirFiles) {
    for (const char* id : k_bodies) {
        const anatomy::Physique body = physique(id);
        std::printf("%s\n%-20s %8s %8s %6s\n", body.name.c_str(), "", "file mm", "made mm", "%");
        for (const Made& made : measured(model_of(id), body)) {
            const double wanted = body.measures[made.measure];
            const auto name = anatomy::k_measure_names[static_cast<std::size_t>(made.measure)];
            std::printf("%-20s %8.1f %8.1f %+6.2f\n", std::string(name).c_str(), wanted * 1e3, made.metres * 1e3,
                        (made.metres / wanted - 1.0) * 100.0);
            EXPECT_NEAR(made.metres, wanted, 0.02 * wanted) << id << ' ' << name;
        }
    }
}

TEST(BuiltBodies, TheDefaultKeepsTheSegmentsOfThePublishedModel) {
    const anatomy::Physique man = physique("average_man");
    EXPECT_NEAR(man.measures[Measure::hip_to_knee], 0.410, 0.0005);
    EXPECT_NEAR(man.measures[Measure::knee_to_ankle], 0.396, 0.0006);
}

// On the man as built: his bones and muscles are the drawn ones, so he can be given another girth in his turn.
TEST(BodyShape, AGirthInTheFileIsTheGirthOfTheLeg) {
    const mesh::Model& man = model_of("average_man");
    for (const anatomy::GirthStation& station : drawn_atlas().drawn.stations) {
        anatomy::Physique other = physique("average_man");
        const double before = sculpt::girth(sculpt::level_cuts(skin(man), station.height), station.both_sides);
        other.measures[station.girth] *= 1.05;
        const mesh::Model made = sculpt::BodyShape(man, drawn_atlas(), other).put_on(man);
        const double after = sculpt::girth(sculpt::level_cuts(skin(made), station.height), station.both_sides);
        EXPECT_NEAR(after / before, 1.05, 0.01) << station.height;
        for (const char* id : {"femur", "tibia", "semitendinosus", "small_saphenous_vein", "couch", "hand_left_palm"}) {
            const auto at = static_cast<std::size_t>(man.find(id).value());
            EXPECT_EQ(made.meshes[at].positions, man.meshes[at].positions) << id;
        }
    }
}

TEST(BodyShape, RefusesAGirthThatWouldPressInTheMuscles) {
    anatomy::Physique thin = physique("average_man");
    thin.measures[Measure::thigh_girth] *= 0.5;
    try {
        sculpt::BodyShape(model_of("average_man"), drawn_atlas(), thin);
        FAIL();
    } catch (const base::Failure& failure) {
        EXPECT_NE(std::string(failure.what()).find("thigh_girth"), std::string::npos) << failure.what();
    }
}

TEST(Fat, IsOneToOneAndKeepsToItsSideOfMidlineAndCouch) {
    const mesh::Model& man = model_of("average_man");
    std::vector<mesh::Mesh> inside;
    for (const char* id : {"femur", "tibia", "semitendinosus", "vastus_lateralis", "gluteus_maximus"})
        inside.push_back(man.meshes[static_cast<std::size_t>(man.find(id).value())]);
    anatomy::Physique stout = physique("average_man");
    for (const Measure m :
         {Measure::thigh_girth, Measure::lower_thigh_girth, Measure::calf_girth, Measure::ankle_girth})
        stout.measures[m] *= 1.15;
    const sculpt::Fat fat(skin(man), inside, drawn_atlas().drawn.stations, stout);
    constexpr double k_step = 1e-5;
    for (double y = 0.0; y < 1.2; y += 0.012)
        for (double x = -0.4; x < -0.001; x += 0.009)
            for (double z = -0.25; z < anatomy::k_couch_plane; z += 0.011) {
                const glm::dvec3 p(x, y, z);
                glm::dmat3 derivative(1.0);
                for (int axis = 0; axis < 3; ++axis) {
                    glm::dvec3 step(0.0);
                    step[axis] = k_step;
                    derivative[axis] = (fat.carry(p + step) - fat.carry(p - step)) / (2.0 * k_step);
                }
                ASSERT_GT(glm::determinant(derivative), 0.0) << x << ' ' << y << ' ' << z;
                EXPECT_LE(fat.carry(p).x, 0.0);
                EXPECT_LE(fat.carry(p).z, anatomy::k_couch_plane);
            }
}

} // namespace
