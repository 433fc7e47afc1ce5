// Names beside the picture: apart, inside, in the order of what they name.
#include "ui/label_layout.h"

#include <gtest/gtest.h>

namespace {

using namespace ui;

constexpr Rect k_left{{10.0f, 50.0f}, {390.0f, 500.0f}}, k_right{{410.0f, 50.0f}, {380.0f, 500.0f}};

std::vector<LabelBox> crowd(int count, glm::vec2 about) {
    std::vector<LabelBox> boxes;
    for (int i = 0; i < count; ++i) {
        const auto f = static_cast<float>(i);
        boxes.push_back(
            {about + glm::vec2(static_cast<float>(i * 37 % 120) - 60.0f, static_cast<float>(i * 53 % 60) - 30.0f),
             {60.0f + static_cast<float>(i * 29 % 100), 20.0f},
             static_cast<int>(f) % 3});
    }
    return boxes;
}

bool overlap(const Rect& a, const Rect& b) {
    return a.min.x < b.max().x && b.min.x < a.max().x && a.min.y < b.max().y && b.min.y < a.max().y;
}

TEST(LabelLayout, LabelsOfACrowdNeitherOverlapNorLeaveTheirPlaces) {
    for (const glm::vec2 about : {glm::vec2(400, 300), glm::vec2(15, 60), glm::vec2(790, 540), glm::vec2(200, 545)}) {
        const auto boxes = crowd(20, about);
        const auto placed = place_labels(boxes, k_left, k_right, 4.0f, 30.0f);
        EXPECT_EQ(placed.size(), boxes.size());
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const Rect& box = placed[i].box;
            const Rect& home = box.min.x < 400.0f ? k_left : k_right;
            EXPECT_GE(box.min.x, home.min.x);
            EXPECT_LE(box.max().x, home.max().x + 0.01f);
            EXPECT_GE(box.min.y, home.min.y - 0.01f);
            EXPECT_LE(box.max().y, home.max().y + 0.01f);
            for (std::size_t j = i + 1; j < placed.size(); ++j) EXPECT_FALSE(overlap(box, placed[j].box));
        }
    }
}

TEST(LabelLayout, ALabelThatStandsBelowLeavesThePlaceBesideItsAnchorFree) {
    const LabelBox box{{300.0f, 200.0f}, {80.0f, 20.0f}, 0, 50.0f};
    const auto placed = place_labels({&box, 1}, k_left, k_right, 4.0f, 30.0f);
    ASSERT_EQ(placed.size(), 1u);
    EXPECT_FLOAT_EQ(placed[0].box.min.y, 240.0f);
}

TEST(LabelLayout, AloneALabelLiesBesideItsAnchor) {
    const LabelBox box{{300.0f, 200.0f}, {80.0f, 20.0f}, 0};
    const auto placed = place_labels({&box, 1}, k_left, k_right, 4.0f, 30.0f);
    ASSERT_EQ(placed.size(), 1u);
    EXPECT_FLOAT_EQ(placed[0].box.max().x, 270.0f);
    EXPECT_FLOAT_EQ(placed[0].leader.y, 200.0f);
}

TEST(LabelLayout, WithoutRoomTheLeastImportantAreLeftOut) {
    std::vector<LabelBox> boxes = crowd(20, {200, 100});
    boxes[7].priority = 9;
    const Rect low{{10.0f, 50.0f}, {390.0f, 50.0f}};
    const auto placed = place_labels(boxes, low, k_right, 4.0f, 30.0f);
    EXPECT_EQ(placed.size(), 2u);
    EXPECT_TRUE(placed[0].index == 7 || placed[1].index == 7);
}

TEST(LabelLayout, KeepsTheOrderOfTheAnchors) {
    const auto boxes = crowd(12, {200, 300});
    const auto placed = place_labels(boxes, k_left, k_right, 4.0f, 30.0f);
    for (std::size_t i = 1; i < placed.size(); ++i)
        EXPECT_LE(boxes[static_cast<std::size_t>(placed[i - 1].index)].anchor.y,
                  boxes[static_cast<std::size_t>(placed[i].index)].anchor.y);
}

} // namespace
