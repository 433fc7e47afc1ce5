#include "viewer/preferences.h"

#include "base/diagnostics.h"
#include "base/failure.h"
#include "files/load.h"
#include "files/toml_reader.h"
#include "viewer/session.h"

#include <fmt/format.h>
#include <span>
#include <string>

namespace viewer {

namespace fs = std::filesystem;

document::Preferences read_preferences(const fs::path& file) {
    document::Preferences wanted;
    if (!fs::exists(file)) return wanted;
    files::TomlReader reader(file);
    files::Section root = reader.root();
    const int audience = root.one_of_or("audience", lesson::k_audience_names, static_cast<int>(wanted.audience));
    wanted.audience = static_cast<lesson::Audience>(audience);
    wanted.font_scale = static_cast<float>(root.number_or("font_scale", wanted.font_scale, {0.75, 2.5}));
    wanted.reduced_motion = root.flag_or("reduced_motion", wanted.reduced_motion);
    wanted.blender_mouse = root.flag_or("blender_mouse", wanted.blender_mouse);
    wanted.zoom_to_cursor = root.flag_or("zoom_to_cursor", wanted.zoom_to_cursor);
    wanted.invert_zoom = root.flag_or("invert_zoom", wanted.invert_zoom);
    wanted.look = static_cast<scene::Look>(root.one_of_or("look", scene::k_look_names, static_cast<int>(wanted.look)));
    const int quality = root.one_of_or("quality", document::k_quality_names, static_cast<int>(wanted.quality));
    wanted.quality = static_cast<document::PictureQuality>(quality);
    root.finish();
    print(reader.diagnostics());
    return base::has_error(reader.diagnostics()) ? document::Preferences{} : wanted;
}

void write_preferences(const document::Preferences& preferences, const fs::path& file) {
    const std::string text = fmt::format(
        "# Pinstretch: what was set in the program. Delete this file to start afresh.\nformat = 1\naudience = \"{}\"\n"
        "font_scale = {:.2f}\nreduced_motion = {}\nblender_mouse = {}\nzoom_to_cursor = {}\ninvert_zoom = {}\nlook = "
        "\"{}\"\nquality = \"{}\"\n",
        lesson::k_audience_names[static_cast<std::size_t>(preferences.audience)], preferences.font_scale,
        preferences.reduced_motion, preferences.blender_mouse, preferences.zoom_to_cursor, preferences.invert_zoom,
        scene::k_look_names[static_cast<std::size_t>(preferences.look)],
        document::k_quality_names[static_cast<std::size_t>(preferences.quality)]);
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    files::write_atomically(file, std::as_bytes(std::span(text)));
}

} // namespace viewer
