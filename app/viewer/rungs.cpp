#include "viewer/rungs.h"

#include "gpu/program.h"
#include "platform/folders.h"
#include "viewer/process.h"
#include "viewer/session.h"

#include <algorithm>
#include <utility>

namespace viewer {

Rung::Rung(scene::World loaded, const Rung* other)
    : world(std::move(loaded)), builder(world), renderer(other ? render::Renderer(world.model, other->renderer)
                                                               : render::Renderer(world.model, platform::shaders())) {
    trim_heap();
}

Rungs::Rungs(Inputs inputs) : inputs_(std::move(inputs)) {}

Rung& Rungs::at(mesh::Detail detail) {
    if (!inputs_.model.empty()) detail = mesh::Detail::full;
    if (inputs_.detail) detail = *inputs_.detail;
    std::unique_ptr<Rung>& rung = rungs_[static_cast<std::size_t>(detail)];
    if (rung) return *rung;
    // atlas and lesson are the same on every rung
    const auto loaded = std::ranges::find_if(rungs_, [](const auto& other) { return other != nullptr; });
    const Rung* other = loaded == rungs_.end() ? nullptr : loaded->get();
    rung =
        std::make_unique<Rung>(other ? load_world(inputs_, detail, other->world) : load_world(inputs_, detail), other);
    return *rung;
}

void Rungs::tidy() {
    int programs = 0;
    for (const auto& rung : rungs_) programs += rung ? rung->renderer.programs() : 0;
    if (std::exchange(programs_, programs) == programs) return;
    gpu::release_compiler();
    trim_heap();
}

int Rungs::draws() const {
    int sum = 0;
    for (const auto& rung : rungs_) sum += rung ? rung->renderer.draws() : 0;
    return sum;
}

} // namespace viewer
