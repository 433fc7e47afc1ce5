#include "viewer/film.h"

#include "viewer/interrupt.h"
#include "viewer/progress.h"
#include "viewer/video.h"

#include <cmath>
#include <fmt/format.h>
#include <future>
#include <memory>
#include <utility>

namespace viewer {

namespace fs = std::filesystem;

namespace {

/// Each picture a file of its own, numbered from 0.
class NumberedPictures : public FilmWriter {
public:
    explicit NumberedPictures(const fs::path& out)
        : folder_(out.parent_path()), name_(parse_numbered(out.filename().string())) {}
    void add(files::Image picture) override { files::write_png(picture, folder_ / name_.of(next_++)); }
    bool finish(const std::function<bool()>&) override { return true; }

private:
    fs::path folder_;
    NumberedName name_;
    int next_ = 0;
};

/// Hands pictures on in a thread of its own: one is compressed while the next is drawn.
class BesideWriter : public FilmWriter {
public:
    explicit BesideWriter(std::unique_ptr<FilmWriter> writer) : writer_(std::move(writer)) {}
    void add(files::Image picture) override {
        wait();
        adding_ =
            std::async(std::launch::async, [this, p = std::move(picture)]() mutable { writer_->add(std::move(p)); });
    }
    bool finish(const std::function<bool()>& go_on) override {
        wait();
        return writer_->finish(go_on);
    }

private:
    void wait() {
        if (adding_.valid()) adding_.get();
    }
    std::unique_ptr<FilmWriter> writer_;
    std::future<void> adding_; ///< last: ends before the writer does
};

std::unique_ptr<FilmWriter> writer_for(const fs::path& out, Target target, const FilmOptions& options) {
    if (target == Target::pictures) return std::make_unique<NumberedPictures>(out);
    return std::make_unique<VideoWriter>(
        out, VideoFormat{target, options.shot.size, options.fps, frames_of(options), options.shot.transparent});
}

[[noreturn]] void stop(const fs::path& out, Target target, int done, int frames) {
    throw Interrupted(fmt::format("stopped after {} of {} pictures; {}", done, frames,
                                  target == Target::pictures ? "they are kept" : out.string() + " is not written"));
}

} // namespace

int frames_of(const FilmOptions& options) {
    constexpr double k_rounding = 1e-6; // frames: 0.1 s at 10 a second are one step, whatever the last bit says
    return static_cast<int>(std::floor((options.to - options.from).count() * options.fps + k_rounding)) + 1;
}

void write_film(PictureMaker& maker, const fs::path& out, const FilmOptions& options) {
    const Target target = target_of(out);
    FilmOptions film = options;
    // both formats halve the colours' resolution
    if (target == Target::mp4 || target == Target::webm) film.shot.size -= film.shot.size % 2;
    const InterruptGuard guard;
    BesideWriter writer(writer_for(out, target, film));
    const int frames = frames_of(film);
    Progress progress(out.filename().string(), frames);
    const auto moment = [&film](int i) { return film.from + base::Seconds(static_cast<double>(i) / film.fps); };
    for (int i = 0; i < frames; ++i) {
        if (guard.interrupted()) stop(out, target, i, frames);
        film.shot.at = moment(i);
        Shot next = film.shot;
        next.at = moment(i + 1);
        writer.add(maker.make(film.shot, {}, i + 1 < frames ? &next : nullptr));
        progress.step();
    }
    if (!writer.finish([&] { return !guard.interrupted(); })) stop(out, target, frames, frames);
}

} // namespace viewer
