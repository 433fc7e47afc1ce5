// pinstretch: see README.md, or `pinstretch --help`.

#include "base/failure.h"
#include "files/load.h"
#include "viewer/command_line.h"
#include "viewer/commands.h"
#include "viewer/interrupt.h"
#include "viewer/process.h"

#include <cstdio>
#include <exception>
#include <string>
#include <variant>
#include <vector>

int main(int argc, char** argv) {
    if (argc == 3 && argv[1] == files::k_import_child) return files::import_child(argv[2]);
    viewer::share_heap();
    try {
        const viewer::Command command = viewer::parse_command_line({argv + 1, argv + argc});
        return std::visit([](const auto& chosen) { return viewer::run(chosen); }, command);
    } catch (const viewer::UsageError& error) {
        std::fprintf(stderr, "pinstretch: %s\nTry 'pinstretch --help'.\n", error.what());
        return 2;
    } catch (const viewer::Interrupted& stopped) {
        std::fprintf(stderr, "pinstretch: %s\n", stopped.what());
        return 130; // as a shell reports a program that Ctrl+C ended
    } catch (const base::Failure& failure) {
        std::fprintf(stderr, "pinstretch: %s\n", failure.what());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "pinstretch: something went wrong that should not: %s\n", error.what());
        return 1;
    }
}
