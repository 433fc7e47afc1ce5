#include "scene/audit.h"

#include "scene/audit_parts.h"
#include "scene/contact.h"

#include <algorithm>

namespace scene {

namespace {

/// Footprints and zones are left out: they are patches cut from bone and skin and touch these by design. Nothing else
/// is: a muscle may end on its bone but not in it.
bool soft(anatomy::Kind kind) {
    using anatomy::Kind;
    return kind == Kind::muscle || kind == Kind::tendon || kind == Kind::fascia || kind == Kind::nerve ||
           kind == Kind::vessel || kind == Kind::skin;
}

/// The skin is that of the right leg and ends at the client's middle, straight through the bones of the pelvis.
bool cut_by_skin(const anatomy::Atlas& atlas, const Posed& part, const Item& bone) {
    return part.kind == anatomy::Kind::skin &&
           atlas.structures[static_cast<std::size_t>(bone.structure)].body == anatomy::Body::pelvis;
}

/// The hand that is at `place` and no longer on its way.
const Item* hand_at(const World& world, const Scene& scene, const lesson::HandSample& hand) {
    const auto mesh = world.model.find(hand.span.shape);
    if (!mesh || hand.travel < 1.0) return nullptr;
    const auto found = std::ranges::find(scene.items, *mesh, &Item::mesh);
    return found == scene.items.end() ? nullptr : &*found;
}

} // namespace

struct Auditor::Memory {
    explicit Memory(const World& w);
    void measure_flesh(const Scene& scene, const std::vector<Posed>& parts, Measures& out) const;
    void measure_hands(const Scene& scene, const lesson::Sample& sample, const mesh::Distance& skin,
                       Measures& out) const;

    const World& world;
    std::vector<std::unique_ptr<const BoneField>> bones; ///< one for each mesh; null where it is no bone
};

Auditor::Memory::Memory(const World& w) : world(w), bones(w.model.meshes.size()) {
    for (std::size_t i = 0; i < bones.size(); ++i) {
        const int structure = w.parts[i].structure;
        if (structure < 0 || w.atlas.structures[static_cast<std::size_t>(structure)].kind != anatomy::Kind::bone)
            continue;
        bones[i] = std::make_unique<const BoneField>(w.model.meshes[i]);
    }
}

void Auditor::Memory::measure_flesh(const Scene& scene, const std::vector<Posed>& parts, Measures& out) const {
    for (const Posed& part : parts) {
        if (part.kind == anatomy::Kind::muscle) out.volumes.push_back({volume_change(part), part.structure, -1, {}});
        for (const Item& item : scene.items) {
            const BoneField* bone = bones[static_cast<std::size_t>(item.mesh)].get();
            if (!bone || cut_by_skin(world.atlas, part, item)) continue;
            auto entry = deepest_entry(part, *bone, posed(world, item).from_rest);
            if (!entry) continue;
            entry->other = item.structure;
            out.entries.push_back(*entry);
        }
    }
}

void Auditor::Memory::measure_hands(const Scene& scene, const lesson::Sample& sample, const mesh::Distance& skin,
                                    Measures& out) const {
    for (const lesson::HandSample& hand : sample.hands) {
        const Item* item = hand_at(world, scene, hand);
        if (!item) continue;
        using lesson::HandPlace;
        if (hand.span.place == HandPlace::lock && sample.lock) out.locking_hand = pressing_gap(world, *item, skin);
        if (hand.span.place == HandPlace::ankle || hand.span.place == HandPlace::forefoot)
            out.holding_hand = holding_gap(world, *item, skin);
    }
}

Auditor::Auditor(const World& world) : memory_(std::make_unique<const Memory>(world)) {}
Auditor::~Auditor() = default;

Measures Auditor::measure(const Scene& scene, const lesson::Sample& sample) const {
    Measures out;
    std::vector<Posed> parts;
    for (const Item& item : scene.items)
        if (!item.ghost && item.structure >= 0 && soft(item.kind)) parts.push_back(posed(memory_->world, item));
    memory_->measure_flesh(scene, parts, out);

    const auto skin = std::ranges::find(parts, anatomy::Kind::skin, &Posed::kind);
    if (skin == parts.end()) return out;
    mesh::Mesh posed_skin;
    posed_skin.positions = skin->positions;
    posed_skin.indices = skin->rest->indices;
    const mesh::Distance surface(posed_skin);
    for (const Posed& part : parts) {
        if (part.kind != anatomy::Kind::muscle) continue;
        auto found = farthest_outside(part, surface);
        if (!found) continue;
        found->other = skin->structure;
        out.outside.push_back(*found);
    }
    memory_->measure_hands(scene, sample, surface, out);
    return out;
}

ViewOptions view_for_audit(const anatomy::Atlas& atlas) {
    ViewOptions options;
    for (const anatomy::Layer& layer : atlas.layers) options.layer_opacity.emplace_back(layer.id, 1.0f);
    options.labels = options.strain = options.ghost = false;
    return options;
}

} // namespace scene
