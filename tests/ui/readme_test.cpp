// README.md's table of keys is the binding table's.

#include "ui/bindings.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace {

/// The table as it must stand in README.md; printed by the failing test, ready to be pasted.
std::string key_table() {
    std::string table = "| keys | what |\n|---|---|\n";
    for (const ui::Gesture& gesture : ui::gestures(false))
        table += "| " + std::string(gesture.mouse) + " | " + std::string(gesture.text) + " |\n";
    for (const ui::CommandInfo& command : ui::commands())
        if (!command.menu_only)
            table += "| " + ui::keys_of(command.command) + " | " + std::string(command.text) + " |\n";
    return table;
}

} // namespace

TEST(Readme, ListsTheKeysOfTheBindingTable) {
    std::ifstream file(PINSTRETCH_SOURCE_DIR "/README.md");
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_NE(text.str().find(key_table()), std::string::npos) << "README.md should hold this table:\n" << key_table();
}
