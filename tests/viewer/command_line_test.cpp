#include "viewer/command_line.h"

#include <gtest/gtest.h>

using namespace viewer;

namespace {

std::string usage_error(const std::vector<std::string>& words) {
    try {
        parse_command_line(words);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST(CommandLine, NoWordsMeanTheHamstringLessonInAWindow) {
    const auto command = std::get<ViewCommand>(parse_command_line({}));
    EXPECT_EQ(command.inputs.lesson, "hamstring_str");
    EXPECT_EQ(command.time, base::Seconds(0));
    EXPECT_FALSE(command.fullscreen);
}

TEST(CommandLine, OptionsWithoutACommandGoToView) {
    const auto command = std::get<ViewCommand>(parse_command_line({"--time", "12.5", "--fullscreen"}));
    EXPECT_EQ(command.time, base::Seconds(12.5));
    EXPECT_TRUE(command.fullscreen);
}

TEST(CommandLine, AFileWithoutACommandIsTheLessonToView) {
    EXPECT_EQ(std::get<ViewCommand>(parse_command_line({"my/lesson.toml"})).inputs.lesson, "my/lesson.toml");
}

TEST(CommandLine, RenderTakesSizeCameraLayersAndTime) {
    const auto command = std::get<RenderCommand>(
        parse_command_line({"render", "--out", "a.png", "--size", "640x360", "--camera", "wide", "--show", "bones",
                            "--time", "3", "--no-text", "--look", "studio", "--depth-of-field"}));
    EXPECT_EQ(command.size, glm::ivec2(640, 360));
    EXPECT_EQ(command.camera, "wide");
    EXPECT_EQ(command.show, "bones");
    EXPECT_EQ(command.time, base::Seconds(3));
    EXPECT_FALSE(command.text);
    EXPECT_EQ(command.look, scene::Look::studio);
    EXPECT_TRUE(command.depth_of_field);
}

TEST(CommandLine, RenderTakesAPartOfTheLessonForAFilm) {
    const auto command = std::get<RenderCommand>(parse_command_line(
        {"render", "--out", "a.webm", "--from", "2", "--to", "3.5", "--fps", "50", "--transparent"}));
    EXPECT_EQ(command.from, base::Seconds(2));
    EXPECT_EQ(command.to, base::Seconds(3.5));
    EXPECT_EQ(command.fps, 50);
    EXPECT_TRUE(command.transparent);
    const auto plain = std::get<RenderCommand>(parse_command_line({"render", "--out", "a_%03d.png"}));
    EXPECT_FALSE(plain.from || plain.to || plain.time || plain.transparent);
}

TEST(CommandLine, OptionsThatTheOutputCannotHaveAreRefused) {
    const auto refused = [](std::vector<std::string> words) {
        words.insert(words.begin(), {"render", "--out"});
        return usage_error(words);
    };
    EXPECT_NE(refused({"a.mp4", "--time", "3"}).find("--from"), std::string::npos);
    EXPECT_NE(refused({"a.png", "--from", "3"}).find("--time"), std::string::npos);
    EXPECT_NE(refused({"folder", "--to", "3"}).find("--time"), std::string::npos);
    EXPECT_NE(refused({"a.gif", "--from", "3", "--to", "3"}).find("not before"), std::string::npos);
    EXPECT_NE(refused({"a.gif", "--transparent"}).find(".webm"), std::string::npos);
    EXPECT_NE(refused({"a.mp4", "--transparent"}).find(".webm"), std::string::npos);
    EXPECT_EQ(refused({"folder", "--transparent"}), "");
    EXPECT_EQ(refused({"a_%d.png", "--transparent", "--to", "3"}), "");
}

TEST(CommandLine, AMistypedCommandGetsASuggestion) {
    EXPECT_NE(usage_error({"rendr"}).find("did you mean 'render'?"), std::string::npos);
}

TEST(CommandLine, AMistypedOptionGetsASuggestion) {
    const std::string text = usage_error({"render", "--out", "a.png", "--tiem", "3"});
    EXPECT_NE(text.find("unknown option '--tiem'"), std::string::npos) << text;
    EXPECT_NE(text.find("did you mean '--time'?"), std::string::npos) << text;
}

TEST(CommandLine, AMistypedListWordGetsASuggestion) {
    EXPECT_NE(usage_error({"list", "lesons"}).find("did you mean 'lessons'?"), std::string::npos);
}

TEST(CommandLine, RenderWithoutOutIsRefused) { EXPECT_NE(usage_error({"render"}).find("--out"), std::string::npos); }

TEST(CommandLine, SizesOutsideTheLimitsAreRefused) {
    for (const char* size : {"1280", "0x0", "8x8", "20000x10", "axb", "1280x720x", "-5x10"})
        EXPECT_THROW(parse_size(size), UsageError) << size;
    EXPECT_EQ(parse_size("16x16384"), glm::ivec2(16, 16384));
}

TEST(CommandLine, NegativeTimesAndRatesOutOfRangeAreRefused) {
    EXPECT_NE(usage_error({"render", "--out", "a.png", "--time", "-1"}), "");
    EXPECT_NE(usage_error({"render", "--out", "a.mp4", "--fps", "0"}), "");
    EXPECT_NE(usage_error({"curves", "--muscle", "semitendinosus", "--lock", "1.5"}), "");
}

TEST(CommandLine, BenchMeasuresEveryLevelUnlessOneIsAskedFor) {
    const auto all = std::get<BenchCommand>(parse_command_line({"bench", "--json"}));
    EXPECT_FALSE(all.level);
    EXPECT_TRUE(all.json);
    const auto one = std::get<BenchCommand>(parse_command_line({"bench", "--level", "low", "--size", "640x360"}));
    EXPECT_EQ(one.level, render::Level::low);
    EXPECT_EQ(one.size, glm::ivec2(640, 360));
    EXPECT_NE(usage_error({"bench", "--level", "best"}), "");
    EXPECT_NE(usage_error({"bench", "--frames", "0"}), "");
}

TEST(CommandLine, HelpExplainsEveryCommand) {
    const auto text = std::get<PrintCommand>(parse_command_line({"--help"})).text;
    for (const char* command : {"view", "render", "check", "list", "curves", "audit", "bench"})
        EXPECT_NE(text.find(command), std::string::npos);
    EXPECT_NE(std::get<PrintCommand>(parse_command_line({"render", "--help"})).text.find("--camera"),
              std::string::npos);
}

TEST(CommandLine, TheBodyIsTheAverageManUnlessNamed) {
    EXPECT_EQ(std::get<ViewCommand>(parse_command_line({})).inputs.body, "average_man");
    EXPECT_EQ(std::get<RenderCommand>(parse_command_line({"render", "--out", "a.png", "--body", "b"})).inputs.body,
              "b");
    EXPECT_EQ(std::get<CurvesCommand>(parse_command_line({"curves", "--muscle", "m", "--body", "b"})).body, "b");
}

TEST(CommandLine, CurvesReadsAnglesInDegrees) {
    const auto command = std::get<CurvesCommand>(parse_command_line(
        {"curves", "--muscle", "semitendinosus", "--step", "10", "--lock", "0.4", "--lock-knee", "90"}));
    EXPECT_NEAR(command.step.degrees(), 10.0, 1e-12);
    EXPECT_NEAR(command.lock_knee.degrees(), 90.0, 1e-12);
    EXPECT_DOUBLE_EQ(command.lock.value(), 0.4);
}
