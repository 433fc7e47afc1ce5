#include "scene/flesh.h"

#include "scene/contact.h"
#include "scene/limp.h"
#include "tissue/dent.h"

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

void Flesh::deform(std::size_t index, const tissue::MuscleState& state, const Limp& limp, std::vector<float>& strain) {
    const tissue::StrandBinding& binding = world_.strands[static_cast<std::size_t>(world_.parts[index].strand)];
    tissue::deform_strand(binding, world_.model.meshes[index], world_.atlas, frames_, tissue::bends(key_->pose), state,
                          deformed_);
    if (!shows_strain(index)) return;
    tissue::vertex_strain(binding, state, strain);
    let_hang(world_.model.meshes[index], binding, state, strain, limp, deformed_);
}

std::shared_ptr<const Shape> Flesh::take(std::size_t index, std::vector<float> strain) {
    auto& made = made_[index];
    auto free = std::ranges::find(made, 1, &std::shared_ptr<Shape>::use_count);
    if (free == made.end()) free = made.insert(made.end(), std::make_shared<Shape>());
    std::atomic_thread_fence(std::memory_order_acquire); // a film lets go of shapes in another thread
    Shape& shape = **free;
    std::swap(shape.positions, deformed_.positions); // the buffers go round
    std::swap(shape.normals, deformed_.normals);
    shape.strain = std::move(strain);
    return *free;
}

/// Only what has moved farther than `moved` since it was settled.
void Flesh::keep_out_of_bone(float moved) {
    astray_.clear();
    for (std::size_t v = 0; v < settled_.size(); ++v)
        if (glm::distance(settled_[v], deformed_.positions[v]) > moved)
            astray_.push_back(static_cast<std::uint32_t>(v));
    ground_.keep_out_of_bone(astray_, deformed_.positions);
}

std::shared_ptr<const Shape> Flesh::make_shape(std::size_t index, const Readout& readout) {
    const mesh::Mesh& mesh = world_.model.meshes[index];
    const Part& part = world_.parts[index];
    if (part.structure < 0) return nullptr;
    const anatomy::Structure& structure = world_.atlas.structures[static_cast<std::size_t>(part.structure)];
    std::vector<float> strain;
    bool moved_by_lock = false;
    if (part.strand >= 0) {
        const int muscle = world_.strands[static_cast<std::size_t>(part.strand)].muscle;
        const tissue::MuscleState& state = readout.tissue.muscles[static_cast<std::size_t>(muscle)];
        deform(index, state, {}, strain);
        moved_by_lock = state.locked;
    } else if (static_cast<int>(index) == skin_mesh_ && structure.follow == anatomy::Follow::blend) {
        deformed_.positions = skin_.positions;
        deformed_.normals = skin_.normals;
    } else if (structure.follow == anatomy::Follow::blend && !mesh.joints.empty()) {
        tissue::deform_blend(mesh, from_rest_, tissue::bends(key_->pose), deformed_);
    } else {
        return nullptr;
    }
    const bool muscle = structure.kind == anatomy::Kind::muscle;
    if (muscle) settled_ = deformed_.positions;
    bool pressed = false;
    for (const PlacedHand& hand : readout.hands)
        if (hand.dent) pressed |= tissue::press(*hand.dent, !moved_by_lock, deformed_);
    if (part.belly) tissue::keep_volume(mesh, *part.belly, deformed_);
    for (const PlacedHand& hand : readout.hands) // the volume comes back everywhere, but not through the hand
        if (part.belly && hand.dent) tissue::keep_under(*hand.dent, deformed_);
    // the correction shapes know neither locks nor the last of the volume, which counts where muscles are packed tight
    const bool all = moved_by_lock || key_->pose.knee_flexion > k_packed_tight;
    if (muscle && (all || pressed)) keep_out_of_bone(all ? -1.0f : k_settled_gap);
    return take(index, std::move(strain));
}

std::shared_ptr<const Shape> Flesh::unlocked_shape(std::size_t index, const Readout& readout) {
    const int strand = world_.parts[index].strand;
    if (!readout.unlocked || strand < 0) return nullptr;
    if (world_.strands[static_cast<std::size_t>(strand)].muscle != key_->lock->muscle) return nullptr;
    std::vector<float> strain;
    deform(index, *readout.unlocked, {.sag = k_ghost_sag}, strain);
    if (const auto& belly = world_.parts[index].belly)
        tissue::keep_volume(world_.model.meshes[index], *belly, deformed_);
    return take(index, std::move(strain));
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

const std::shared_ptr<const Shape>& Flesh::shape(std::size_t mesh) {
    if (Made& made = shapes_[mesh]; !made.done) made = {true, make_shape(mesh, *readout_)};
    return shapes_[mesh].shape;
}

std::shared_ptr<const Shape> Flesh::ghost(std::size_t mesh) {
    if (Made& made = ghosts_[mesh]; !made.done) made = {true, unlocked_shape(mesh, *readout_)};
    return ghosts_[mesh].shape;
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
