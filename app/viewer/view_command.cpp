#include "viewer/commands.h"
#include "viewer/overview.h"
#include "viewer/session.h"
#include "viewer/video.h"
#include "viewer/window_session.h"

#include "platform/context.h"

#include <fmt/format.h>

namespace viewer {

namespace {

// A first look without a display should not take longer than the lesson itself on a weak machine.
constexpr glm::ivec2 k_still_size{1280, 720};
constexpr int k_film_fps = 10;

int show_without_window(const ViewCommand& command) {
    const bool film = ffmpeg_available();
    fmt::print(stderr, "pinstretch: there is no display; rendering the lesson into {} instead{}\n",
               std::filesystem::absolute("out").string(), film ? "" : " (pictures only: ffmpeg is not installed)");
    OverviewOptions options;
    options.shot.size = k_still_size;
    options.film_fps = film ? k_film_fps : 0;
    write_overview(load_world(command.inputs, mesh::Detail::half), "out", options);
    return 0;
}

} // namespace

int run(const ViewCommand& command) {
    if (!platform::display_available()) return show_without_window(command);
    WindowSession session(command);
    session.run();
    return 0;
}

} // namespace viewer
