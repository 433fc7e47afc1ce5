#include "base/failure.h"
#include "platform/context.h"
#include "platform/driver_threads.h"
#include "platform/version.h"

#include <GLFW/glfw3.h>
#include <cstdlib>

namespace platform {

namespace {
/// The library, started by the first who needs it and stopped after the last.
class Library {
public:
    Library() {
        if (glfwInit() == GLFW_FALSE)
            throw base::Failure(
                "No window can be opened: " + reason() +
                "; start the program on a desktop, or use `pinstretch render`, which needs no display.");
        ++users_;
    }
    ~Library() {
        if (--users_ == 0) glfwTerminate();
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    static std::string reason() {
        const char* text = nullptr;
        glfwGetError(&text);
        return text == nullptr ? std::string("the window system gives no reason") : std::string(text);
    }

private:
    inline static int users_ = 0;
};

/// The monitor that shows most of the window's middle; the primary one when that is on none.
GLFWmonitor* monitor_of(GLFWwindow* window) {
    int x = 0, y = 0, width = 0, height = 0, count = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int left = 0, top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const int middle_x = x + width / 2, middle_y = y + height / 2;
        if (mode != nullptr && middle_x >= left && middle_x < left + mode->width && middle_y >= top &&
            middle_y < top + mode->height)
            return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

class GlfwWindow : public Window {
public:
    GlfwWindow(const std::string& title, glm::ivec2 size) {
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        glfwWindowHint(GLFW_DEPTH_BITS, 0); // what needs depth is drawn beside the window
        glfwWindowHint(GLFW_STENCIL_BITS, 0);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        glfwWindowHintString(GLFW_X11_CLASS_NAME, "pinstretch");
        window_ = glfwCreateWindow(size.x, size.y, title.c_str(), nullptr, nullptr);
        if (window_ == nullptr)
            throw base::Failure("No window with OpenGL 3.3 can be opened: " + Library::reason() +
                                "; update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1.");
        glfwSetWindowSizeLimits(window_, 640, 400, GLFW_DONT_CARE, GLFW_DONT_CARE);
    }
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;
    ~GlfwWindow() override { glfwDestroyWindow(window_); }

    void make_current() override {
        glfwMakeContextCurrent(window_);
        glfwSwapInterval(1);
    }
    bool has_window() const override { return true; }
    GLFWwindow* handle() override { return window_; }
    glm::ivec2 framebuffer_size() const override {
        glm::ivec2 size{0};
        glfwGetFramebufferSize(window_, &size.x, &size.y);
        return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_TRUE ? glm::ivec2(0) : size;
    }
    float content_scale() const override {
        glm::vec2 scale{1.0f};
        glfwGetWindowContentScale(window_, &scale.x, &scale.y);
        return scale.y > 0.0f ? scale.y : 1.0f;
    }
    bool should_close() const override { return glfwWindowShouldClose(window_) == GLFW_TRUE; }
    void swap() override { glfwSwapBuffers(window_); }
    void set_fullscreen(bool on) override;
    void wait_events(base::Seconds limit) override {
        if (limit.count() > 0.0)
            glfwWaitEventsTimeout(limit.count());
        else
            glfwPollEvents();
    }

private:
    Library library_;
    GLFWwindow* window_ = nullptr;
    glm::ivec2 old_position_{100}, old_size_{1280, 800};
};

void GlfwWindow::set_fullscreen(bool on) {
    if (on == (glfwGetWindowMonitor(window_) != nullptr)) return;
    if (!on) {
        glfwSetWindowMonitor(window_, nullptr, old_position_.x, old_position_.y, old_size_.x, old_size_.y,
                             GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* monitor = monitor_of(window_);
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr) return;
    glfwGetWindowPos(window_, &old_position_.x, &old_position_.y);
    glfwGetWindowSize(window_, &old_size_.x, &old_size_.y);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}
} // namespace

std::unique_ptr<Window> Window::open(const std::string& title, glm::ivec2 size, bool fullscreen) {
    auto window = std::make_unique<GlfwWindow>(title, size);
    window->make_current();
    const std::string problem = version_problem(Api::gl33, reported_version(glfwGetProcAddress));
    if (!problem.empty()) throw base::Failure(problem);
    spread_driver_threads();
    if (fullscreen) window->set_fullscreen(true);
    return window;
}

bool display_available() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    if (!set("DISPLAY") && !set("WAYLAND_DISPLAY")) return false;
    try {
        const Library library;
        return true;
    } catch (const base::Failure&) {
        return false;
    }
}

} // namespace platform
