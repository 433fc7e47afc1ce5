#include "viewer/turntable.h"

#include "base/milliseconds.h"
#include "gpu/state.h"
#include "mesh/mesh.h"
#include "platform/context.h"
#include "platform/folders.h"
#include "render/renderer.h"
#include "viewer/process.h"
#include "viewer/session.h"

#include <chrono>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace viewer {

namespace {

using Clock = std::chrono::steady_clock;

/// Frames of the bare minimum that are drawn between two others: they are for the ratio alone.
constexpr int k_bare_every = 4;

scene::Scene solid(const mesh::Model& model) {
    scene::Scene scene;
    for (std::size_t i = 0; i < model.meshes.size(); ++i) {
        scene::Item item;
        item.mesh = static_cast<int>(i);
        item.kind = anatomy::Kind::bone;
        scene.items.push_back(item);
    }
    return scene;
}

/// One turn round the model's upright axis, all of it in the picture.
scene::Camera camera(const mesh::Bounds& bounds, double turn) {
    const auto angle = static_cast<float>(2.0 * std::numbers::pi * turn);
    scene::Camera camera;
    // as far as VTK and f3d put it, so that all draw the same picture
    const float away = glm::length(bounds.high - bounds.low) * 0.5f / std::sin(camera.field_of_view * 0.5f);
    camera.target = bounds.centre();
    camera.eye = camera.target + away * glm::vec3(std::sin(angle), 0.0f, -std::cos(angle));
    return camera;
}

} // namespace

TurntableReport turntable(const BenchCommand& command) {
    const auto context = platform::windowless();
    const mesh::Model model = load_model(find_model(command.inputs, mesh::Detail::full));
    render::Renderer renderer(model, platform::shaders());
    render::Quality quality = render::without_effects();
    quality.samples = command.samples;
    render::Canvas canvas(command.size);
    canvas.backdrop = false; // the others draw none either
    scene::Scene scene = solid(model);
    mesh::Bounds bounds;
    for (const mesh::Mesh& mesh : model.meshes) bounds.add(mesh::bounds(mesh));

    TurntableReport report;
    std::vector<double> times, bare;
    for (int i = -1; i < command.frames; ++i) {
        scene.camera = camera(bounds, static_cast<double>(i) / command.frames);
        scene.key_light = scene.camera.eye - scene.camera.target;
        const Clock::time_point start = Clock::now();
        renderer.draw(scene, canvas, quality);
        gpu::finish();
        if (i < 0)
            report.start_ms = process_age_ms();
        else
            times.push_back(base::milliseconds(Clock::now() - start));
        report.triangles = renderer.triangles();
        if (i % k_bare_every != 0) continue;
        const Clock::time_point again = Clock::now();
        renderer.draw_bare(scene, command.size, command.samples);
        gpu::finish();
        bare.push_back(base::milliseconds(Clock::now() - again));
    }
    report.version = PINSTRETCH_VERSION;
    report.machine = gpu::renderer_name();
    report.width = command.size.x;
    report.height = command.size.y;
    report.frames = command.frames;
    report.samples = command.samples;
    report.turntable_ms = quantile(times, 0.5);
    report.bare_ms = quantile(bare, 0.5);
    report.peak_mb = peak_memory_mb();
    return report;
}

} // namespace viewer
