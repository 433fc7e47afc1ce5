#include "viewer/video.h"

#include "base/assert.h"
#include "base/failure.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace viewer {

namespace {

/// One palette for all of a GIF needs all of its frames at once in ffmpeg; beyond this many bytes each has its own.
constexpr std::int64_t k_palette_bytes = 400'000'000;
constexpr int k_pipe_bytes = 1 << 20;

std::vector<std::string> split(const std::string& words) {
    std::istringstream stream(words);
    std::vector<std::string> result;
    std::string word;
    while (stream >> word) result.push_back(word);
    return result;
}

/// Ordered dither stays where it is from frame to frame: nothing swims, and what stands still costs no bytes.
std::string gif_filter(const VideoFormat& format) {
    const std::int64_t bytes = std::int64_t{4} * format.size.x * format.size.y * format.frames;
    const bool one = bytes <= k_palette_bytes;
    return fmt::format("split[a][b];[a]palettegen=stats_mode={}[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:new={}",
                       one ? "full" : "single", one ? 0 : 1);
}

std::string encoding(const VideoFormat& format) {
    if (format.target == Target::gif) return "-filter_complex " + gif_filter(format) + " -f gif";
    if (format.target == Target::mp4)
        return "-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -movflags +faststart -f mp4";
    // libvpx cannot look ahead when it writes alpha
    return fmt::format("-c:v libvpx-vp9 -crf 28 -b:v 0 -deadline good -cpu-used 4 -row-mt 1 -pix_fmt {} -f webm",
                       format.transparent ? "yuva420p -auto-alt-ref 0" : "yuv420p");
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

std::vector<std::string> ffmpeg_words(const VideoFormat& format, const std::string& file) {
    std::vector<std::string> words = split(
        fmt::format("ffmpeg -hide_banner -loglevel error -nostdin -y -f rawvideo -pixel_format rgba -video_size {}x{} "
                    "-framerate {} -i - {}",
                    format.size.x, format.size.y, format.fps, encoding(format)));
    words.push_back("file:" + file); // a name with a colon is no protocol
    return words;
}

VideoWriter::VideoWriter(std::filesystem::path file, const VideoFormat& format)
    : file_(std::move(file)), unfinished_(file_.string() + ".part"), size_(format.size) {
    if (!ffmpeg_available())
        throw base::Failure(
            fmt::format("cannot write {}: the program ffmpeg is not installed; install the package ffmpeg, or "
                        "render numbered pictures, such as --out frame_%05d.png",
                        file_.string()));
    APP_ASSERT(format.target == Target::gif || (size_.x % 2 == 0 && size_.y % 2 == 0));
    start(ffmpeg_words(format, unfinished_.string()));
}

void VideoWriter::start(const std::vector<std::string>& words) {
    // A film cut short must be an error here, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw base::Failure(fmt::format("cannot start ffmpeg to write {}", file_.string()));
    pipe_ = ends[1];
#ifdef F_SETPIPE_SZ
    // fewer turns for each picture; where it may not be so large it stays small
    fcntl(pipe_, F_SETPIPE_SZ, k_pipe_bytes);
#endif
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    // a process group of its own: Ctrl+C is for this program, which then ends ffmpeg
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int failed = posix_spawnp(&encoder_, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    if (failed == 0) return;
    encoder_ = -1;
    close(std::exchange(pipe_, -1));
    throw base::Failure(fmt::format("cannot start ffmpeg to write {}", file_.string()));
}

VideoWriter::~VideoWriter() {
    if (pipe_ >= 0) close(pipe_);
    if (encoder_ > 0) {
        kill(encoder_, SIGKILL);
        waitpid(encoder_, nullptr, 0);
    }
    std::error_code ignored;
    std::filesystem::remove(unfinished_, ignored);
}

void VideoWriter::fail() const {
    throw base::Failure(
        fmt::format("ffmpeg could not write {}: is the folder writable and the disk not full?", file_.string()));
}

void VideoWriter::add(files::Image picture) {
    APP_ASSERT(pipe_ >= 0 && picture.width == size_.x && picture.height == size_.y);
    std::size_t done = 0;
    while (done < picture.rgba.size()) {
        const ssize_t wrote = write(pipe_, picture.rgba.data() + done, picture.rgba.size() - done);
        if (wrote < 0 && errno != EINTR) fail();
        if (wrote > 0) done += static_cast<std::size_t>(wrote);
    }
}

bool VideoWriter::finish(const std::function<bool()>& go_on) {
    close(std::exchange(pipe_, -1));
    int status = 0;
    while (waitpid(encoder_, &status, WNOHANG) == 0) {
        if (!go_on()) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    encoder_ = -1;
    std::error_code failed;
    if (status == 0) std::filesystem::rename(unfinished_, file_, failed);
    if (status != 0 || failed) fail();
    return true;
}

} // namespace viewer
