#pragma once
// Film: a lesson, or a part of it, as pictures at a fixed step: a video file or numbered pictures.

#include "viewer/picture_maker.h"
#include "viewer/target.h"

#include <filesystem>

namespace viewer {

struct FilmOptions {
    Shot shot; ///< of every picture; its time is not used
    int fps = 25;
    base::Seconds from{0}, to{0}; ///< of the lesson; both are shown
};

/// Pictures that a film has.
int frames_of(const FilmOptions& options);

/// Writes to `out`, which target_of() must call a film. Shows progress. Throws base::Failure, and Interrupted on
/// Ctrl+C, when an unfinished video file has been removed; pictures that were finished stay. A video file gets an even
/// size.
void write_film(PictureMaker& maker, const std::filesystem::path& out, const FilmOptions& options);

} // namespace viewer
