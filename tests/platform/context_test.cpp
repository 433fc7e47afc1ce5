#include "platform/context.h"

#include "base/failure.h"
#include "support/gl_context.h"

#include <cstdlib>
#include <gtest/gtest.h>

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
