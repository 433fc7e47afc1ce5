// What the relaxed muscles do about the prone knee against published measurements of the whole joint:
// passive_knee_moment.tsv says what they are and how they were had.
#include "support.h"
#include "tissue/tissue_state.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace tissue_test;

/// How well Silder et al. 2007 could give what they measured at the knee, N m; how far persons differ is not known.
constexpr double k_fit_error = 1.4;

struct Row {
    double knee = 0.0, hip = 0.0, ankle = 0.0, moment = 0.0;
    std::string source;
};

std::vector<Row> rows() {
    std::ifstream file(PINSTRETCH_SOURCE_DIR "/tests/tissue/passive_knee_moment.tsv");
    std::vector<Row> out;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#') || line.starts_with("knee_deg")) continue;
        std::istringstream cells(line);
        Row& row = out.emplace_back();
        std::string low, high; // given for one source only
        cells >> row.knee >> row.hip >> row.ankle >> row.moment >> low >> high >> row.source;
    }
    return out;
}

/// N m of all muscles together, positive flexes.
double passive_moment(double knee_deg, double ankle_deg) {
    motion::Pose pose = knee(knee_deg);
    pose.ankle_dorsiflexion = base::Angle::degrees(ankle_deg);
    const tissue::TissueState state = tissue::evaluate(atlas(), pose, std::nullopt);
    double sum = 0.0;
    for (const tissue::MuscleState& muscle : state.muscles) sum += muscle.passive_knee_moment();
    return sum;
}

/// Ligaments and capsule are not in the sum, and the ankle of the couch lies between those that were measured.
TEST(PassiveMoment, OfTheProneKneeLiesWithinThePublishedCurves) {
    std::map<double, std::array<double, 2>> spread;
    for (const Row& row : rows()) {
        if (row.hip != 0.0) continue;
        auto& [low, high] = spread.try_emplace(row.knee, std::array{row.moment, row.moment}).first->second;
        low = std::min(low, row.moment);
        high = std::max(high, row.moment);
    }
    ASSERT_EQ(spread.size(), 25u);
    EXPECT_EQ(spread.begin()->first, 0.0);
    EXPECT_EQ(spread.rbegin()->first, 120.0);
    double farthest = 0.0;
    for (const auto& [degrees, band] : spread) {
        const double moment = passive_moment(degrees, 0.0);
        EXPECT_GE(moment, band[0] - k_fit_error) << degrees;
        EXPECT_LE(moment, band[1] + k_fit_error) << degrees;
        farthest = std::max({farthest, band[0] - moment, moment - band[1]});
    }
    std::cout << "farthest outside the curves: " << farthest << " N m\n";
}

TEST(PassiveMoment, FollowsTheMeasuredOneAtEitherAngleOfTheAnkle) {
    constexpr double k_most_rms = 2.5; // N m; the published model itself is 2.0 and 3.2 off from 0 to 75 degrees
    for (const double ankle : {-15.0, 20.0}) {
        double square = 0.0;
        int count = 0;
        for (const Row& row : rows()) {
            if (row.source != "silder_2007" || row.hip != 0.0 || row.ankle != ankle) continue;
            square += std::pow(passive_moment(row.knee, ankle) - row.moment, 2);
            ++count;
        }
        ASSERT_EQ(count, 25);
        std::cout << "ankle " << ankle << ": " << std::sqrt(square / count) << " N m\n";
        EXPECT_LT(std::sqrt(square / count), k_most_rms) << ankle;
    }
}

} // namespace
