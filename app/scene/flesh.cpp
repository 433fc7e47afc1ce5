#include "scene/flesh.h"

#include "scene/contact.h"
#include "scene/limp.h"
#include "tissue/dent.h"

#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <glm/geometric.hpp>

namespace scene {

namespace {

// Outside the body there is room to hang.
constexpr float k_ghost_sag = 0.010f;
// Settled flesh lies so far from bone, metres (sculpt/settle).
constexpr float k_settled_gap = 4e-4f;
// From here on the calf meets the thigh.
constexpr base::Angle k_packed_tight = base::Angle::degrees(95.0);

std::vector<double> activation(const World& world, const lesson::Sample& sample) {
    std::vector<double> of_muscle(world.atlas.muscles.size(), 0.0);
    for (const int muscle : world.lesson.active) of_muscle[static_cast<std::size_t>(muscle)] = sample.activation;
    return of_muscle;
}

/// Whether the hand of both was set in the same place, however firm its grasp.
bool same_place(const tissue::Lock& a, const tissue::Lock& b) {
    return a.muscle == b.muscle && a.position == b.position && a.grip == b.grip && a.set_in == b.set_in;
}

} // namespace

Flesh::Flesh(const World& world)
    : world_(world), skin_mesh_(skin_mesh(world)), solver_(world.atlas), ground_(world),
      shapes_(world.model.meshes.size()), ghosts_(world.model.meshes.size()), made_(world.model.meshes.size()) {}

bool Flesh::shows_strain(std::size_t mesh) const {
    const int strand = world_.parts[mesh].strand;
    if (strand < 0) return false;
    const int muscle = world_.strands[static_cast<std::size_t>(strand)].muscle;
    // Only the muscle itself: a tendon that rides on its strand has a strain of its own, which nobody computes.
    return world_.atlas.muscles[static_cast<std::size_t>(muscle)].structure == world_.model.meshes[mesh].id &&
           std::ranges::binary_search(key_->strained, muscle);
}

void Flesh::deform(std::size_t index, const tissue::MuscleState& state, const Limp& limp, Scratch& to) const {
    const tissue::StrandBinding& binding = world_.strands[static_cast<std::size_t>(world_.parts[index].strand)];
    tissue::deform_strand(binding, world_.model.meshes[index], world_.atlas, frames_, tissue::bends(key_->pose), state,
                          to.deformed);
    if (!shows_strain(index)) return;
    to.material = binding.material;
    to.strain = tissue::shown_strain(state);
    let_hang(world_.model.meshes[index], binding, state, to.strain, limp, to.deformed);
}

/// Only what has moved farther than `moved` since it was settled.
void Flesh::keep_out_of_bone(float moved, Scratch& in) const {
    in.astray.clear();
    for (std::size_t v = 0; v < in.settled.size(); ++v)
        if (glm::distance(in.settled[v], in.deformed.positions[v]) > moved)
            in.astray.push_back(static_cast<std::uint32_t>(v));
    ground_.keep_out_of_bone(in.astray, in.deformed.positions);
}

bool Flesh::is_soft(std::size_t index) const {
    const Part& part = world_.parts[index];
    if (part.structure < 0) return false;
    if (part.strand >= 0) return true;
    return world_.atlas.structures[static_cast<std::size_t>(part.structure)].follow == anatomy::Follow::blend &&
           (static_cast<int>(index) == skin_mesh_ || !world_.model.meshes[index].joints.empty());
}

void Flesh::make_shape(std::size_t index, Scratch& in) const {
    const mesh::Mesh& mesh = world_.model.meshes[index];
    const Part& part = world_.parts[index];
    tissue::Deformed& deformed = in.deformed;
    bool moved_by_lock = false;
    if (part.strand >= 0) {
        const int muscle = world_.strands[static_cast<std::size_t>(part.strand)].muscle;
        const tissue::MuscleState& state = readout_->tissue.muscles[static_cast<std::size_t>(muscle)];
        deform(index, state, {}, in);
        moved_by_lock = state.locked;
    } else if (static_cast<int>(index) == skin_mesh_) {
        deformed.positions = skin_.positions;
        deformed.normals = skin_.normals;
    } else {
        tissue::deform_blend(mesh, from_rest_, tissue::bends(key_->pose), deformed);
    }
    const bool muscle = world_.atlas.structures[static_cast<std::size_t>(part.structure)].kind == anatomy::Kind::muscle;
    const auto dents = [&](auto use) {
        for (const PlacedHand& hand : readout_->hands)
            if (hand.dent) use(*hand.dent);
    };
    // the correction shapes know neither locks nor the last of the volume, which counts where muscles are packed tight
    const bool all = moved_by_lock || key_->pose.knee_flexion > k_packed_tight;
    const bool dented = std::ranges::any_of(readout_->hands, [](const PlacedHand& hand) { return bool(hand.dent); });
    if (muscle && (all || dented)) in.settled = deformed.positions;
    bool pressed = false;
    dents([&](const tissue::Dent& dent) { pressed |= tissue::press(dent, !moved_by_lock, deformed); });
    if (part.belly) {
        tissue::keep_volume(mesh, *part.belly, deformed);
        // the volume comes back everywhere, but not through the hand
        dents([&](const tissue::Dent& dent) { tissue::keep_under(dent, deformed); });
    }
    if (muscle && (all || pressed)) keep_out_of_bone(all ? -1.0f : k_settled_gap, in);
}

void Flesh::make_unlocked(std::size_t index, Scratch& in) const {
    deform(index, *readout_->unlocked, {.sag = k_ghost_sag}, in);
    if (const auto& belly = world_.parts[index].belly)
        tissue::keep_volume(world_.model.meshes[index], *belly, in.deformed);
}

bool Flesh::has_ghost(std::size_t index) const {
    const int strand = world_.parts[index].strand;
    return readout_->unlocked && strand >= 0 &&
           world_.strands[static_cast<std::size_t>(strand)].muscle == key_->lock->muscle;
}

/// A shape that nobody holds, filled by `made_by`. Its buffers keep the size of its mesh.
std::shared_ptr<const Shape> Flesh::filled(std::size_t index, Make made_by) {
    thread_local Scratch scratch;
    auto& made = made_[index];
    auto free = std::ranges::find(made, 1, &std::shared_ptr<Shape>::use_count);
    if (free == made.end()) free = made.insert(made.end(), std::make_shared<Shape>());
    std::atomic_thread_fence(std::memory_order_acquire); // a film lets go of shapes in another thread
    Shape& shape = **free;
    const auto exchange = [&] {
        std::swap(shape.positions, scratch.deformed.positions);
        std::swap(shape.normals, scratch.deformed.normals);
        std::swap(shape.material, scratch.material);
        std::swap(shape.strain, scratch.strain);
    };
    exchange();
    scratch.material.clear();
    (this->*made_by)(index, scratch);
    exchange();
    return *free;
}

const std::shared_ptr<const Shape>& Flesh::shape(std::size_t index) {
    if (Made& made = shapes_[index]; !made.done)
        made = {true, is_soft(index) ? filled(index, &Flesh::make_shape) : nullptr};
    return shapes_[index].shape;
}

const std::shared_ptr<const Shape>& Flesh::ghost(std::size_t index) {
    if (Made& made = ghosts_[index]; !made.done)
        made = {true, has_ghost(index) ? filled(index, &Flesh::make_unlocked) : nullptr};
    return ghosts_[index].shape;
}

void Flesh::make(std::span<const std::size_t> meshes, bool ghosts) {
    base::in_parallel(meshes.size(), [&](std::size_t i) {
        shape(meshes[i]);
        if (ghosts) ghost(meshes[i]);
    });
}

const LockSeat* Flesh::seat_of(const std::optional<tissue::Lock>& lock) {
    if (!lock) return nullptr;
    const auto same = [&](const Remembered& one) { return one.asked > 0 && same_place(one.lock, *lock); };
    auto found = std::ranges::find_if(seats_, same);
    if (found == seats_.end()) {
        found = std::ranges::min_element(seats_, {}, &Remembered::asked);
        // on the skin before it is dented, in the pose in which the lock was set
        const motion::BoneFrames from_rest = motion::from_rest(world_.atlas, lock->set_in);
        if (skin_mesh_ >= 0)
            tissue::deform_blend(world_.model.meshes[static_cast<std::size_t>(skin_mesh_)], from_rest,
                                 tissue::bends(lock->set_in), skin_);
        ground_.pose(skin_.positions, from_rest, lock->set_in.knee_flexion);
        found->lock = *lock;
        found->seat = lock_seat(world_, *lock, ground_);
    }
    found->asked = moves_;
    return &found->seat;
}

void Flesh::place_hands_on_skin(Readout& readout) {
    std::vector<HandSeats> seats;
    for (const lesson::HandSample& hand : readout.sample.hands)
        seats.push_back({seat_of(hand.lock), seat_of(hand.lock_before)});
    if (skin_mesh_ >= 0)
        tissue::deform_blend(world_.model.meshes[static_cast<std::size_t>(skin_mesh_)], from_rest_,
                             tissue::bends(key_->pose), skin_);
    ground_.pose(skin_.positions, from_rest_, key_->pose.knee_flexion);
    readout.hands = place_hands({world_, ground_, readout.sample, readout.tissue, frames_, seats});
}

void Flesh::move(std::vector<int> strained, Readout& readout) {
    Key now{readout.sample.pose, readout.sample.lock, readout.sample.hands, activation(world_, readout.sample),
            std::move(strained)};
    if (key_ == now) return;
    ++moves_;
    key_ = std::move(now);
    frames_ = motion::drawn_frames(world_.atlas, key_->pose);
    from_rest_ = motion::from_rest(world_.atlas, key_->pose);
    solver_.evaluate(key_->pose, key_->lock, key_->activation, readout.tissue);
    const LockSeat* seat = seat_of(key_->lock);
    seat_ = seat ? std::optional(*seat) : std::nullopt;
    readout.unlocked.reset();
    if (key_->lock) {
        readout.unlocked.emplace();
        solver_.evaluate_muscle(key_->lock->muscle, key_->pose, std::nullopt, key_->activation, *readout.unlocked);
    }
    place_hands_on_skin(readout);
    readout_ = &readout;
    std::ranges::fill(shapes_, Made{});
    std::ranges::fill(ghosts_, Made{});
    readout.skin = skin_mesh_ < 0 ? nullptr : shape(static_cast<std::size_t>(skin_mesh_));
}

glm::vec3 Flesh::posed_vertex(std::size_t mesh, int vertex) {
    const auto v = static_cast<std::size_t>(vertex);
    if (const auto& posed = shape(mesh)) return posed->positions[v];
    const int structure = world_.parts[mesh].structure;
    const glm::vec3 rest = world_.model.meshes[mesh].positions[v];
    if (structure < 0) return rest;
    return glm::vec3(
        from_rest_[world_.atlas.structures[static_cast<std::size_t>(structure)].body].point(glm::dvec3(rest)));
}

} // namespace scene
