#pragma once
// WindowSession: one open window: world, document, renderer and panels, and what happens in one frame.

#include "base/seconds.h"
#include "platform/context.h"
#include "scene/world.h"
#include "ui/keys.h"
#include "viewer/command_line.h"

#include <memory>
#include <string>
#include <vector>

namespace viewer {

class WindowSession {
public:
    /// Loads what the command names, opens the window and prepares the panels. Throws base::Failure.
    explicit WindowSession(const ViewCommand& command);
    ~WindowSession();
    WindowSession(const WindowSession&) = delete;
    WindowSession& operator=(const WindowSession&) = delete;

    /// Draws frames until the user closes the window; sleeps while nothing changes.
    void run();

private:
    struct Stage;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace viewer
