#include "platform/context.h"

#include "base/failure.h"
#include "support/gl_context.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sched.h>
#include <string>
#include <vector>

namespace {

using platform::Api;

class ContextTest : public testing::TestWithParam<Api> {};

TEST_P(ContextTest, WindowlessContextComesAndGoes) {
    support::GlContext first = support::gl_context(GetParam());
    if (!first.context) GTEST_SKIP() << first.reason;
    EXPECT_FALSE(first.context->has_window());
    support::GlContext second = support::gl_context(GetParam());
    ASSERT_TRUE(second.context) << second.reason;
    second.context.reset();
    // the end of one context leaves the other usable
    EXPECT_NO_THROW(first.context->make_current());
}

INSTANTIATE_TEST_SUITE_P(Apis, ContextTest, support::apis(), support::api_label);

/// The cores on which each thread of this process whose name begins so may run.
std::vector<cpu_set_t> cores_of(const std::string& beginning) {
    std::vector<cpu_set_t> sets;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::string name;
        std::ifstream(task.path() / "comm") >> name;
        if (!name.starts_with(beginning)) continue;
        cpu_set_t cores;
        const int thread = std::stoi(task.path().filename().string());
        if (sched_getaffinity(thread, sizeof cores, &cores) == 0) sets.push_back(cores);
    }
    return sets;
}

TEST(DriverThreads, OfASoftwareRendererHaveACoreEach) {
    const support::GlContext made = support::gl_context(Api::gl33);
    if (!made.context) GTEST_SKIP() << made.reason;
    cpu_set_t all;
    ASSERT_EQ(sched_getaffinity(0, sizeof all, &all), 0);
    const std::vector<cpu_set_t> drawing = cores_of("llvmpipe-");
    if (drawing.size() != static_cast<std::size_t>(CPU_COUNT(&all)))
        GTEST_SKIP() << "no renderer here has a thread for each of the " << CPU_COUNT(&all) << " cores";
    cpu_set_t taken;
    CPU_ZERO(&taken);
    for (const cpu_set_t& own : drawing) {
        EXPECT_EQ(CPU_COUNT(&own), 1);
        CPU_OR(&taken, &taken, &own);
    }
    EXPECT_TRUE(CPU_EQUAL(&taken, &all)) << "two share a core";
}

TEST(Window, WithoutADisplayFailsWithOneSentence) {
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    EXPECT_FALSE(platform::display_available());
    try {
        platform::Window::open("test", {640, 480}, false);
        FAIL() << "a window without a display";
    } catch (const base::Failure& failure) {
        EXPECT_NE(std::string(failure.what()).find("pinstretch render"), std::string::npos) << failure.what();
    }
}

} // namespace
