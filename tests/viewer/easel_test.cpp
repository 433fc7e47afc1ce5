#include "viewer/easel.h"

#include "support/gl_context.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <optional>

namespace {

constexpr glm::ivec2 k_size(160, 120);

class EaselTest : public testing::Test {
protected:
    void SetUp() override {
        context_ = support::gl_context(platform::Api::gl33);
        if (!context_.context) GTEST_SKIP() << context_.reason;
        easel_.emplace(viewer::Inputs{}, std::nullopt);
        document_.emplace(easel_->rung().world);
        document_->player.seek(base::Seconds(50.0));
    }
    ui::Picture at(double now, bool moving = false) {
        return easel_->draw(*document_, k_size, {base::Seconds(now), moving, playing_, [] { return true; }});
    }
    /// Draws until the picture stands at full quality, at 10 s.
    ui::Picture refined() {
        at(9.0);
        at(9.5);
        at(9.6);
        return at(10.0);
    }

    /// Of the same moment, though their shapes are not the same objects.
    static bool alike(const scene::Scene& a, const scene::Scene& b) {
        return a.camera == b.camera && std::ranges::equal(a.items, b.items, [](const auto& x, const auto& y) {
                   return x.mesh == y.mesh && x.transform == y.transform && !x.shape == !y.shape &&
                          (!x.shape || x.shape->positions == y.shape->positions);
               });
    }

    support::GlContext context_;
    std::optional<viewer::Easel> easel_;
    std::optional<document::Document> document_;
    bool playing_ = false;
};

TEST_F(EaselTest, WhatStandsIsRefinedAndFadesIn) {
    const ui::Picture coarse = at(9.0);
    EXPECT_LT(coarse.size_px.x, k_size.x);
    ASSERT_TRUE(easel_->due());
    const ui::Picture fine = at(9.5);
    EXPECT_EQ(fine.size_px, k_size);
    EXPECT_EQ(fine.under, coarse.texture);
    EXPECT_EQ(fine.opacity, 0.0f);
    EXPECT_EQ(at(9.9).opacity, 0.0f) << "however long it took to draw";
    EXPECT_NEAR(at(9.93).opacity, 0.5f, 0.01f);
    const ui::Picture done = at(10.0);
    EXPECT_EQ(done.under, 0u);
    EXPECT_EQ(done.opacity, 1.0f);
}

TEST_F(EaselTest, WhatStandsAtFullQualityIsDrawnUntilItIsTheMeanOfEnough) {
    const ui::Picture fine = refined();
    for (int drawn = 2; drawn < render::k_still_samples; ++drawn) {
        const int before = easel_->draws();
        EXPECT_EQ(easel_->due(), base::Seconds(0));
        EXPECT_EQ(at(10.0 + drawn).texture, fine.texture);
        EXPECT_EQ(easel_->draws(), before + 1) << drawn;
    }
    at(20.0);
    EXPECT_FALSE(easel_->due());
    const int before = easel_->draws();
    at(21.0);
    EXPECT_EQ(easel_->draws(), before);
}

TEST_F(EaselTest, WhatIsSmoothedGivesWayAndGoesOnLater) {
    const ui::Picture fine = refined();
    const int before = easel_->draws();
    const auto busy = [] { return false; };
    EXPECT_EQ(easel_->draw(*document_, k_size, {base::Seconds(11.0), false, false, busy}).texture, fine.texture);
    EXPECT_EQ(easel_->draws(), before);
    EXPECT_GT(easel_->due(), base::Seconds(0));
    at(12.0);
    EXPECT_EQ(easel_->draws(), before + 1);
}

TEST_F(EaselTest, WhatMovesOnIsNotRefined) {
    at(9.0, true);
    EXPECT_LT(at(9.5, true).size_px.x, k_size.x);
}

TEST_F(EaselTest, TheLessonMayGoOnWhileItsPictureStands) {
    document_->player.seek(base::Seconds(5.0)); // nothing moves until the next step
    const ui::Picture fine = refined();
    ASSERT_EQ(fine.size_px, k_size);
    document_->player.seek(base::Seconds(5.5));
    playing_ = true;
    EXPECT_EQ(at(10.5).texture, fine.texture);
    EXPECT_FALSE(easel_->redrawn());
    EXPECT_FALSE(easel_->due()) << "words that change must not wait for smooth edges";
}

TEST_F(EaselTest, WhatPlaysMayBeBuiltAheadAndWhatStandsIsOfItsMoment) {
    playing_ = true;
    const auto beside = [this] { return std::abs((easel_->readout().sample.at - document_->player.at()).count()); };
    double ahead = 0.0;
    for (int frame = 0; frame < 8; ++frame) {
        document_->player.seek(base::Seconds(50.0 + 0.04 * frame + 0.01 * (frame % 2))); // frames of 50 and 30 ms
        at(9.0 + 0.04 * frame, true);
        ahead = std::max(ahead, beside());
        EXPECT_LT(beside(), 0.026) << frame;
        scene::Builder builder(easel_->rung().world);
        EXPECT_TRUE(alike(builder.build(easel_->readout().sample.at, {}), easel_->scene())) << frame;
    }
    EXPECT_GT(ahead, 0.015) << "nothing was built ahead";
    document_->player.seek(base::Seconds(60.0));
    at(9.5, true);
    EXPECT_EQ(beside(), 0.0);
    document_->player.seek(base::Seconds(60.04));
    at(9.54, true);
    playing_ = false;
    at(9.58);
    EXPECT_EQ(beside(), 0.0);
}

TEST_F(EaselTest, WhatStoodFadesOutWhenSomethingInItMoves) {
    const ui::Picture fine = refined();
    ASSERT_EQ(fine.size_px, k_size);
    document_->player.seek(base::Seconds(50.04));
    const ui::Picture moving = at(11.0, true);
    EXPECT_LT(moving.size_px.x, k_size.x);
    EXPECT_EQ(moving.under, fine.texture);
    EXPECT_EQ(moving.opacity, 0.0f);
    EXPECT_NEAR(at(11.03, true).opacity, 0.5f, 0.01f);
    EXPECT_EQ(at(11.2, true).under, 0u);
}

TEST_F(EaselTest, AnotherViewComesAtOnce) {
    refined();
    document_->view.options.camera = easel_->scene().camera;
    document_->view.options.camera->eye.x += 0.1f;
    const ui::Picture moving = at(11.0, true);
    EXPECT_LT(moving.size_px.x, k_size.x);
    EXPECT_EQ(moving.under, 0u);
    EXPECT_EQ(moving.opacity, 1.0f);
}

} // namespace
