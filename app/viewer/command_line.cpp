#include "viewer/command_words.h"

#include "base/nearest_word.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace viewer {

namespace {

const std::vector<std::string> k_commands = {"view", "render", "check", "list", "curves", "audit", "bench"};
constexpr int k_smallest = 16, k_largest = 16384;

/// Every option of a command, for "did you mean".
std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// A word that is no command, no option and no file: a slip of the keys for a command?
void refuse_mistyped_command(const std::string& word) {
    const bool looks_like_file = word.find_first_of("./") != std::string::npos;
    if (looks_like_file || std::filesystem::exists(word)) return;
    const std::string suggestion = base::did_you_mean(word, k_commands);
    if (!suggestion.empty()) throw UsageError(fmt::format("unknown command '{}': {}", word, suggestion));
}

[[noreturn]] void refuse(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
    const auto chosen = app.get_subcommands();
    const CLI::App& command = chosen.empty() ? app : *chosen.front();
    const std::vector<std::string> known = option_names(command);
    std::string text = error.what();
    for (const std::string& word : words) {
        const std::string name = word.substr(0, word.find('='));
        if (!name.starts_with("--") || std::ranges::find(known, name) != known.end()) continue;
        text =
            fmt::format("unknown option '{}' of '{}'. {}", name, command.get_name(), base::did_you_mean(name, known));
        break;
    }
    throw UsageError(text);
}

} // namespace

glm::ivec2 parse_size(const std::string& text) {
    glm::ivec2 size{0};
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.x, &size.y, &rest) != 2 || size.x < k_smallest ||
        size.y < k_smallest || size.x > k_largest || size.y > k_largest)
        throw UsageError(
            fmt::format("--size: '{}' is not a size; write WIDTHxHEIGHT with each from {} to {}, such as 1280x720",
                        text, k_smallest, k_largest));
    return size;
}

Command parse_command_line(const std::vector<std::string>& words) {
    std::vector<std::string> all = words;
    const bool about_program = !all.empty() && (all[0] == "--help" || all[0] == "-h" || all[0] == "--version");
    if (!about_program && (all.empty() || std::ranges::find(k_commands, all[0]) == k_commands.end())) {
        if (!all.empty() && !all[0].starts_with("-")) refuse_mistyped_command(all[0]);
        all.insert(all.begin(), "view");
    }

    Words values;
    CLI::App app("Pinstretch shows soft tissue release of the hamstrings in 3D. Education, not medical advice.",
                 "pinstretch");
    app.set_version_flag("--version", "pinstretch " PINSTRETCH_VERSION);
    app.require_subcommand(1);
    add_commands(app, values);
    std::vector<std::string> reversed(all.rbegin(), all.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return PrintCommand{chosen.empty() ? app.help() : chosen.front()->help()};
    } catch (const CLI::CallForVersion&) {
        return PrintCommand{"pinstretch " PINSTRETCH_VERSION "\n"};
    } catch (const CLI::ParseError& error) {
        refuse(app, error, all);
    }
    return to_command(app.get_subcommands().front()->get_name(), values);
}

} // namespace viewer
