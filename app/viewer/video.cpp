#include "viewer/video.h"

#include "base/assert.h"
#include "base/failure.h"

#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <sstream>
#include <unistd.h>
#include <utility>

namespace viewer {

namespace {

/// `text` as one word of a shell command.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

} // namespace

bool ffmpeg_available() {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    std::string folder;
    while (std::getline(folders, folder, ':'))
        if (access((folder + "/ffmpeg").c_str(), X_OK) == 0) return true;
    return false;
}

VideoWriter::VideoWriter(std::filesystem::path file, glm::ivec2 size, int fps)
    : file_(std::move(file)), unfinished_(file_.string() + ".part"), size_(size) {
    if (!ffmpeg_available())
        throw base::Failure(
            fmt::format("cannot write {}: the program ffmpeg is not installed; install the package ffmpeg, or "
                        "render to a folder of PNG files",
                        file_.string()));
    if (size.x % 2 != 0 || size.y % 2 != 0)
        throw base::Failure(fmt::format("cannot write {}: an MP4 needs an even width and height, not {}x{}",
                                        file_.string(), size.x, size.y));
    // A film cut short must be an error here, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    const std::string command =
        fmt::format("ffmpeg -hide_banner -loglevel error -nostdin -y -f rawvideo -pixel_format rgba -video_size {}x{} "
                    "-framerate {} -i - "
                    "-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -movflags +faststart -f mp4 {}",
                    size.x, size.y, fps, quoted(unfinished_.string()));
    pipe_ = popen(command.c_str(), "w");
    if (!pipe_) throw base::Failure(fmt::format("cannot start ffmpeg to write {}", file_.string()));
}

VideoWriter::~VideoWriter() {
    if (pipe_) pclose(pipe_);
    std::error_code ignored;
    std::filesystem::remove(unfinished_, ignored);
}

void VideoWriter::add(const files::Image& picture) {
    APP_ASSERT(pipe_ && picture.width == size_.x && picture.height == size_.y);
    if (std::fwrite(picture.rgba.data(), 1, picture.rgba.size(), pipe_) != picture.rgba.size())
        throw base::Failure(fmt::format(
            "ffmpeg stopped while writing {}: is the folder writable and the disk not full?", file_.string()));
}

void VideoWriter::finish() {
    const int status = pclose(std::exchange(pipe_, nullptr));
    std::error_code failed;
    if (status == 0) std::filesystem::rename(unfinished_, file_, failed);
    if (status != 0 || failed)
        throw base::Failure(
            fmt::format("ffmpeg could not write {}: is the folder writable and the disk not full?", file_.string()));
}

} // namespace viewer
