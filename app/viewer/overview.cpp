#include "viewer/overview.h"

#include "base/failure.h"
#include "files/load.h"
#include "viewer/contact_sheet.h"
#include "viewer/film.h"
#include "viewer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

namespace viewer {

namespace fs = std::filesystem;

namespace {
constexpr double k_telling = 0.62; // share of a step after which its lock is on and its movement under way
constexpr glm::ivec2 k_tile{640, 360};
} // namespace

base::Seconds telling_moment(const lesson::Step& step) { return step.start + step.duration * k_telling; }

void prepare_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!fs::is_directory(folder) || access(folder.c_str(), W_OK) != 0)
        throw base::Failure(fmt::format("cannot write to the folder {}: {}; choose another with --out", folder.string(),
                                        failed ? failed.message() : "permission denied"));
}

void write_overview(const scene::World& world, const fs::path& folder, const OverviewOptions& options) {
    prepare_folder(folder);
    PictureMaker maker(world);
    const int count = static_cast<int>(world.lesson.steps.size());
    // Two rounds, because the text is set anew for each size of picture.
    Progress progress("steps", 2 * count);
    const auto make = [&](const lesson::Step& step, glm::ivec2 size) {
        progress.step();
        Shot shot = options.shot;
        shot.at = telling_moment(step);
        shot.size = size;
        return maker.make(shot);
    };
    for (int i = 0; i < count; ++i) {
        const lesson::Step& step = world.lesson.steps[static_cast<std::size_t>(i)];
        files::write_png(make(step, options.shot.size), folder / fmt::format("{:02d}_{}.png", i + 1, step.id));
    }
    std::vector<files::Image> tiles;
    for (const lesson::Step& step : world.lesson.steps) tiles.push_back(make(step, k_tile));
    const fs::path sheet = folder / "contact_sheet.png";
    files::write_png(contact_sheet(tiles, sheet_columns(count, k_tile.x, k_tile.y), 8), sheet);
    fmt::print("{}\n", sheet.string());
    if (options.film_fps <= 0) return;
    const fs::path film = folder / "lesson.mp4";
    FilmOptions small{options.shot, options.film_fps, base::Seconds(0), world.lesson.duration()};
    small.shot.size = k_tile;
    small.shot.level = render::Level::high;
    small.shot.samples = 1;
    write_film(maker, film, small);
    fmt::print("{}\n", film.string());
}

} // namespace viewer
