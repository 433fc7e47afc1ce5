#pragma once
// Overview: the whole lesson as pictures: one of each step, a contact sheet and, where asked for, a film.

#include "scene/world.h"
#include "viewer/picture_maker.h"

#include <filesystem>

namespace viewer {

/// The moment of a step that tells most: after what is new in it has begun, before it is over.
base::Seconds telling_moment(const lesson::Step& step);

/// Makes the folder if need be and makes sure that it can be written to. Throws base::Failure.
void prepare_folder(const std::filesystem::path& folder);

struct OverviewOptions {
    Shot shot;        ///< of every picture; its time is not used
    int film_fps = 0; ///< 0: no film
};

/// Writes NN_step.png for each step, contact_sheet.png, and a small lesson.mp4 when film_fps > 0. Throws base::Failure.
void write_overview(const scene::World& world, const std::filesystem::path& folder, const OverviewOptions& options);

} // namespace viewer
