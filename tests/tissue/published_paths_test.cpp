// Lengths and moment arms of the muscles against an evaluation of the published paths that shares nothing with the
// program: published_paths.tsv, made by published_paths.py.
#include "support.h"
#include "tissue/tissue_state.h"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace tissue_test;
using motion::Coordinate;

constexpr double k_most_length_mm = 0.5, k_most_arm_mm = 1.0;

struct Row {
    std::string muscle, text;
    motion::Pose pose;
    double length_mm = 0.0;
    std::vector<double> arms_mm;
};

std::vector<Coordinate> coordinates() {
    return {Coordinate::hip_flexion,  Coordinate::hip_adduction,   Coordinate::hip_rotation,
            Coordinate::knee_flexion, Coordinate::tibial_rotation, Coordinate::ankle_dorsiflexion};
}

std::vector<Row> rows() {
    std::ifstream file(PINSTRETCH_SOURCE_DIR "/tests/tissue/published_paths.tsv");
    std::vector<Row> out;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#') || line.starts_with("muscle\t")) continue;
        std::istringstream cells(line);
        Row& row = out.emplace_back();
        row.text = line;
        cells >> row.muscle;
        for (const Coordinate c : coordinates()) {
            double degrees = 0.0;
            cells >> degrees;
            motion::angle_of(row.pose, c) = base::Angle::degrees(degrees);
        }
        cells >> row.length_mm;
        for (double arm = 0.0; cells >> arm;) row.arms_mm.push_back(arm);
    }
    return out;
}

/// The largest differences and where they are.
struct Worst {
    double by = 0.0;
    std::string where;
    void add(double difference, const std::string& place) {
        if (std::abs(difference) <= std::abs(by)) return;
        by = difference;
        where = place;
    }
};

TEST(PublishedPaths, LengthsAndMomentArmsAreThoseOfTheIndependentEvaluation) {
    Worst length, arm;
    for (const Row& row : rows()) {
        ASSERT_EQ(row.arms_mm.size(), coordinates().size()) << row.text;
        const tissue::MuscleState state = tissue::evaluate_muscle(atlas(), muscle(row.muscle), row.pose, std::nullopt);
        const double longer = state.length * 1e3 - row.length_mm;
        EXPECT_LE(std::abs(longer), k_most_length_mm) << row.text;
        length.add(longer, row.text);
        for (std::size_t i = 0; i < coordinates().size(); ++i) {
            const double more = state.moment_arm(coordinates()[i]) * 1e3 - row.arms_mm[i];
            const std::string_view name =
                motion::k_coordinate_names[static_cast<std::size_t>(motion::index(coordinates()[i]))];
            EXPECT_LE(std::abs(more), k_most_arm_mm) << name << " of " << row.text;
            arm.add(more, fmt::format("{} of {}", name, row.text));
        }
    }
    fmt::print("length: {:+.4f} mm at {}\nmoment arm: {:+.4f} mm, {}\n", length.by, length.where, arm.by, arm.where);
}

TEST(PublishedPaths, TheTableCoversTheHamstringsAndTenMoreOverTheWholeRange) {
    std::map<std::string, std::set<double>> knees, hips;
    for (const Row& row : rows()) {
        knees[row.muscle].insert(std::round(row.pose.knee_flexion.degrees()));
        hips[row.muscle].insert(std::round(row.pose.hip_flexion.degrees()));
    }
    EXPECT_GE(knees.size(), 14u);
    for (const char* id : {"biceps_femoris_long_head", "semitendinosus", "semimembranosus", "rectus_femoris"}) {
        EXPECT_EQ(*knees[id].begin(), 0.0) << id;
        EXPECT_EQ(*knees[id].rbegin(), 140.0) << id;
        EXPECT_EQ(*hips[id].begin(), -10.0) << id;
        EXPECT_EQ(*hips[id].rbegin(), 90.0) << id;
    }
    EXPECT_EQ(*knees["biceps_femoris_short_head"].rbegin(), 140.0);
}

} // namespace
