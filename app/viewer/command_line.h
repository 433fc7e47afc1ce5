#pragma once
// Command line: words to a Command value, with "did you mean" for the ones that are not known.

#include "base/angle.h"
#include "base/seconds.h"
#include "mesh/detail.h"
#include "motion/pose.h"
#include "render/quality.h"
#include "scene/look.h"
#include "tissue/tissue_state.h"

#include <filesystem>
#include <glm/vec2.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace viewer {

/// Which lesson and model to work on; shared by several commands.
struct Inputs {
    std::string lesson = "hamstring_str"; ///< a file, or the id of a lesson in assets/lessons
    std::string model;                    ///< empty: the leg of `body` in the level `detail`
    std::string body = "average_man";     ///< id of a file in assets/anatomy/bodies
    std::optional<mesh::Detail> detail;   ///< nullopt: whatever suits the quality of the picture
};

struct ViewCommand {
    Inputs inputs;
    base::Seconds time{0};
    bool fullscreen = false;
    std::optional<render::Level> level; ///< of quality, whatever it costs; nullopt: what holds the frame rate
};

struct RenderCommand {
    Inputs inputs;
    std::filesystem::path out;
    std::optional<base::Seconds> time;     ///< of one picture
    std::optional<base::Seconds> from, to; ///< of a film; nullopt: where the lesson begins and ends
    glm::ivec2 size{1280, 720};
    std::string camera; ///< empty: the step's own; "cut": straight at the cut
    std::string show;   ///< "bones,hamstrings,skin=0.3"; empty: as the step shows
    std::string cut;    ///< "transverse=690"; empty: none
    int fps = 25;
    std::optional<render::Level> level; ///< nullopt: full for pictures, high for films
    std::optional<int> samples;         ///< of which each picture is the mean; nullopt: k_still_samples at full quality
    bool text = true;                   ///< labels, captions and legend over the picture
    bool transparent = false;           ///< background and floor left out
    scene::Look look = scene::Look::plate;
    bool depth_of_field = false;
};

struct CheckCommand {
    std::vector<std::string> files;
};

struct ListCommand {
    std::string what; ///< one of k_listable
    Inputs inputs;
};

struct CurvesCommand {
    std::string body; ///< as Inputs::body
    std::string muscle;
    base::Angle step = base::Angle::degrees(5.0);
    std::optional<double> lock; ///< fraction of the path from the origin
    base::Angle lock_knee = base::Angle::degrees(120.0);
    double pressure_n = 80.0;
    tissue::Grip grip = tissue::Grip::reinforced_thumb;
    double toward_origin = 0.0; ///< m of slack taken up before holding
    motion::Pose pose;          ///< the joints beside the knee, in every row and when the lock is set
    double activation = 0.0;    ///< 0..1, of the muscle
};

struct AuditCommand {
    Inputs inputs;
    base::Seconds every{0.5}; ///< of the lesson
    bool sweep = false;       ///< every lock and grip instead of the lesson
};

struct BenchCommand {
    Inputs inputs;
    glm::ivec2 size{1280, 720};
    int frames = 96;                    ///< at each level
    std::optional<render::Level> level; ///< nullopt: all of them, and what the program chooses
    bool json = false, gpu_times = false;
    bool turntable = false;  ///< the model alone, turned round, instead of the lesson
    int samples = 1;         ///< a pixel, on the turntable
    bool refinement = false; ///< how long until a picture that stands is at full quality, instead of frames
};

/// --help or --version: the text to print.
struct PrintCommand {
    std::string text;
};

using Command = std::variant<ViewCommand, RenderCommand, CheckCommand, ListCommand, CurvesCommand, AuditCommand,
                             BenchCommand, PrintCommand>;

/// The words do not fit: what() is a sentence with a suggestion. Exit code 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// `words` without the program's name. No words, or words that start with a lesson or an option, mean `view`.
Command parse_command_line(const std::vector<std::string>& words);

/// "1280x720" to a size; UsageError outside 16..16384.
glm::ivec2 parse_size(const std::string& text);

} // namespace viewer
