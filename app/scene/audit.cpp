#include "scene/audit.h"

#include "scene/audit_parts.h"
#include "scene/contact_gap.h"

#include <algorithm>

namespace scene {

namespace {

/// A hand that lies deeper in the lower leg has no room, metres.
constexpr double k_room = 0.002;

/// Footprints and zones are left out: they are patches cut from bone and skin and touch these by design. Nothing else
/// is: a muscle may end on its bone but not in it.
bool measured(anatomy::Kind kind) {
    using anatomy::Kind;
    return kind == Kind::bone || kind == Kind::muscle || kind == Kind::tendon || kind == Kind::fascia ||
           kind == Kind::nerve || kind == Kind::vessel || kind == Kind::skin;
}

/// What never moves against the bone, and the skin, which is that of the right leg and ends at the client's middle,
/// straight through the bones of the pelvis.
bool passes(const anatomy::Atlas& atlas, const PosedMesh& part, const Item& bone) {
    const auto body_of = [&](int structure) { return atlas.structures[static_cast<std::size_t>(structure)].body; };
    if (part.kind == anatomy::Kind::bone) return body_of(part.structure) == body_of(bone.structure);
    return part.kind == anatomy::Kind::skin && body_of(bone.structure) == anatomy::Body::pelvis;
}

} // namespace

struct Auditor::Memory {
    explicit Memory(const World& w);
    void measure_flesh(const Scene& scene, const std::vector<PosedMesh>& parts, Measures& out) const;
    void measure_hands(const Readout& readout, Measures& out) const;

    const World& world;
    std::vector<std::unique_ptr<const BoneField>> bones; ///< one for each mesh; null where it is no bone
    std::vector<bool> zones;                             ///< skin_of_zones()
};

Auditor::Memory::Memory(const World& w) : world(w), bones(w.model.meshes.size()), zones(skin_of_zones(w)) {
    for (std::size_t i = 0; i < bones.size(); ++i) {
        const int structure = w.parts[i].structure;
        if (structure < 0 || w.atlas.structures[static_cast<std::size_t>(structure)].kind != anatomy::Kind::bone)
            continue;
        bones[i] = std::make_unique<const BoneField>(w.model.meshes[i]);
    }
}

void Auditor::Memory::measure_flesh(const Scene& scene, const std::vector<PosedMesh>& parts, Measures& out) const {
    for (const PosedMesh& part : parts) {
        if (part.kind == anatomy::Kind::muscle) out.volumes.push_back({volume_change(part), part.structure, -1, {}});
        for (const Item& item : scene.items) {
            const BoneField* bone = bones[static_cast<std::size_t>(item.mesh)].get();
            if (!bone || passes(world.atlas, part, item)) continue;
            auto entry = deepest_entry(part, *bone, standing(item));
            if (!entry) continue;
            entry->other = item.structure;
            out.entries.push_back(*entry);
        }
    }
}

void Auditor::Memory::measure_hands(const Readout& readout, Measures& out) const {
    using lesson::HandPlace;
    for (const ContactGap& gap : contact_gaps(world, readout, zones)) {
        const bool on_thigh = gap.place == HandPlace::lock || gap.place == HandPlace::muscle;
        if (gap.place == HandPlace::lock) out.on_zone = gap.on_zone;
        out.crowded = out.crowded || (on_thigh && (gap.in_lower_leg > k_room || gap.on_lower_leg > 0.0));
        const Finding found{gap.worst(), world.parts[static_cast<std::size_t>(gap.mesh)].structure, -1, {}};
        switch (gap.place) {
        case HandPlace::lock: out.locking_hand = found; break;
        case HandPlace::muscle: out.gliding_hand = found; break;
        case HandPlace::ankle:
        case HandPlace::forefoot: out.holding_hand = found; break;
        case HandPlace::away: break;
        }
    }
}

Auditor::Auditor(const World& world) : memory_(std::make_unique<const Memory>(world)) {}
Auditor::~Auditor() = default;

Measures Auditor::measure(const Scene& scene, const Readout& readout) const {
    Measures out;
    std::vector<PosedMesh> parts;
    for (const Item& item : scene.items)
        if (!item.ghost && item.structure >= 0 && measured(item.kind)) parts.push_back(posed(memory_->world, item));
    memory_->measure_flesh(scene, parts, out);
    memory_->measure_hands(readout, out);

    const auto skin = std::ranges::find(parts, anatomy::Kind::skin, &PosedMesh::kind);
    if (skin == parts.end()) return out;
    mesh::Mesh posed_skin;
    posed_skin.positions = skin->positions;
    posed_skin.indices = skin->rest->indices;
    const mesh::Distance surface(posed_skin);
    for (const PosedMesh& part : parts) {
        if (part.kind != anatomy::Kind::muscle) continue;
        auto found = farthest_outside(part, surface);
        if (!found) continue;
        found->other = skin->structure;
        out.outside.push_back(*found);
    }
    return out;
}

Measures Auditor::measure_hands(const Readout& readout) const {
    Measures out;
    memory_->measure_hands(readout, out);
    return out;
}

ViewOptions view_for_audit(const anatomy::Atlas& atlas) {
    ViewOptions options;
    for (const anatomy::Layer& layer : atlas.layers) options.layer_opacity.emplace_back(layer.id, 1.0f);
    options.labels = options.strain = options.ghost = options.plot = options.inset = false;
    return options;
}

} // namespace scene
