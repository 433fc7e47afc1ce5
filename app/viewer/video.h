#pragma once
// Video: pictures piped to the ffmpeg program, which writes MP4 (H.264), WebM (VP9) or GIF.

#include "viewer/film_writer.h"
#include "viewer/target.h"

#include <glm/vec2.hpp>
#include <string>
#include <sys/types.h>
#include <vector>

namespace viewer {

/// Whether an `ffmpeg` program is on the PATH.
bool ffmpeg_available();

struct VideoFormat {
    Target target = Target::mp4; ///< or webm, gif
    glm::ivec2 size{0};          ///< even in both directions, but for GIF
    int fps = 25;
    int frames = 0;           ///< how many will come, about
    bool transparent = false; ///< WebM only
};

/// What ffmpeg is told, from its standard input to `file`.
std::vector<std::string> ffmpeg_words(const VideoFormat& format, const std::string& file);

/// Writes to a temporary file beside `file` and renames on finish(); an unfinished film leaves nothing behind.
class VideoWriter : public FilmWriter {
public:
    /// Throws base::Failure.
    VideoWriter(std::filesystem::path file, const VideoFormat& format);
    ~VideoWriter() override;
    VideoWriter(const VideoWriter&) = delete;
    VideoWriter& operator=(const VideoWriter&) = delete;

    void add(files::Image picture) override;
    bool finish(const std::function<bool()>& go_on) override;

private:
    void start(const std::vector<std::string>& words);
    [[noreturn]] void fail() const;

    std::filesystem::path file_, unfinished_;
    glm::ivec2 size_;
    int pipe_ = -1;
    pid_t encoder_ = -1;
};

} // namespace viewer
