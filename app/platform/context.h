#pragma once
// Context: an OpenGL context with or without a window, behind one type. GL 3.3 core, or GLES 3.0 where asked for.

#include "base/seconds.h"

#include <glm/vec2.hpp>
#include <memory>
#include <string>

struct GLFWwindow;

namespace platform {

enum class Api { gl33, gles30 };

class Context {
public:
    virtual ~Context() = default;
    virtual void make_current() = 0;
    virtual bool has_window() const = 0;
};

/// EGL surfaceless context; draws into framebuffers only. Throws base::Failure when there is no EGL or the
/// OpenGL version is older than 3.3 (GLES: 3.0), naming what was found and what to install.
std::unique_ptr<Context> windowless(Api api = Api::gl33);

/// A window. `size` in screen coordinates. Throws base::Failure with the reason (no display, OpenGL too old).
class Window : public Context {
public:
    static std::unique_ptr<Window> open(const std::string& title, glm::ivec2 size, bool fullscreen);
    virtual GLFWwindow* handle() = 0;                ///< for the ImGui backend
    virtual glm::ivec2 framebuffer_size() const = 0; ///< pixels; (0,0) while minimised
    virtual float content_scale() const = 0;         ///< 1 at 96 dpi
    virtual bool should_close() const = 0;
    virtual void swap() = 0;
    virtual void set_fullscreen(bool on) = 0;
    /// Sleeps until an event comes, or at most `limit`; limit 0 polls.
    virtual void wait_events(base::Seconds limit) = 0;
};

/// Whether a window can be opened here at all (DISPLAY or WAYLAND_DISPLAY answers).
bool display_available();

} // namespace platform
