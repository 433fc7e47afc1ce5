#pragma once
// Command words: every option of every command, as CLI11 reads it, and what it becomes.

#include "viewer/command_line.h"

#include <array>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace viewer {

/// Every value that CLI11 writes into before it is turned into a Command.
struct Words {
    Inputs inputs;
    double time = -1.0, from = -1.0, to = -1.0; ///< below 0: not asked for
    bool fullscreen = false, no_text = false, transparent = false, depth_of_field = false;
    std::string look = "plate";
    std::string detail, level; ///< empty: not asked for
    std::string out, size = "1280x720", camera, show, cut, what, muscle;
    int fps = 25;
    std::vector<std::string> files;
    double every_s = 0.5;
    bool sweep = false;
    int frames = 96;
    bool json = false, gpu_times = false, turntable = false, refinement = false;
    int samples = 1;             ///< of bench
    std::optional<int> pictures; ///< of render: samples of its pictures
    double step_deg = 5.0, lock = -1.0, lock_knee_deg = 120.0, pressure_n = 80.0, toward_origin_mm = 0.0;
    double activation = 0.0;
    std::string grip = "reinforced_thumb";
    std::array<double, motion::k_coordinate_count> pose_deg{};
};

/// Adds every command with its options, which are written into `words`.
void add_commands(CLI::App& app, Words& words);

/// What the words of the command `name` ask for. Throws UsageError.
Command to_command(const std::string& name, const Words& words);

} // namespace viewer
