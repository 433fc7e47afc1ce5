// Every panel, drawn without a GPU, at every size; a hand on the mouse; a panel that throws.
#include "desk.h"

#include "ui/guard.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace {

using namespace document;
using test::Desk;

struct Size {
    glm::vec2 window;
    float content_scale;
};
constexpr Size k_sizes[] = {{{1024, 640}, 1.0f}, {{1280, 800}, 1.0f}, {{1920, 1080}, 1.0f}, {{3840, 2160}, 2.0f}};

// Nothing is wider than its window: what is cut at the side cannot be scrolled to.
void expect_nothing_cut() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    for (const ImGuiWindow* window : g.Windows) {
        if (!window->WasActive || window->IsFallbackWindow || window->Hidden) continue;
        EXPECT_LE(window->ScrollMax.x, 1.0f) << window->Name;
    }
}

TEST(Panels, DrawInsideTheWindowAtEverySizeAndTextSize) {
    for (const Size& size : k_sizes)
        for (const float font_scale : {0.75f, 1.0f, 2.5f}) {
            SCOPED_TRACE(std::to_string(size.window.x) + " at " + std::to_string(font_scale));
            Desk desk;
            desk.window = size.window;
            desk.content_scale = size.content_scale;
            desk.document.preferences.font_scale = font_scale;
            apply(desk.document, desk.world, {Seek{base::Seconds(15.0)}, Select{test::k_biceps}});
            for (const auto side : {SideTab::inspect, SideTab::graphs, SideTab::under_skin}) {
                SCOPED_TRACE(static_cast<int>(side));
                desk.document.panels.side = side;
                desk.frames(6); // a tab comes to the front, then its contents find their size
                test::expect_everything_inside(desk);
                expect_nothing_cut();
            }
        }
}

TEST(Panels, BoxesMessagesAndPresentingDrawInsideTheWindow) {
    for (const Size& size : k_sizes) {
        Desk desk;
        desk.window = size.window;
        desk.content_scale = size.content_scale;
        desk.document.message =
            "The lesson lessons/small.toml could not be read: line 3: 'titel' is not known (did you mean 'title'?).";
        desk.document.panels.help = desk.document.panels.about = desk.document.panels.open_file = true;
        desk.frames(3);
        test::expect_everything_inside(desk);
        for (const char* name : {"Keys and mouse", "About Pinstretch", "Open", "Message"}) {
            ASSERT_NE(Desk::window_named(name), nullptr) << name;
            EXPECT_TRUE(Desk::window_named(name)->WasActive) << name;
        }
        apply(desk.document, desk.world, Present{true});
        desk.frames(3);
        test::expect_everything_inside(desk);
        EXPECT_FALSE(Desk::window_named("Timeline")->WasActive);
    }
}

TEST(Panels, ALessonWithoutAnythingIsDrawn) {
    Desk desk;
    desk.world.lesson = {};
    desk.world.atlas.structures.clear();
    desk.world.atlas.layers.clear();
    desk.document = Document(desk.world);
    desk.texture = 0;
    desk.frames(3);
    test::expect_everything_inside(desk);
}

TEST(Panels, PictureAreaIsKnownBeforeDrawing) {
    Desk desk;
    desk.frame();
    const ui::PictureArea before = desk.interface.picture_area(desk.document, desk.window);
    EXPECT_EQ(before.position, desk.output.picture.position);
    EXPECT_EQ(before.pixels, desk.output.picture.pixels);
    EXPECT_GT(before.pixels.x, 300);
}

// Middle of an item, found the way a user finds it: by trying where something happens.
template <class Verb>
bool click_finds(Desk& desk, const ui::Rect& where, glm::vec2 step) {
    for (float y = where.min.y + step.y / 2; y < where.max().y; y += step.y)
        for (float x = where.min.x + step.x / 2; x < where.max().x; x += step.x)
            if (test::count<Verb>(desk.click({x, y})) > 0) return true;
    return false;
}

TEST(Timeline, PlayAndNextAnswerAClick) {
    Desk desk;
    desk.frames(3);
    ui::Rect row = Desk::rect_of("Timeline");
    row.size.y = 44.0f;
    row.size.x = 200.0f;
    EXPECT_TRUE(click_finds<TogglePlay>(desk, row, {12.0f, 44.0f}));
    EXPECT_TRUE(click_finds<NextStep>(desk, row, {12.0f, 44.0f}));
    EXPECT_TRUE(click_finds<ToggleLoop>(desk, row, {12.0f, 44.0f}));
}

TEST(Timeline, PressingTheBarSeeks) {
    Desk desk;
    desk.frames(3);
    const ui::Rect timeline = Desk::rect_of("Timeline");
    const Actions asked = desk.click({timeline.min.x + timeline.size.x / 2.0f, timeline.max().y - 24.0f});
    const Seek* seek = test::first<Seek>(asked);
    ASSERT_NE(seek, nullptr);
    EXPECT_NEAR(seek->at.count(), 15.0, 0.3);
}

TEST(Steps, AClickOnAStepGoesThere) {
    Desk desk;
    desk.frames(3);
    const ui::Rect steps = Desk::rect_of("Steps");
    const Actions asked = [&] {
        for (float y = steps.min.y + 60.0f; y < steps.max().y; y += 8.0f) {
            Actions now = desk.click({steps.min.x + 100.0f, y});
            if (test::count<GoToStep>(now) > 0) return now;
        }
        return Actions{};
    }();
    ASSERT_NE(test::first<GoToStep>(asked), nullptr);
    EXPECT_EQ(test::first<GoToStep>(asked)->step, 0);
}

TEST(Steps, AVoiceButtonChangesTheVoice) {
    Desk desk;
    desk.frames(3);
    ui::Rect top = Desk::rect_of("Steps");
    top.size.y = 110.0f;
    EXPECT_TRUE(click_finds<SetPreferences>(desk, top, {30.0f, 12.0f}));
}

TEST(Inspector, TheEyeOfALayerHidesIt) {
    // A row of tries may fold the layers away before it comes to their eyes: another one then meets other places.
    bool found = false;
    for (float shift = 0.0f; shift < 12.0f && !found; shift += 3.0f) {
        Desk desk;
        desk.frames(3);
        ui::Rect left_edge = Desk::rect_of("Inspector");
        left_edge.min += glm::vec2(8.0f, shift);
        left_edge.size.x = 24.0f;
        found = click_finds<ShowLayer>(desk, left_edge, {24.0f, 12.0f}) && desk.document.history.can_undo();
    }
    EXPECT_TRUE(found);
}

TEST(Guard, APanelThatThrowsBecomesAnErrorPanelAndTheRestLives) {
    Desk desk;
    desk.frames(3);
    bool broken = true;
    desk.on_look = [&] {
        if (broken) throw std::runtime_error("The picture is not there.");
    };
    desk.move_to(desk.middle_of_picture());
    desk.frames(2);
    ASSERT_NE(Desk::window_named("Error in Picture"), nullptr);
    EXPECT_TRUE(Desk::window_named("Error in Picture")->WasActive);
    EXPECT_TRUE(Desk::window_named("Timeline")->WasActive);
    EXPECT_EQ(test::count<TogglePlay>(desk.press(ui::Key::space)), 1);
    // "Try again" brings it back once the reason is gone
    broken = false;
    const ui::Rect error = Desk::rect_of("Error in Picture");
    for (float y = error.min.y + 20.0f; y < error.min.y + 200.0f && Desk::window_named("Error in Picture")->WasActive;
         y += 10.0f)
        desk.click({error.min.x + 40.0f, y});
    desk.frames(2);
    EXPECT_FALSE(Desk::window_named("Error in Picture")->WasActive);
    EXPECT_TRUE(Desk::window_named("Picture")->WasActive);
}

TEST(Idle, AStillWindowAsksForNoMoreFrames) {
    Desk desk;
    desk.frames(10);
    EXPECT_FALSE(desk.output.redraw_in);
    ImGui::GetIO().MousePos = {600.0f, 300.0f};
    desk.frame();
    EXPECT_EQ(desk.output.redraw_in, base::Seconds(0));
}

TEST(Tooltip, ComesAfterADelayAndAsksToBeDrawn) {
    Desk desk;
    desk.frames(3);
    const ui::Rect timeline = Desk::rect_of("Timeline");
    ImGui::GetIO().MousePos = {timeline.min.x + timeline.size.x * 0.4f, timeline.max().y - 24.0f};
    desk.frames(10);
    ASSERT_TRUE(desk.output.redraw_in);
    EXPECT_GT(*desk.output.redraw_in, base::Seconds(0));
    const auto shown = [] {
        const ImGuiContext& g = *ImGui::GetCurrentContext();
        return std::any_of(g.Windows.begin(), g.Windows.end(), [](const ImGuiWindow* w) {
            return (w->Flags & ImGuiWindowFlags_Tooltip) != 0 && w->WasActive;
        });
    };
    EXPECT_FALSE(shown());
    desk.frames(40);
    EXPECT_TRUE(shown());
}

} // namespace
