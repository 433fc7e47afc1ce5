#pragma once
// Video: pictures piped to the ffmpeg program, which writes H.264 in MP4.

#include "files/load.h"

#include <cstdio>
#include <filesystem>
#include <glm/vec2.hpp>
#include <string>

namespace viewer {

/// Whether an `ffmpeg` program is on the PATH.
bool ffmpeg_available();

/// Writes to a temporary file beside `file` and renames on finish(); an unfinished film leaves nothing behind.
class VideoWriter {
public:
    /// `size` must be even in both directions. Throws base::Failure.
    VideoWriter(std::filesystem::path file, glm::ivec2 size, int fps);
    ~VideoWriter();
    VideoWriter(const VideoWriter&) = delete;
    VideoWriter& operator=(const VideoWriter&) = delete;

    void add(const files::Image& picture);
    void finish();

private:
    std::filesystem::path file_, unfinished_;
    glm::ivec2 size_;
    std::FILE* pipe_ = nullptr;
};

} // namespace viewer
