#include "viewer/bench_report.h"

#include <gtest/gtest.h>

using viewer::BenchReport;
using viewer::LevelTimes;

namespace {

BenchReport report() {
    BenchReport report;
    report.machine = "a \"card\"\n";
    report.lesson = "hamstring_str";
    report.levels = {LevelTimes{.name = "auto", .median_ms = 20.0, .p95_ms = 30.0, .triangles = 7, .note = "low 100 %"},
                     LevelTimes{.name = "full", .median_ms = 400.0, .p95_ms = 500.0, .passes = {{"shadow", 12.5}}}};
    report.bare_ms = 50.0;
    report.no_effects_ms = 60.0;
    report.start_ms = 250.0;
    report.peak_mb = 280.0;
    return report;
}

} // namespace

TEST(BenchReport, QuantilesAreValuesOfTheList) {
    EXPECT_EQ(viewer::quantile({5.0}, 0.95), 5.0);
    EXPECT_EQ(viewer::quantile({3.0, 1.0, 2.0}, 0.5), 2.0);
    EXPECT_EQ(viewer::quantile({4.0, 1.0, 2.0, 3.0, 5.0}, 1.0), 5.0);
    EXPECT_EQ(viewer::quantile({4.0, 1.0, 2.0, 3.0, 5.0}, 0.0), 1.0);
}

TEST(BenchReport, JsonIsOneObjectWithEveryKey) {
    const std::string text = viewer::json(report());
    for (const char* key :
         {"\"levels\": [", "\"name\": \"auto\"", "\"median_ms\": 20.000", "\"p95_ms\": 30.000", "\"triangles\": 7",
          "\"passes_ms\": {\"shadow\": 12.500}", "\"bare_ms\": 50.000", "\"start_ms\": 250.0", "\"peak_mb\": 280.0"})
        EXPECT_NE(text.find(key), std::string::npos) << key << " in " << text;
    EXPECT_NE(text.find("a \\\"card\\\""), std::string::npos) << "quotes are escaped: " << text;
    EXPECT_EQ(text.front(), '{');
    EXPECT_EQ(text.substr(text.size() - 2), "}\n");
}

TEST(BenchReport, TableGivesTheRatioToTheBareMinimum) {
    const std::string text = viewer::table(report());
    EXPECT_NE(text.find("ratio 1.20"), std::string::npos) << text;
    EXPECT_NE(text.find("low 100 %"), std::string::npos) << text;
}

TEST(BenchReport, RefinementTellsMedianAndMost) {
    const viewer::RefinementReport report{"a card", 640, 360, 20, 321.4, 400.0, 432.6};
    EXPECT_NE(viewer::table(report).find("after 321 ms (median), 400 (p95), 433 (most)"), std::string::npos);
    const std::string text = viewer::json(report);
    for (const char* key : {"\"moments\": 20", "\"median_ms\": 321.4", "\"most_ms\": 432.6"})
        EXPECT_NE(text.find(key), std::string::npos) << key << " in " << text;
}
