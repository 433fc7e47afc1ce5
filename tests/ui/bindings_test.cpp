// The table of keys: complete, without doubles, and obeyed exactly.
#include "document/small_world.h"
#include "document/verbs.h"
#include "ui/bindings.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace ui;

bool can_meet(When a, When b) { return a == b || a == When::always || b == When::always; }

TEST(Bindings, NoKeyMeansTwoThings) {
    const auto all = bindings();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            EXPECT_FALSE(all[i].key == all[j].key && all[i].mods == all[j].mods && can_meet(all[i].when, all[j].when))
                << key_text(all[i].key, all[i].mods);
}

TEST(Bindings, EveryCommandHasAKeyOrIsInTheMenuOnly) {
    for (const CommandInfo& command : commands())
        EXPECT_NE(keys_of(command.command).empty(), !command.menu_only) << command.text;
}

TEST(Bindings, EveryBindingIsListedWithItsKeycaps) {
    for (const Binding& binding : bindings()) {
        if (!binding.listed) continue;
        EXPECT_NE(keys_of(binding.command).find(key_text(binding.key, binding.mods)), std::string::npos)
            << info(binding.command).text;
    }
}

TEST(Bindings, EveryCommandMeansSomething) {
    const scene::World world = test::small_world();
    document::Document document(world);
    document.view.options.selected = test::k_biceps;
    for (const CommandInfo& command : commands())
        EXPECT_FALSE(actions_of(command.command, document, world).empty()) << command.text;
}

TEST(Bindings, ModifiersMatchExactly) {
    const scene::World world = test::small_world();
    const document::Document document(world);
    const auto asked = [&](Mods mods) {
        const KeyPress press{Key::z, mods, false};
        return handle_keys({&press, 1}, document, world, false);
    };
    EXPECT_TRUE(asked({}).empty());
    EXPECT_TRUE(asked({.control = true, .alt = true}).empty());
    ASSERT_EQ(asked({.control = true}).size(), 1u);
    EXPECT_TRUE(std::holds_alternative<document::Undo>(asked({.control = true})[0]));
    ASSERT_EQ(asked({.control = true, .shift = true}).size(), 1u);
    EXPECT_TRUE(std::holds_alternative<document::Redo>(asked({.control = true, .shift = true})[0]));
}

TEST(Bindings, NothingFiresWhileTyping) {
    const scene::World world = test::small_world();
    const document::Document document(world);
    for (const Binding& binding : bindings()) {
        const KeyPress press{binding.key, binding.mods, false};
        EXPECT_TRUE(handle_keys({&press, 1}, document, world, true).empty()) << key_text(binding.key, binding.mods);
    }
}

TEST(Bindings, AHeldKeyRepeatsWhatIsMeantToRepeatOnly) {
    const scene::World world = test::small_world();
    const document::Document document(world);
    const KeyPress frame{Key::right, {}, true}, play{Key::space, {}, true};
    EXPECT_EQ(handle_keys({&frame, 1}, document, world, false).size(), 1u);
    EXPECT_TRUE(handle_keys({&play, 1}, document, world, false).empty());
}

TEST(Bindings, ArrowsAreFramesAtWorkAndStepsWhilePresenting) {
    const scene::World world = test::small_world();
    document::Document document(world);
    const KeyPress right{Key::right, {}, false};
    EXPECT_TRUE(std::holds_alternative<document::MoveFrames>(handle_keys({&right, 1}, document, world, false).at(0)));
    document.presenting = true;
    EXPECT_TRUE(std::holds_alternative<document::NextStep>(handle_keys({&right, 1}, document, world, false).at(0)));
}

TEST(Bindings, APresentersRemoteWorks) {
    const scene::World world = test::small_world();
    document::Document document(world);
    const auto press = [&](Key key) {
        const KeyPress pressed{key, {}, false};
        document::apply(document, world, handle_keys({&pressed, 1}, document, world, false));
    };
    press(Key::f5);
    EXPECT_TRUE(document.presenting);
    press(Key::page_down);
    EXPECT_DOUBLE_EQ(document.player.at().count(), 10.0);
    press(Key::page_up);
    EXPECT_DOUBLE_EQ(document.player.at().count(), 0.0);
    press(Key::period);
    EXPECT_TRUE(document.blank);
    press(Key::b);
    EXPECT_FALSE(document.blank);
    press(Key::escape);
    EXPECT_FALSE(document.presenting);
}

TEST(Bindings, EscapeClosesBeforeItDeselects) {
    const scene::World world = test::small_world();
    document::Document document(world);
    document.panels.help = true;
    document.message = "Something.";
    document.view.options.selected = test::k_biceps;
    const KeyPress escape{Key::escape, {}, false};
    const auto press = [&] { document::apply(document, world, handle_keys({&escape, 1}, document, world, false)); };
    press();
    EXPECT_FALSE(document.panels.help);
    press();
    EXPECT_TRUE(document.message.empty());
    EXPECT_TRUE(document.view.options.selected);
    press();
    EXPECT_FALSE(document.view.options.selected);
}

TEST(Bindings, HidingNothingSaysWhatToDo) {
    const scene::World world = test::small_world();
    document::Document document(world);
    document::apply(document, world, actions_of(Command::hide, document, world));
    EXPECT_NE(document.message.find("Select"), std::string::npos);
}

TEST(Bindings, InThePanelsKeyboardModeBareKeysBelongToThePanels) {
    const scene::World world = test::small_world();
    document::Document document(world);
    document.panels.keyboard = true;
    const KeyPress space{Key::space, {}, false}, undo{Key::z, {.control = true}, false};
    EXPECT_TRUE(handle_keys({&space, 1}, document, world, false).empty());
    EXPECT_FALSE(handle_keys({&undo, 1}, document, world, false).empty());
}

TEST(Bindings, TooltipsNameTheKey) { EXPECT_EQ(text_with_key("Play", Command::play_pause), "Play (Space)"); }

} // namespace
