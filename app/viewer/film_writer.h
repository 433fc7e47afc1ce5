#pragma once
// FilmWriter: where the pictures of a film go, one after another.

#include "files/load.h"

#include <filesystem>
#include <functional>

namespace viewer {

class FilmWriter {
public:
    virtual ~FilmWriter() = default;
    /// Throws base::Failure.
    virtual void add(files::Image picture) = 0;
    /// Completes the file, which can take a while; false when `go_on` said no meanwhile. Throws base::Failure.
    virtual bool finish(const std::function<bool()>& go_on) = 0;
};

} // namespace viewer
