#include "viewer/text_change.h"

#include <gtest/gtest.h>

namespace {

using viewer::TextChanges;
using viewer::TextPlace;

constexpr TextPlace k_place{{320, 240}, {0.0f, 0.0f}, 1.0f};

/// One list of rectangles, as ImGui would draw them.
class Drawing {
public:
    Drawing() {
        data_.CmdLists = &pointer_;
        data_.CmdListsCount = 1;
        ImDrawCmd command;
        command.ClipRect = {0.0f, 0.0f, 320.0f, 240.0f};
        list_.CmdBuffer.push_back(command);
    }
    void add(const ImVec2& low, const ImVec2& high, ImU32 colour) {
        const auto first = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
        for (const ImVec2& at : {low, ImVec2(high.x, low.y), high, ImVec2(low.x, high.y)})
            list_.VtxBuffer.push_back({at, {0.0f, 0.0f}, colour});
        for (const int corner : {0, 1, 2, 0, 2, 3}) list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(first + corner));
        list_.CmdBuffer.back().ElemCount += 6;
    }
    void clip(float right) { list_.CmdBuffer.back().ClipRect.z = right; }
    const ImDrawData& data() const { return data_; }

private:
    ImDrawList list_{nullptr};
    ImDrawList* pointer_ = &list_;
    ImDrawData data_;
};

constexpr ImU32 k_red = 0xFF0000FF, k_blue = 0xFFFF0000;

Drawing two() {
    Drawing drawing;
    drawing.add({20.0f, 10.0f}, {60.0f, 20.0f}, k_red);
    drawing.add({200.0f, 200.0f}, {220.0f, 220.0f}, k_red);
    return drawing;
}

TEST(TextChanges, TheFirstTimeEverythingThenNothing) {
    TextChanges changes;
    const auto first = changes.to(two().data(), k_place);
    EXPECT_TRUE(first.has({25, 240 - 15})) << "ImGui counts from the top";
    EXPECT_TRUE(first.has({210, 240 - 210}));
    EXPECT_FALSE(first.has({120, 120}));
    EXPECT_TRUE(changes.to(two().data(), k_place).empty());
}

TEST(TextChanges, OnlyWhatCameOrWentWhereverItStandsInTheList) {
    TextChanges changes;
    changes.to(two().data(), k_place);
    Drawing drawing;
    drawing.add({100.0f, 100.0f}, {110.0f, 110.0f}, k_red);
    drawing.add({200.0f, 200.0f}, {220.0f, 220.0f}, k_red);
    const auto region = changes.to(drawing.data(), k_place);
    EXPECT_TRUE(region.has({25, 240 - 15})) << "gone";
    EXPECT_TRUE(region.has({105, 240 - 105})) << "came";
    EXPECT_FALSE(region.has({210, 240 - 210})) << "stayed";
}

TEST(TextChanges, AmongAsManyAsBeforeOnlyThoseThatDiffer) {
    const auto row = [](float ends) {
        Drawing drawing;
        for (int i = 0; i < 5; ++i) {
            const float x = 20.0f + 60.0f * static_cast<float>(i), y = i == 0 || i == 4 ? ends : 100.0f;
            drawing.add({x, y}, {x + 10.0f, y + 10.0f}, k_red);
        }
        return drawing;
    };
    TextChanges changes;
    changes.to(row(20.0f).data(), k_place);
    const auto region = changes.to(row(200.0f).data(), k_place);
    for (const int x : {25, 265}) {
        EXPECT_TRUE(region.has({x, 240 - 25})) << "gone from " << x;
        EXPECT_TRUE(region.has({x, 240 - 205})) << "come to " << x;
    }
    for (const int x : {85, 145, 205}) EXPECT_FALSE(region.has({x, 240 - 105})) << x;
}

TEST(TextChanges, ColoursAndClipsCount) {
    TextChanges changes;
    Drawing drawing;
    drawing.add({20.0f, 10.0f}, {60.0f, 20.0f}, k_red);
    changes.to(drawing.data(), k_place);
    Drawing blue;
    blue.add({20.0f, 10.0f}, {60.0f, 20.0f}, k_blue);
    EXPECT_FALSE(changes.to(blue.data(), k_place).empty());
    blue.clip(40.0f);
    EXPECT_FALSE(changes.to(blue.data(), k_place).empty());
    EXPECT_FALSE(changes.to(Drawing().data(), k_place).empty()) << "nothing left";
    EXPECT_TRUE(changes.to(Drawing().data(), k_place).empty());
}

TEST(TextChanges, InAPartOfAPictureAndStretched) {
    TextChanges changes;
    Drawing drawing;
    drawing.add({20.0f, 10.0f}, {60.0f, 20.0f}, k_red);
    const TextPlace place{{320, 240}, {32.0f, 16.0f}, 2.0f};
    const auto region = changes.to(drawing.data(), place);
    EXPECT_TRUE(region.has({2 * 40 - 32, 240 - (2 * 15 - 16)}));
    EXPECT_FALSE(region.has({2 * 60 - 32 + 18, 240 - (2 * 15 - 16)}));
}

} // namespace
