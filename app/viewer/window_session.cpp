#include "viewer/window_session.h"

#include "base/failure.h"
#include "document/verbs.h"
#include "files/load.h"
#include "platform/folders.h"
#include "ui/ui.h"
#include "viewer/easel.h"
#include "viewer/keyboard.h"
#include "viewer/overview.h"
#include "viewer/pane.h"
#include "viewer/pointer_queue.h"
#include "viewer/preferences.h"
#include "viewer/session.h"

#include <GLFW/glfw3.h>
#include <algorithm>
#include <array>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <chrono>
#include <fmt/format.h>
#include <imgui.h>
#include <optional>
#include <utility>
#include <vector>

namespace viewer {

namespace {

using base::Seconds;

// Frames drawn after the last event: ImGui settles hover, focus and sizes in up to three.
constexpr int k_frames_after_event = 3;
constexpr Seconds k_double_click{0.3}, k_slow_double_click{1.0};
// Long enough to count as "until something happens".
constexpr Seconds k_forever{3600.0};
constexpr glm::ivec2 k_window_size{1280, 800};

std::filesystem::path preferences_file() { return platform::config() / "preferences.toml"; }

/// The level that the user wants held; nullopt for automatic.
std::optional<render::Level> level_of(document::PictureQuality quality) {
    static_assert(document::k_quality_names.size() == render::k_level_names.size() + 1);
    if (quality == document::PictureQuality::automatic) return std::nullopt;
    return static_cast<render::Level>(static_cast<int>(quality) - 1);
}

Seconds now() { return std::chrono::steady_clock::now().time_since_epoch(); }

} // namespace

/// Everything that is made anew when another lesson or model is opened.
struct WindowSession::Stage {
    Stage(const Inputs& inputs, std::optional<render::Level> level)
        : easel(inputs, level), document(easel.rung().world) {}
    const scene::World& world() const { return easel.rung().world; }

    Easel easel;
    document::Document document;
};

struct WindowSession::Impl {
    explicit Impl(const ViewCommand& command);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void draw();
    ui::Picture draw_scene(glm::ivec2 pixels);
    void feed_pointer();
    void present(const ui::Output& output, const ui::Picture& picture, Seconds began);
    void serve_requests();
    void open(const std::string& file);
    void save_screenshot();
    Seconds next_wait(const ui::Output& output);
    void install_callbacks();
    void keep_preferences();

    std::unique_ptr<platform::Window> window;
    std::unique_ptr<Stage> stage;
    std::optional<render::Level> level; ///< asked for when the program was started
    ui::Interface interface;
    std::vector<ui::FileChoice> lessons, models;
    std::vector<ui::KeyPress> keys;
    PointerQueue pointer;
    Pane pane;
    Seconds frame_time{0};
    std::string dropped;
    document::Preferences kept; ///< as they stand in the file
    int frames_due = k_frames_after_event;
    bool moving = false;
    Seconds wait{0};
};

WindowSession::Impl::Impl(const ViewCommand& command)
    : window(platform::Window::open("Pinstretch", k_window_size, command.fullscreen)),
      stage(std::make_unique<Stage>(command.inputs, command.level)), level(command.level), interface(platform::font()) {
    ImGui::GetIO().IniFilename = nullptr;
    install_callbacks();
    ImGui_ImplGlfw_InitForOpenGL(window->handle(), true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    stage->document.fullscreen = command.fullscreen;
    kept = read_preferences(preferences_file());
    document::use_preferences(stage->document, kept);
    document::seek(stage->document, stage->world(), command.time);
    for (const auto& file : shipped_lessons()) lessons.push_back({file.stem().string(), file.string()});
    for (const auto& body : shipped_bodies()) models.push_back({body.name, body_file(body.id).string()});
}

WindowSession::Impl::~Impl() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
}

void WindowSession::Impl::install_callbacks() {
    // ImGui's own callbacks are installed after these and call them first.
    GLFWwindow* handle = window->handle();
    glfwSetWindowUserPointer(handle, this);
    glfwSetKeyCallback(handle, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        if (const auto press = key_press(key, scancode, action, mods))
            static_cast<Impl*>(glfwGetWindowUserPointer(w))->keys.push_back(*press);
    });
    glfwSetCharCallback(handle, [](GLFWwindow* w, unsigned int character) {
        if (const auto press = key_press(character))
            static_cast<Impl*>(glfwGetWindowUserPointer(w))->keys.push_back(*press);
    });
    glfwSetCursorPosCallback(handle, [](GLFWwindow* w, double x, double y) {
        static_cast<Impl*>(glfwGetWindowUserPointer(w))->pointer.move(glm::vec2(x, y));
    });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* w, int button, int action, int) {
        static_cast<Impl*>(glfwGetWindowUserPointer(w))->pointer.button(button, action == GLFW_PRESS);
    });
    glfwSetScrollCallback(handle, [](GLFWwindow* w, double, double notches) {
        static_cast<Impl*>(glfwGetWindowUserPointer(w))->pointer.wheel(static_cast<float>(notches));
    });
    glfwSetDropCallback(handle, [](GLFWwindow* w, int count, const char** paths) {
        if (count > 0) static_cast<Impl*>(glfwGetWindowUserPointer(w))->dropped = paths[0];
    });
}

// After the backend's NewFrame, which knows the mouse as it is now and not as it came to be so.
void WindowSession::Impl::feed_pointer() {
    ImGuiIO& io = ImGui::GetIO();
    io.MouseWheel = 0.0f;
    if (const auto state = pointer.next()) {
        io.MouseWheel = state->wheel;
        io.MousePos = {state->position.x, state->position.y};
        std::ranges::copy(state->down, io.MouseDown);
    }
    // Both clicks of a double click are seen a frame late or more.
    io.MouseDoubleClickTime =
        static_cast<float>(std::min(k_double_click + 2.0 * frame_time, k_slow_double_click).count());
}

ui::Picture WindowSession::Impl::draw_scene(glm::ivec2 pixels) {
    const auto nothing_new = [this] {
        window->wait_events(Seconds(0));
        return keys.empty() && !pointer.pending() && dropped.empty() && !window->should_close();
    };
    stage->easel.hold(level ? level : level_of(stage->document.preferences.quality));
    const bool follows = pointer.pending() || (moving && !document::rests(stage->document, stage->world()));
    return stage->easel.draw(stage->document, pixels, {now(), follows, moving, nothing_new});
}

void WindowSession::Impl::draw() {
    const glm::ivec2 framebuffer = window->framebuffer_size();
    if (framebuffer.x <= 0 || framebuffer.y <= 0) { // minimised: nothing to draw until that changes
        wait = k_forever;
        return;
    }
    const Seconds began = now();
    Stage& s = *stage;
    moving = document::advance(s.document, s.world(), now());

    glm::ivec2 size{0};
    glfwGetWindowSize(window->handle(), &size.x, &size.y);
    const float ratio = static_cast<float>(framebuffer.x) / static_cast<float>(std::max(1, size.x));
    if (interface.fit(window->content_scale(), s.document.preferences.font_scale, ratio)) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        pane.forget();
    }
    const ui::PictureArea area = interface.picture_area(s.document, glm::vec2(size));
    const ui::Picture picture = draw_scene(area.pixels);

    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    feed_pointer();
    ImGui::NewFrame();
    // One a frame: the second of two quick presses must see what the first one did.
    std::vector<ui::KeyPress> pressed;
    if (!keys.empty()) {
        pressed.push_back(keys.front());
        keys.erase(keys.begin());
    }
    const ui::Output output = interface.draw({s.document, s.world(), s.easel.readout(), s.easel.scene(), picture,
                                              pressed, [&s](glm::ivec2 pixel) { return s.easel.under(pixel); },
                                              render::strain_colour, lessons, models});
    ImGui::Render();
    present(output, picture, began);
}

void WindowSession::Impl::present(const ui::Output& output, const ui::Picture& picture, Seconds began) {
    pane.show(*ImGui::GetDrawData(), std::array{picture.texture, picture.under}, gpu::Framebuffer());
    window->swap();
    frame_time = now() - began;
    stage->easel.took(frame_time);
    document::apply(stage->document, stage->world(), output.actions);
    if (!output.actions.empty()) frames_due = std::max(frames_due, k_frames_after_event);
    wait = next_wait(output);
    keep_preferences();
    serve_requests();
}

void WindowSession::Impl::keep_preferences() {
    if (stage->document.preferences == kept) return;
    kept = stage->document.preferences;
    try {
        write_preferences(kept, preferences_file());
    } catch (const base::Failure& failure) {
        stage->document.message = failure.what();
    }
}

Seconds WindowSession::Impl::next_wait(const ui::Output& output) {
    if (frames_due > 0 || moving || pointer.pending() || !keys.empty()) return Seconds(0);
    Seconds limit = output.redraw_in.value_or(k_forever);
    if (const auto due = stage->easel.due()) limit = std::min(limit, *due);
    return limit;
}

void WindowSession::Impl::serve_requests() {
    document::Document& document = stage->document;
    window->set_fullscreen(document.fullscreen);
    const document::Requests requests = std::exchange(document.requests, {});
    if (requests.quit) glfwSetWindowShouldClose(window->handle(), GLFW_TRUE);
    if (requests.screenshot) save_screenshot();
    if (!requests.open_file.empty()) open(requests.open_file);
    if (!dropped.empty()) open(std::exchange(dropped, {}));
}

void WindowSession::Impl::open(const std::string& file) {
    Inputs wanted = stage->easel.inputs();
    if (const auto body = body_of(file)) {
        wanted.body = *body;
        wanted.model.clear();
    } else {
        (std::filesystem::path(file).extension() == ".toml" ? wanted.lesson : wanted.model) = file;
    }
    try {
        auto next = std::make_unique<Stage>(wanted, level);
        document::use_preferences(next->document, stage->document.preferences);
        next->document.panels = stage->document.panels;
        next->document.fullscreen = stage->document.fullscreen;
        stage = std::move(next);
    } catch (const base::Failure& failure) {
        // What was open stays open.
        stage->document.message = failure.what();
    }
    frames_due = k_frames_after_event;
}

void WindowSession::Impl::save_screenshot() {
    try {
        const std::filesystem::path folder = "out";
        prepare_folder(folder);
        int number = 1;
        while (std::filesystem::exists(folder / fmt::format("screenshot_{:03d}.png", number))) ++number;
        const auto file = folder / fmt::format("screenshot_{:03d}.png", number);
        glm::ivec2 window_size{0};
        glfwGetWindowSize(window->handle(), &window_size.x, &window_size.y);
        const glm::ivec2 size = interface.picture_area(stage->document, glm::vec2(window_size)).pixels;
        files::write_png(stage->easel.still(stage->document, size), file);
        stage->document.message = "Picture saved as " + std::filesystem::absolute(file).string();
    } catch (const base::Failure& failure) {
        stage->document.message = failure.what();
    }
    frames_due = k_frames_after_event;
}

WindowSession::WindowSession(const ViewCommand& command) : impl_(std::make_unique<Impl>(command)) {}
WindowSession::~WindowSession() = default;

void WindowSession::run() {
    while (!impl_->window->should_close()) {
        const Seconds before = now();
        impl_->window->wait_events(impl_->wait);
        // Woken before the time was up: something happened.
        if (impl_->wait > Seconds(0) && now() - before < impl_->wait) impl_->frames_due = k_frames_after_event;
        if (!impl_->keys.empty()) impl_->frames_due = k_frames_after_event;
        impl_->frames_due = std::max(0, impl_->frames_due - 1);
        impl_->draw();
    }
}

} // namespace viewer
