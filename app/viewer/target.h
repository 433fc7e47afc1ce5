#pragma once
// Target: what the path after --out asks for.

#include <filesystem>
#include <string>

namespace viewer {

enum class Target {
    folder,   ///< a picture of each step and a contact sheet
    picture,  ///< one PNG
    pictures, ///< numbered PNGs, one for each frame
    mp4,
    webm,
    gif
};

/// By the ending of the name; numbered where the name has a '%'. Throws UsageError when it is none of these.
Target target_of(const std::filesystem::path& out);

/// Whether it shows the lesson moving.
bool is_film(Target target);

/// Whether it can leave out the background. A GIF could only by whole pixels, which would fray every edge.
bool can_be_transparent(Target target);

/// "frame_%05d.png": where in a file name the number goes.
struct NumberedName {
    std::string before, after;
    int digits = 1; ///< at least; zeros in front
    std::string of(int number) const;
};

/// One %d or %0Nd, and %% for a percent sign. Throws UsageError.
NumberedName parse_numbered(const std::string& name);

} // namespace viewer
