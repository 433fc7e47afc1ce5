#pragma once
// Overview: the whole lesson as pictures: one of each step, a contact sheet and, with ffmpeg, a film.

#include "scene/world.h"
#include "viewer/picture_maker.h"

#include <filesystem>
#include <optional>
#include <string>

namespace viewer {

/// The moment of a step that tells most: after what is new in it has begun, before it is over.
base::Seconds telling_moment(const lesson::Step& step);

/// Makes the folder if need be and makes sure that it can be written to. Throws base::Failure.
void prepare_folder(const std::filesystem::path& folder);

struct OverviewOptions {
    glm::ivec2 size{1280, 720};
    scene::ViewOptions view;
    bool text = true;
    int fps = 0; ///< of the film; 0: no film
    std::optional<render::Level> level = std::nullopt; ///< as in RenderCommand
};

/// Writes NN_step.png for each step, contact_sheet.png, and lesson.mp4 when fps > 0. Throws base::Failure.
void write_overview(const scene::World& world, const std::filesystem::path& folder, const OverviewOptions& options);

/// Renders lesson time [0, end] at `fps` into an MP4. Shows progress.
void write_film(const scene::World& world, PictureMaker& maker, const std::filesystem::path& file,
                const OverviewOptions& options);

/// A progress bar on standard error: redrawn in place on a terminal, a line every tenth elsewhere.
class Progress {
public:
    Progress(std::string what, int total);
    void step();

private:
    std::string what_;
    int total_, done_ = 0, shown_ = -1;
    bool terminal_;
};

} // namespace viewer
