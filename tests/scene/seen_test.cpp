// What a student is to see: strain and slack, the muscle without its lock, forces.
#include "scene/annotations.h"
#include "scene/ghost.h"
#include "scene/limp.h"
#include "scene/strained.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <numbers>

namespace {

tissue::MuscleState pulling(double lock_force, double tension) {
    tissue::MuscleState state;
    state.path = {{0.0, 0.8, 0.0}, {0.0, 0.6, -0.05}, {0.0, 0.4, 0.0}};
    state.lock_force = lock_force;
    state.tension = tension;
    return state;
}

std::vector<scene::Line> arrows(const scene::LockNotes& notes) {
    std::vector<scene::Line> result;
    std::ranges::copy_if(notes.lines, std::back_inserter(result), [](const auto& line) { return line.head_px > 0.0f; });
    return result;
}

float length(const scene::Line& line) { return glm::distance(line.points.front(), line.points.back()); }

TEST(LockNotes, ArrowsAreAsLongAsTheForcesAndPointTowardTheOrigin) {
    const base::Rigid contact{glm::dmat3(1.0), {0.0, 0.65, -0.08}};
    for (const double force : {20.0, 80.0}) {
        const auto notes = scene::lock_notes(contact, pulling(force, 0.5 * force), glm::mat4(1.0f));
        const auto found = arrows(notes);
        ASSERT_EQ(found.size(), 2u);
        EXPECT_NEAR(length(found[0]), scene::k_arrow_per_newton * force, 1e-5);
        EXPECT_NEAR(length(found[1]), scene::k_arrow_per_newton * 0.5 * force, 1e-5);
        for (const scene::Line& arrow : found) EXPECT_GT(arrow.points.back().y, arrow.points.front().y);
        ASSERT_EQ(notes.labels.size(), 2u);
        EXPECT_NE(notes.labels[0].text.find(std::to_string(std::lround(force)) + " N"), std::string::npos);
    }
}

TEST(LockNotes, WithoutForceOnlyTheFalseOriginIsMarked) {
    const auto notes = scene::lock_notes({}, pulling(0.0, 0.0), glm::mat4(1.0f));
    EXPECT_TRUE(arrows(notes).empty());
    EXPECT_FALSE(notes.lines.empty());
    ASSERT_EQ(notes.labels.size(), 1u);
    EXPECT_EQ(notes.labels[0].text, "False origin: the lock");
}

TEST(Strained, IsWhatTheStepAsksForOrEveryMuscle) {
    lesson::Step step;
    step.show_strain = true;
    step.strained = {4, 1};
    tissue::Lock lock;
    lock.muscle = 2;
    scene::ViewOptions options;
    EXPECT_EQ(scene::strained_muscles(step, lock, options, 6), (std::vector{1, 2, 4}));
    EXPECT_EQ(scene::strained_muscles(step, std::nullopt, options, 6), (std::vector{1, 4}));
    options.strain = false;
    EXPECT_TRUE(scene::strained_muscles(step, lock, options, 6).empty());
    options.strain_of_all = true;
    EXPECT_EQ(scene::strained_muscles({}, std::nullopt, options, 3), (std::vector{0, 1, 2}));
}

/// A strip of vertices along a muscle, its normals up.
struct Strip {
    mesh::Mesh mesh;
    tissue::StrandBinding binding;
    tissue::Deformed rest;

    Strip() {
        constexpr int k_count = 4001;
        for (int i = 0; i < k_count; ++i) {
            const float s = static_cast<float>(i) / (k_count - 1);
            mesh.fibre.push_back({s, 0.0f});
            binding.material.push_back(s);
            rest.positions.push_back({0.0f, 0.4f * s, 0.0f});
            rest.normals.push_back({1.0f, 0.0f, 0.0f});
        }
    }
};

TEST(Limp, SlackTissueWrinklesWithinItsHeightAndAboutItsSurface) {
    const Strip strip;
    tissue::NodeValues strain;
    strain.fill(-0.3f);
    tissue::Deformed hung = strip.rest;
    scene::let_hang(strip.mesh, strip.binding, {}, strain, {}, hung);
    float highest = 0.0f;
    double sum = 0.0;
    for (const glm::vec3& p : hung.positions) {
        highest = std::max(highest, std::abs(p.x));
        sum += p.x;
    }
    EXPECT_LE(highest, 0.0008f + 1e-7f);
    EXPECT_GT(highest, 0.0005f);
    EXPECT_NEAR(sum / static_cast<double>(hung.positions.size()), 0.0, 1e-5);
}

TEST(Limp, OnlyTheSlackPieceSagsAndTautTissueStaysSmooth) {
    const Strip strip;
    tissue::MuscleState state;
    for (std::size_t i = 4; i < 30; ++i) state.slack[i] = 0.2f;
    const auto sag = scene::sag_of(state, 0.003f);
    EXPECT_GT(sag[17], 0.0015f);
    EXPECT_LE(*std::ranges::max_element(sag), 0.003f);
    EXPECT_EQ(sag[45], 0.0f);
    tissue::NodeValues strain;
    strain.fill(0.1f);
    tissue::Deformed hung = strip.rest;
    scene::let_hang(strip.mesh, strip.binding, {}, strain, {}, hung);
    EXPECT_EQ(hung.positions, strip.rest.positions);
}

TEST(Ghost, StandsSquareToTheMuscleInThePictureFromEverySide) {
    const glm::vec3 origin(-0.08f, 0.85f, 0.75f), insertion(-0.08f, 0.85f, 0.35f);
    for (int i = 0; i < 12; ++i) {
        const float a = 2.0f * std::numbers::pi_v<float> * static_cast<float>(i) / 12.0f;
        scene::Camera camera;
        camera.eye = glm::vec3(-0.08f, 0.85f, 0.55f) + 1.5f * glm::vec3(std::cos(a), std::sin(a), 0.0f);
        const glm::vec3 shift = scene::ghost_shift(camera, origin, insertion, false);
        const glm::vec3 over = scene::ghost_shift(camera, origin, insertion, true);
        const glm::vec3 gaze = glm::normalize(glm::vec3(-0.08f, 0.85f, 0.55f) - camera.eye);
        EXPECT_NEAR(shift.z, 0.0f, 1e-4f) << i;
        EXPECT_GT(glm::length(shift - gaze * glm::dot(gaze, shift)), 0.07f) << i;
        EXPECT_GT(glm::dot(gaze, shift), 0.0f) << "behind the hands, " << i;
        const glm::vec3 aside = shift - gaze * glm::dot(gaze, shift), aside_over = over - gaze * glm::dot(gaze, over);
        EXPECT_GT(aside_over.y, -1e-4f) << "not within a solid body, " << i;
        // from the inner side, and only from there, that is the other way round
        const float turned = std::cos(a) > 0.1f ? -1.0f : 1.0f;
        if (std::abs(std::cos(a)) > 0.1f) {
            EXPECT_NEAR(glm::dot(aside, aside_over), turned * glm::dot(aside, aside), 1e-5f) << i;
        }
    }
}

TEST(Ghost, LinksJoinTheSameBandsOfBoth) {
    mesh::Mesh mesh;
    scene::Shape locked;
    for (int band = 0; band <= scene::k_material_bands; ++band)
        for (const float side : {-0.01f, 0.01f}) {
            mesh.fibre.push_back({static_cast<float>(band) / scene::k_material_bands, 0.0f});
            locked.positions.push_back({0.0f, side, 0.02f * static_cast<float>(band)});
        }
    scene::Shape ghost = locked;
    for (glm::vec3& p : ghost.positions) p.z *= 0.8f;
    const glm::vec3 shift(0.0f, 0.085f, 0.0f);
    const auto links = scene::band_links({mesh, locked, ghost, glm::mat4(1.0f), shift}, 0.5f);
    ASSERT_GT(links.size(), 5u);
    for (const scene::Line& link : links) {
        EXPECT_NEAR(link.points[1].z, 0.8f * link.points[0].z, 1e-6f);
        EXPECT_NEAR(link.points[0].y, 0.01f, 1e-6f); // the sides that face each other
        EXPECT_NEAR(link.points[1].y, 0.085f - 0.01f, 1e-6f);
        EXPECT_LE(link.colour.w, 0.5f);
    }
}

} // namespace
