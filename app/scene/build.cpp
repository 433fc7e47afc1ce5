#include "scene/build.h"

#include "base/smooth.h"
#include "scene/annotations.h"
#include "scene/contact.h"
#include "scene/couch.h"
#include "scene/hands.h"
#include "tissue/flesh.h"
#include "tissue/solver.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace scene {

namespace {

// A faded structure keeps this share of its opacity.
constexpr float k_faded = 0.22f;
constexpr float k_invisible = 0.01f;
// Below this flexion the goniometer's arc says nothing and only hides the knee.
constexpr base::Angle k_gonio_from = base::Angle::degrees(3.0);

/// Everything the shapes of the flesh depend on.
struct FleshKey {
    motion::Pose pose;
    std::optional<tissue::Lock> lock;
    std::vector<lesson::HandSample> hands;
    std::vector<double> activation; ///< one for each muscle
    bool strain = false;
    bool operator==(const FleshKey&) const = default;
};

std::vector<double> activation(const World& world, const lesson::Sample& sample) {
    std::vector<double> of_muscle(world.atlas.muscles.size(), 0.0);
    for (const int muscle : world.lesson.active) of_muscle[static_cast<std::size_t>(muscle)] = sample.activation;
    return of_muscle;
}

/// Whether the hand of both was set in the same place, however firm its grasp.
bool same_place(const std::optional<tissue::Lock>& a, const std::optional<tissue::Lock>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return a->muscle == b->muscle && a->position == b->position && a->grip == b->grip && a->set_in == b->set_in;
}

float layer_opacity(const std::vector<lesson::LayerView>& step, const ViewOptions& options, const std::string& layer) {
    for (const auto& [id, opacity] : options.layer_opacity)
        if (id == layer) return opacity;
    for (const lesson::LayerView& view : step)
        if (view.layer == layer) return view.opacity;
    return 0.0f;
}

lesson::Sample what_if(const anatomy::Atlas& atlas, lesson::Sample sample, const motion::Pose& offset) {
    if (offset == motion::Pose{}) return sample;
    sample.pose = motion::clamp(atlas, motion::plus(sample.pose, offset));
    if (sample.lock) sample.lock->set_in = motion::clamp(atlas, motion::plus(sample.lock->set_in, offset));
    return sample;
}

} // namespace

glm::mat4 couch_transform() {
    glm::mat4 m(1.0f);
    m[1] = glm::vec4(0.0f, 0.0f, 1.0f, 0.0f);
    m[2] = glm::vec4(0.0f, -1.0f, 0.0f, 0.0f);
    m[3] = glm::vec4(0.0f, k_couch_height + k_couch_plane_z, 0.0f, 1.0f);
    return m;
}

struct Builder::Memory {
    explicit Memory(const World& w)
        : world(w), solver(w.atlas), to_world(couch_transform()), ground(w), shapes(w.model.meshes.size()) {
        for (const mesh::Mesh& mesh : w.model.meshes) label_vertices.push_back(label_vertex(mesh));
    }

    void move_flesh(const ViewOptions& options);
    void place();
    std::optional<LockSeat> seat_of(const std::optional<tissue::Lock>& lock) const;
    std::shared_ptr<const Shape> make_shape(std::size_t mesh, bool strain) const;
    std::shared_ptr<const Shape> unlocked_shape(std::size_t mesh) const;
    void add_structures(Scene& scene, const ViewOptions& options) const;
    void add_ghost(Scene& scene, const ViewOptions& options) const;
    void add_hands(Scene& scene, const ViewOptions& options) const;
    void add_annotations(Scene& scene, const ViewOptions& options) const;
    Item item(std::size_t mesh, const ViewOptions& options) const;
    bool highlighted(const anatomy::Structure& structure) const;
    glm::vec3 posed_vertex(std::size_t mesh, int vertex) const;
    const lesson::Step& step() const { return world.lesson.steps[static_cast<std::size_t>(readout.sample.step)]; }

    const World& world;
    tissue::Solver solver;
    glm::mat4 to_world;
    Ground ground;
    std::vector<int> label_vertices;
    std::optional<FleshKey> key; ///< what the remembered shapes were made for
    motion::BoneFrames frames, from_rest;
    std::vector<std::shared_ptr<const Shape>> shapes; ///< one for each mesh; null for rigid ones
    std::vector<std::shared_ptr<const Shape>> ghosts; ///< the locked muscle's meshes as they would be without the lock
    std::optional<LockSeat> seat;                     ///< of the lock
    tissue::Deformed skin;                            ///< before any hand presses it
    Readout readout;
};

std::shared_ptr<const Shape> Builder::Memory::make_shape(std::size_t index, bool strain) const {
    const mesh::Mesh& mesh = world.model.meshes[index];
    const Part& part = world.parts[index];
    if (part.structure < 0) return nullptr;
    const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(part.structure)];
    tissue::Deformed deformed;
    auto shape = std::make_shared<Shape>();
    bool moved_by_lock = false;
    if (part.strand >= 0) {
        const tissue::StrandBinding& binding = world.strands[static_cast<std::size_t>(part.strand)];
        const tissue::MuscleState& state = readout.tissue.muscles[static_cast<std::size_t>(binding.muscle)];
        tissue::deform_strand(binding, world.atlas, frames, readout.sample.pose.knee_flexion, state, deformed);
        moved_by_lock = state.locked;
        if (strain && state.locked) tissue::vertex_strain(binding, state, shape->strain);
    } else if (structure.follow == anatomy::Follow::blend && !mesh.joints.empty()) {
        tissue::deform_blend(mesh, from_rest, readout.sample.pose.knee_flexion, deformed);
    } else {
        return nullptr;
    }
    for (const PlacedHand& hand : readout.hands)
        if (hand.dent) tissue::press(*hand.dent, !moved_by_lock, deformed);
    if (part.belly) tissue::keep_volume(mesh, *part.belly, deformed);
    shape->positions = std::move(deformed.positions);
    shape->normals = std::move(deformed.normals);
    return shape;
}

std::shared_ptr<const Shape> Builder::Memory::unlocked_shape(std::size_t index) const {
    const int strand = world.parts[index].strand;
    if (!readout.unlocked || strand < 0) return nullptr;
    const tissue::StrandBinding& binding = world.strands[static_cast<std::size_t>(strand)];
    if (binding.muscle != readout.sample.lock->muscle) return nullptr;
    tissue::Deformed deformed;
    tissue::deform_strand(binding, world.atlas, frames, readout.sample.pose.knee_flexion, *readout.unlocked, deformed);
    if (const auto& belly = world.parts[index].belly) tissue::keep_volume(world.model.meshes[index], *belly, deformed);
    auto shape = std::make_shared<Shape>();
    shape->positions = std::move(deformed.positions);
    shape->normals = std::move(deformed.normals);
    return shape;
}

std::optional<LockSeat> Builder::Memory::seat_of(const std::optional<tissue::Lock>& lock) const {
    if (!lock) return std::nullopt;
    // On the skin before it is dented, in the pose in which the lock was set.
    const int mesh = skin_mesh(world);
    tissue::Deformed skin_then;
    if (mesh >= 0)
        tissue::deform_blend(world.model.meshes[static_cast<std::size_t>(mesh)],
                             motion::from_rest(world.atlas, lock->set_in), lock->set_in.knee_flexion, skin_then);
    return lock_seat(world, *lock, skin_then.positions);
}

void Builder::Memory::place() {
    if (const int mesh = skin_mesh(world); mesh >= 0)
        tissue::deform_blend(world.model.meshes[static_cast<std::size_t>(mesh)], from_rest,
                             readout.sample.pose.knee_flexion, skin);
    readout.hands =
        place_hands({world, ground, readout.sample, readout.tissue, frames, from_rest, skin.positions, seat});
}

void Builder::Memory::move_flesh(const ViewOptions& options) {
    const FleshKey now{readout.sample.pose, readout.sample.lock, readout.sample.hands,
                       activation(world, readout.sample),
                       step().show_strain && options.strain};
    if (key == now) return;
    frames = motion::frames(world.atlas, now.pose);
    from_rest = motion::from_rest(world.atlas, now.pose);
    solver.evaluate(now.pose, now.lock, now.activation, readout.tissue);
    readout.unlocked.reset();
    if (!key || !same_place(key->lock, now.lock)) seat = seat_of(now.lock); // the same for as long as the lock holds
    if (now.lock) {
        readout.unlocked.emplace();
        solver.evaluate_muscle(now.lock->muscle, now.pose, std::nullopt, now.activation, *readout.unlocked);
    }
    place();
    ghosts.assign(shapes.size(), nullptr);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        shapes[i] = make_shape(i, now.strain);
        ghosts[i] = unlocked_shape(i);
    }
    const int skin_index = skin_mesh(world);
    readout.skin = skin_index < 0 ? nullptr : shapes[static_cast<std::size_t>(skin_index)];
    key = now;
}

bool Builder::Memory::highlighted(const anatomy::Structure& structure) const {
    return std::ranges::find(step().highlight, structure.id) != step().highlight.end();
}

Item Builder::Memory::item(std::size_t index, const ViewOptions& options) const {
    const Part& part = world.parts[index];
    Item item;
    item.mesh = static_cast<int>(index);
    item.structure = part.structure;
    item.shape = shapes[index];
    item.transform = to_world;
    if (part.structure < 0) return item;
    const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(part.structure)];
    item.kind = structure.kind;
    if (world.model.meshes[index].colours.empty()) item.colour = structure.colour;
    item.opacity = layer_opacity(readout.sample.layers, options, structure.layer) * structure.opacity;
    // a selected muscle shows where it is attached
    if (!structure.owner.empty() && options.selected &&
        world.atlas.structures[static_cast<std::size_t>(*options.selected)].id == structure.owner)
        item.opacity = 1.0f;
    if (options.faded.contains(part.structure)) item.opacity *= k_faded;
    if (options.hidden.contains(part.structure)) item.opacity = 0.0f;
    if (options.isolated) item.opacity = *options.isolated == part.structure ? 1.0f : 0.0f;
    item.selected = options.selected == part.structure;
    item.hovered = options.hovered == part.structure;
    item.highlight = highlighted(structure) ? static_cast<float>(readout.sample.highlight) : 0.0f;
    item.colouring = item.shape && !item.shape->strain.empty() ? Colouring::strain : Colouring::tissue;
    if (!item.shape) item.transform = to_world * from_rest[structure.body].matrix();
    return item;
}

void Builder::Memory::add_structures(Scene& scene, const ViewOptions& options) const {
    for (std::size_t i = 0; i < world.model.meshes.size(); ++i) {
        Item made = item(i, options);
        if (made.kind == anatomy::Kind::hand || made.opacity < k_invisible) continue;
        scene.items.push_back(std::move(made));
    }
}

void Builder::Memory::add_ghost(Scene& scene, const ViewOptions& options) const {
    if (!options.ghost || options.isolated || !readout.unlocked) return;
    for (std::size_t i = 0; i < ghosts.size(); ++i) {
        if (!ghosts[i]) continue;
        Item ghost = item(i, options);
        if (ghost.opacity < k_invisible) continue;
        ghost.shape = ghosts[i];
        ghost.colouring = Colouring::tissue;
        ghost.ghost = true;
        ghost.casts_shadow = false;
        ghost.highlight = 0.0f;
        ghost.selected = ghost.hovered = false;
        scene.items.push_back(std::move(ghost));
    }
}

void Builder::Memory::add_hands(Scene& scene, const ViewOptions& options) const {
    if (options.isolated) return;
    for (const PlacedHand& hand : readout.hands) {
        Item made = item(static_cast<std::size_t>(hand.mesh), options);
        if (made.structure < 0) continue;
        made.opacity *= hand.opacity;
        if (made.opacity < k_invisible) continue;
        const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(made.structure)];
        made.transform = to_world * hand.frame.matrix() * glm::translate(glm::mat4(1.0f), glm::vec3(-structure.anchor));
        scene.items.push_back(std::move(made));
    }
}

glm::vec3 Builder::Memory::posed_vertex(std::size_t mesh, int vertex) const {
    const auto v = static_cast<std::size_t>(vertex);
    if (shapes[mesh]) return shapes[mesh]->positions[v];
    const int structure = world.parts[mesh].structure;
    const glm::vec3 rest = world.model.meshes[mesh].positions[v];
    if (structure < 0) return rest;
    return glm::vec3(
        from_rest[world.atlas.structures[static_cast<std::size_t>(structure)].body].point(glm::dvec3(rest)));
}

void Builder::Memory::add_annotations(Scene& scene, const ViewOptions& options) const {
    if (options.labels && readout.sample.pose.knee_flexion > k_gonio_from)
        scene.lines = goniometer(world, frames, to_world);
    if (seat) {
        const PlacedHand* hand = locking_hand(readout.hands);
        const auto& state = readout.tissue.muscles[static_cast<std::size_t>(readout.sample.lock->muscle)];
        const auto marker = lock_marker(hand ? hand->frame : seat->frame, state, to_world);
        scene.lines.insert(scene.lines.end(), marker.begin(), marker.end());
    }
    if (!options.labels) return;
    for (const Item& shown : scene.items) {
        if (shown.ghost || shown.structure < 0 || !(shown.selected || shown.highlight > 0.5f)) continue;
        const auto mesh = static_cast<std::size_t>(shown.mesh);
        if (world.model.meshes[mesh].positions.empty()) continue;
        const glm::vec3 anchor = posed_vertex(mesh, label_vertices[mesh]);
        scene.labels.push_back({glm::vec3(to_world * glm::vec4(anchor, 1.0f)),
                                world.atlas.structures[static_cast<std::size_t>(shown.structure)].name,
                                shown.structure});
    }
    if (options.landmark) {
        const anatomy::Region& region = world.atlas.regions[static_cast<std::size_t>(*options.landmark)];
        const glm::vec3 anchor(frames[region.body].point(region.centre));
        scene.labels.push_back(
            {glm::vec3(to_world * glm::vec4(anchor, 1.0f)), region.name, region.structure.value_or(-1)});
    }
}

Builder::Builder(const World& world) : memory_(std::make_unique<Memory>(world)) {}
Builder::~Builder() = default;

const Readout& Builder::readout() const { return memory_->readout; }

Scene Builder::build(base::Seconds at, const ViewOptions& options) {
    return build(lesson::sample(memory_->world.lesson, at), options);
}

Scene Builder::build(const lesson::Sample& sample, const ViewOptions& options) {
    Memory& memory = *memory_;
    memory.readout.sample = what_if(memory.world.atlas, sample, options.pose_offset);
    memory.move_flesh(options);
    memory.readout.lock_at.reset();
    if (memory.seat)
        memory.readout.lock_at = glm::vec3(memory.to_world * glm::vec4(glm::vec3(memory.seat->frame.translation), 1.0f));

    Scene scene;
    scene.camera = options.camera ? *options.camera : scene_camera(memory.readout.sample.camera);
    scene.clip = options.clip;
    scene.strain_legend = memory.key->strain && memory.readout.sample.lock.has_value();
    memory.add_structures(scene, options);
    memory.add_ghost(scene, options);
    memory.add_hands(scene, options);
    memory.add_annotations(scene, options);
    return scene;
}

} // namespace scene
