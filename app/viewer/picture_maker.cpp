#include "viewer/picture_maker.h"

#include "document/document.h"
#include "gpu/framebuffer.h"
#include "gpu/texture.h"
#include "platform/context.h"
#include "platform/folders.h"
#include "render/renderer.h"
#include "ui/ui.h"

#include <algorithm>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace viewer {

namespace {

// Text is set for a picture 720 pixels high and grows with it; below this scale it could not be read.
constexpr float k_design_height = 720.0f;
constexpr float k_smallest_scale = 0.7f;

/// Where picture and text are put together.
struct Sheet {
    explicit Sheet(glm::ivec2 s) : size(s), colour(gpu::Format::rgba8, s), framebuffer(gpu::Framebuffer::create()) {
        framebuffer.attach_colour(0, colour);
        framebuffer.finish();
    }
    glm::ivec2 size;
    gpu::Texture colour;
    gpu::Framebuffer framebuffer;
};

} // namespace

struct PictureMaker::Impl {
    explicit Impl(const scene::World& w)
        : world(w), context(platform::windowless()), renderer(w.model, platform::shaders()),
          interface(platform::font()), builder(w), document(w) {
        ImGui::GetIO().IniFilename = nullptr;
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~Impl() { ImGui_ImplOpenGL3_Shutdown(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// The frame fitted to the size of the shot, with what stands over it.
    std::vector<std::uint8_t> composed(const Shot& shot, const scene::Scene& scene, const render::Frame& frame);

    const scene::World& world;
    std::unique_ptr<platform::Context> context;
    render::Renderer renderer;
    ui::Interface interface;
    scene::Builder builder;
    document::Document document;
    std::unique_ptr<Sheet> sheet;
};

std::vector<std::uint8_t> PictureMaker::Impl::composed(const Shot& shot, const scene::Scene& scene,
                                                        const render::Frame& frame) {
    if (!sheet || sheet->size != shot.size) sheet = std::make_unique<Sheet>(shot.size);
    const float scale = std::max(k_smallest_scale, static_cast<float>(shot.size.y) / k_design_height);
    if (interface.fit(scale, 1.0f)) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(shot.size.x), static_cast<float>(shot.size.y));
    io.DeltaTime = 1.0f / 60.0f;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    const ui::OverlayOptions overlay{.labels = shot.text,
                                     .legend = shot.text,
                                     .goniometer = shot.text,
                                     .plot = shot.text,
                                     .inset = shot.text,
                                     .caption = shot.text,
                                     .disclaimer = shot.text};
    document.view.options = shot.options;
    const auto nothing_under = [](glm::ivec2) { return ui::Under{}; };
    interface.draw_picture_only({document,
                                 world,
                                 builder.readout(),
                                 scene,
                                 {frame.texture, frame.size},
                                 {},
                                 nothing_under,
                                 render::strain_colour,
                                 {},
                                 {}},
                                overlay);
    ImGui::Render();
    sheet->framebuffer.bind(shot.size);
    sheet->framebuffer.clear_colour(0, glm::vec4(1.0f));
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    return sheet->framebuffer.read_rgba(shot.size);
}

PictureMaker::PictureMaker(const scene::World& world) : impl_(std::make_unique<Impl>(world)) {}
PictureMaker::~PictureMaker() = default;

files::Image PictureMaker::make(const Shot& shot) {
    const scene::Scene scene = impl_->builder.build(shot.at, shot.options);
    const render::Quality& quality = render::quality_of(shot.level);
    const render::Frame frame = impl_->renderer.draw(scene, render::scaled(shot.size, quality), quality);
    files::Image image;
    image.width = shot.size.x;
    image.height = shot.size.y;
    image.rgba = shot.text || frame.size != shot.size ? impl_->composed(shot, scene, frame)
                                                       : impl_->renderer.read_pixels();
    return image;
}

} // namespace viewer
