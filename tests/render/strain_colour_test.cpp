#include "render/renderer.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace {

/// CIE L* of an sRGB colour.
double lightness(const glm::vec3& srgb) {
    const auto linear = [](float c) { return c <= 0.04045f ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double y = 0.2126 * linear(srgb.x) + 0.7152 * linear(srgb.y) + 0.0722 * linear(srgb.z);
    return y > 0.008856 ? 116.0 * std::cbrt(y) - 16.0 : 903.3 * y;
}

TEST(StrainColour, LightnessRisesAllTheWay) {
    double before = lightness(render::strain_colour(0.0f));
    for (int i = 1; i <= 100; ++i) {
        const double now = lightness(render::strain_colour(static_cast<float>(i) / 100.0f));
        EXPECT_GT(now, before) << i;
        before = now;
    }
}

TEST(StrainColour, LightnessRisesInEvenSteps) {
    // cividis is linear in lightness by construction; the table must not bend it by more than its rounding
    const double low = lightness(render::strain_colour(0.0f)), high = lightness(render::strain_colour(1.0f));
    for (int i = 0; i <= 20; ++i) {
        const double t = i / 20.0;
        EXPECT_NEAR(lightness(render::strain_colour(static_cast<float>(t))), low + (high - low) * t, 1.5) << t;
    }
}

TEST(StrainColour, RunsFromBlueToYellowAndStaysThereOutside) {
    EXPECT_GT(render::strain_colour(0.0f).z, render::strain_colour(0.0f).x);
    EXPECT_GT(render::strain_colour(1.0f).x, render::strain_colour(1.0f).z);
    EXPECT_EQ(render::strain_colour(2.0f), render::strain_colour(1.0f));
}

TEST(StrainColour, SlackIsNoColourOfTheMap) {
    const glm::vec3 slack = render::strain_colour(-0.1f);
    EXPECT_EQ(slack, render::strain_colour(-1.0f));
    for (int i = 0; i <= 50; ++i) {
        const glm::vec3 c = render::strain_colour(static_cast<float>(i) / 50.0f);
        EXPECT_GT(glm::distance(c, slack), 0.3f) << i;
        // without red and green apart (their mean) and blue: still apart
        const glm::vec2 seen((c.x + c.y) / 2.0f, c.z), slack_seen((slack.x + slack.y) / 2.0f, slack.z);
        EXPECT_GT(glm::distance(seen, slack_seen), 0.2f) << i;
    }
}

} // namespace
