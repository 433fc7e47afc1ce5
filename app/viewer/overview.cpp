#include "viewer/overview.h"

#include "base/failure.h"
#include "files/load.h"
#include "viewer/tiles.h"
#include "viewer/video.h"

#include <cmath>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace viewer {

namespace fs = std::filesystem;

namespace {
constexpr double k_telling = 0.62; // share of a step after which its lock is on and its movement under way
constexpr glm::ivec2 k_tile{640, 360};
} // namespace

base::Seconds telling_moment(const lesson::Step& step) { return step.start + step.duration * k_telling; }

Progress::Progress(std::string what, int total)
    : what_(std::move(what)), total_(total), terminal_(isatty(STDERR_FILENO) == 1) {}

void Progress::step() {
    ++done_;
    const int percent = total_ > 0 ? done_ * 100 / total_ : 100;
    const int shown = terminal_ ? percent : percent / 10;
    if (shown == shown_) return;
    shown_ = shown;
    constexpr int k_width = 30;
    const int filled = k_width * percent / 100;
    fmt::print(stderr, "{}{:<18} [{:#<{}}{:.<{}}] {:3d} %{}", terminal_ ? "\r" : "", what_, "", filled, "",
               k_width - filled, percent, !terminal_ || done_ == total_ ? "\n" : "");
    std::fflush(stderr);
}

void prepare_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!fs::is_directory(folder) || access(folder.c_str(), W_OK) != 0)
        throw base::Failure(fmt::format("cannot write to the folder {}: {}; choose another with --out", folder.string(),
                                        failed ? failed.message() : "permission denied"));
}

void write_film(const scene::World& world, PictureMaker& maker, const fs::path& file, const OverviewOptions& options) {
    const glm::ivec2 even = options.size - options.size % 2;
    VideoWriter video(file, even, options.fps);
    const int frames = static_cast<int>(std::floor(world.lesson.duration().count() * options.fps)) + 1;
    Progress progress(file.filename().string(), frames);
    for (int i = 0; i < frames; ++i) {
        video.add(maker.make({base::Seconds(static_cast<double>(i) / options.fps), even, options.view, options.text,
                             options.level.value_or(render::Level::high)}));
        progress.step();
    }
    video.finish();
}

void write_overview(const scene::World& world, const fs::path& folder, const OverviewOptions& options) {
    prepare_folder(folder);
    PictureMaker maker(world);
    const int count = static_cast<int>(world.lesson.steps.size());
    // Two rounds, because the text is set anew for each size of picture.
    Progress progress("steps", 2 * count);
    const auto make = [&](const lesson::Step& step, glm::ivec2 size) {
        progress.step();
        return maker.make({telling_moment(step), size, options.view, options.text,
                           options.level.value_or(render::Level::full)});
    };
    for (int i = 0; i < count; ++i) {
        const lesson::Step& step = world.lesson.steps[static_cast<std::size_t>(i)];
        files::write_png(make(step, options.size), folder / fmt::format("{:02d}_{}.png", i + 1, step.id));
    }
    std::vector<files::Image> tiles;
    for (const lesson::Step& step : world.lesson.steps) tiles.push_back(make(step, k_tile));
    const fs::path sheet = folder / "contact_sheet.png";
    files::write_png(contact_sheet(tiles, sheet_columns(count, k_tile.x, k_tile.y), 8), sheet);
    fmt::print("{}\n", sheet.string());
    if (options.fps <= 0) return;
    const fs::path film = folder / "lesson.mp4";
    OverviewOptions small = options;
    small.size = k_tile;
    write_film(world, maker, film, small);
    fmt::print("{}\n", film.string());
}

} // namespace viewer
