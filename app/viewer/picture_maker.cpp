#include "viewer/picture_maker.h"

#include "document/document.h"
#include "platform/context.h"
#include "platform/folders.h"
#include "render/kept_picture.h"
#include "ui/ui.h"
#include "viewer/scene_ahead.h"
#include "viewer/sheet.h"

#include <algorithm>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <optional>
#include <utility>

namespace viewer {

namespace {

// Text is set for a picture 720 pixels high and grows with it; below the smallest scale it could not be read. Above the
// largest, letters are stretched: their font would fill the memory.
constexpr float k_design_height = 720.0f;
constexpr float k_smallest_scale = 0.7f, k_largest_scale = 6.0f;

ImVec2 vec(glm::vec2 v) { return {v.x, v.y}; }

/// PNG and video keep colours as they are without their alpha.
void to_straight_alpha(files::Image& image) {
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const unsigned alpha = image.rgba[i + 3];
        if (alpha == 0 || alpha == 255) continue;
        for (std::size_t c = i; c < i + 3; ++c)
            image.rgba[c] = static_cast<std::uint8_t>(std::min(255u, (image.rgba[c] * 255u + alpha / 2) / alpha));
    }
}

} // namespace

struct PictureMaker::Impl {
    explicit Impl(const scene::World& w)
        : world(w), context(platform::windowless()), renderer(w.model, platform::shaders()),
          interface(platform::font()), builder(w), ahead(builder, Meanwhile::drawing), document(w),
          kept(renderer, w.model) {
        ImGui::GetIO().IniFilename = nullptr;
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~Impl() { ImGui_ImplOpenGL3_Shutdown(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// Lays out what stands over the whole picture.
    void lay_out_text(const Shot& shot, const scene::Scene& scene);
    /// The whole picture in its own size.
    std::vector<std::uint8_t> whole(const Shot& shot, const scene::Scene& scene);
    /// A part, in the size in which it is shown.
    std::vector<std::uint8_t> part(const Tile& tile, const Shot& shot, const scene::Scene& scene);
    /// What the renderer has drawn last, as often as the shot asks.
    void draw_again(const Shot& shot);
    /// Onto a sheet of a tile's size.
    void put(const Tile& tile, const Shot& shot, glm::ivec2 drawn, const render::Region& changed, Sheet& on);

    const scene::World& world;
    std::unique_ptr<platform::Context> context;
    render::Renderer renderer;
    ui::Interface interface;
    scene::Builder builder;
    SceneAhead ahead;
    scene::Readout readout; ///< of the picture being made
    document::Document document;
    render::KeptPicture kept;   ///< in a film
    std::optional<Sheet> sheet; ///< of whole pictures
    float text_stretch = 1.0f;  ///< pixels of the picture for each of the text
};

void PictureMaker::Impl::lay_out_text(const Shot& shot, const scene::Scene& scene) {
    const float wanted = std::max(k_smallest_scale, static_cast<float>(shot.size.y) / k_design_height);
    // powers of two, so that the sizes of tiles come out exact
    for (text_stretch = 1.0f; wanted / text_stretch > k_largest_scale;) text_stretch *= 2.0f;
    if (interface.fit(wanted / text_stretch, 1.0f)) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        sheet.reset();
    }
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = vec(glm::vec2(shot.size) / text_stretch);
    io.DeltaTime = 1.0f / 60.0f;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ui::OverlayOptions overlay;
    overlay.disclaimer = true;
    document.view.options = shot.options;
    const auto nothing_under = [](glm::ivec2) { return ui::Under{}; };
    interface.draw_picture_only({document, world, readout, scene, {}, {}, nothing_under, render::strain_colour, {}, {}},
                                overlay);
    ImGui::Render();
}

void PictureMaker::Impl::put(const Tile& tile, const Shot& shot, glm::ivec2 drawn, const render::Region& changed,
                             Sheet& on) {
    const glm::vec2 from(tile.origin.x, shot.size.y - tile.origin.y - tile.size.y);
    on.put(renderer, drawn, changed, shot.text ? ImGui::GetDrawData() : nullptr, {tile.size, from, text_stretch});
}

void PictureMaker::Impl::draw_again(const Shot& shot) {
    while (renderer.samples() < shot.samples && renderer.draw_again()) {
    }
}

std::vector<std::uint8_t> PictureMaker::Impl::whole(const Shot& shot, const scene::Scene& scene) {
    const render::Quality& quality = render::quality_of(shot.level);
    const glm::ivec2 drawn = render::scaled(shot.size, quality);
    kept.draw(scene, drawn, !shot.transparent, quality);
    draw_again(shot);
    if (!sheet || sheet->size() != shot.size) sheet.emplace(shot.size);
    put({{}, shot.size, {}, shot.size}, shot, drawn, kept.changed(), *sheet);
    return sheet->pixels();
}

std::vector<std::uint8_t> PictureMaker::Impl::part(const Tile& tile, const Shot& shot, const scene::Scene& scene) {
    render::Quality quality = render::quality_of(shot.level);
    quality.scale = 1.0f; // pixels that are stretched would not meet
    render::Canvas canvas(tile.origin, tile.size, shot.size);
    canvas.backdrop = !shot.transparent;
    renderer.draw(scene, canvas, quality);
    draw_again(shot);
    if (!shot.text) return renderer.read_pixels();
    Sheet part(tile.size);
    put(tile, shot, tile.size, render::Region(tile.size), part);
    return part.pixels();
}

PictureMaker::PictureMaker(const scene::World& world) : impl_(std::make_unique<Impl>(world)) {}
PictureMaker::~PictureMaker() = default;

files::Image PictureMaker::make(const Shot& shot, const std::function<void(int tiles)>& tile_done, const Shot* next) {
    Impl& impl = *impl_;
    const scene::Scene scene = impl.ahead.take(shot.at, shot.options);
    impl.readout = impl.builder.readout();
    if (next) impl.ahead.begin(next->at, next->options);
    const std::vector<Tile> tiles = tiles_of(shot.size, {shot.most_pixels, gpu::max_target_side()});
    if (shot.text) impl.lay_out_text(shot, scene);
    files::Image image{shot.size.x, shot.size.y, {}};
    if (tiles.size() == 1) {
        image.rgba = impl.whole(shot, scene);
    } else {
        image.rgba.resize(std::size_t{4} * static_cast<std::size_t>(shot.size.x) *
                          static_cast<std::size_t>(shot.size.y));
        for (const Tile& tile : tiles) {
            put(tile, impl.part(tile, shot, scene), image);
            if (tile_done) tile_done(static_cast<int>(tiles.size()));
        }
    }
    if (shot.transparent) to_straight_alpha(image);
    return image;
}

} // namespace viewer
