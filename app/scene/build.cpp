#include "scene/build.h"

#include "base/smooth.h"
#include "scene/annotations.h"
#include "scene/contact.h"
#include "scene/couch.h"
#include "scene/ghost.h"
#include "scene/hands.h"
#include "scene/limp.h"
#include "scene/strained.h"
#include "tissue/flesh.h"
#include "tissue/solver.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace scene {

namespace {

// Illustrative, not measured: how deep a hand at full pressure sinks into the back of the thigh, and how wide, metres.
constexpr float k_dent_depth = 0.012f;
constexpr float k_dent_radius = 0.045f;
// The ring round the lock lies on the slope of that dent (tissue::press, 22 mm from the middle), metres.
constexpr double k_ring_sinks = 0.007;
// A faded structure keeps this share of its opacity.
constexpr float k_faded = 0.22f;
constexpr float k_invisible = 0.01f;
constexpr float k_strain_opacity = 0.9f;
constexpr float k_ghost_opacity = 0.8f;
// Outside the body there is room to hang.
constexpr float k_ghost_sag = 0.010f;
// Below this flexion the goniometer's arc says nothing and only hides the knee.
constexpr base::Angle k_gonio_from = base::Angle::degrees(3.0);

/// Everything the shapes of the flesh depend on.
struct FleshKey {
    motion::Pose pose;
    std::optional<tissue::Lock> lock;
    std::vector<double> activation; ///< one for each muscle
    double pressure = 0.0;
    std::vector<int> strained; ///< muscles in strain colours, increasing
    bool operator==(const FleshKey&) const = default;
};

/// Only the muscle itself: a tendon that rides on its strand has a strain of its own, which nobody computes.
bool strained(const FleshKey& key, const anatomy::Atlas& atlas, int muscle, const anatomy::Structure& structure) {
    return atlas.muscles[static_cast<std::size_t>(muscle)].structure == structure.id &&
           std::ranges::binary_search(key.strained, muscle);
}

std::vector<double> activation(const World& world, const lesson::Sample& sample) {
    std::vector<double> of_muscle(world.atlas.muscles.size(), 0.0);
    for (const int muscle : world.lesson.active) of_muscle[static_cast<std::size_t>(muscle)] = sample.activation;
    return of_muscle;
}

float layer_opacity(const std::vector<lesson::LayerView>& step, const ViewOptions& options, const std::string& layer) {
    for (const auto& [id, opacity] : options.layer_opacity)
        if (id == layer) return opacity;
    for (const lesson::LayerView& view : step)
        if (view.layer == layer) return view.opacity;
    return 0.0f;
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
    explicit Memory(const World& w) : world(w), solver(w.atlas), to_world(couch_transform()), shapes(w.model.meshes.size()) {
        for (const mesh::Mesh& mesh : w.model.meshes) label_vertices.push_back(label_vertex(mesh));
    }

    void move_flesh(const ViewOptions& options);
    std::optional<base::Rigid> contact_under(const std::optional<tissue::Lock>& lock) const;
    std::shared_ptr<const Shape> make_shape(std::size_t mesh, const FleshKey& now,
                                            const std::optional<tissue::Dent>& dent) const;
    std::shared_ptr<const Shape> unlocked_shape(std::size_t mesh, const FleshKey& now) const;
    void deform(std::size_t mesh, const tissue::MuscleState& state, bool strained, const Limp& limp,
                tissue::Deformed& deformed, Shape& shape) const;
    void add_structures(Scene& scene, const ViewOptions& options) const;
    void add_ghost(Scene& scene, const ViewOptions& options) const;
    void add_hands(Scene& scene, const ViewOptions& options) const;
    void add_annotations(Scene& scene, const ViewOptions& options) const;
    void add_lock(Scene& scene, const ViewOptions& options) const;
    Item item(std::size_t mesh, const ViewOptions& options) const;
    bool highlighted(const anatomy::Structure& structure) const;
    glm::vec3 posed_vertex(std::size_t mesh, int vertex) const;
    std::span<const glm::vec3> skin() const;
    const lesson::Step& step() const { return world.lesson.steps[static_cast<std::size_t>(readout.sample.step)]; }

    const World& world;
    tissue::Solver solver;
    glm::mat4 to_world;
    std::vector<int> label_vertices;
    std::optional<FleshKey> key; ///< what the remembered shapes were made for
    motion::BoneFrames frames, from_rest;
    std::vector<std::shared_ptr<const Shape>> shapes; ///< one for each mesh; null for rigid ones
    std::vector<std::shared_ptr<const Shape>> ghosts; ///< the locked muscle's meshes as they would be without the lock
    std::optional<base::Rigid> contact;               ///< under the lock
    Readout readout;
};

std::span<const glm::vec3> Builder::Memory::skin() const {
    const int mesh = skin_mesh(world);
    if (mesh < 0 || !shapes[static_cast<std::size_t>(mesh)]) return {};
    return shapes[static_cast<std::size_t>(mesh)]->positions;
}

void Builder::Memory::deform(std::size_t index, const tissue::MuscleState& state, bool strained, const Limp& limp,
                             tissue::Deformed& deformed, Shape& shape) const {
    const tissue::StrandBinding& binding = world.strands[static_cast<std::size_t>(world.parts[index].strand)];
    tissue::deform_strand(binding, world.atlas, frames, state, deformed);
    if (!strained) return;
    tissue::vertex_strain(binding, state, shape.strain);
    let_hang(world.model.meshes[index], binding, state, shape.strain, limp, deformed);
}

std::shared_ptr<const Shape> Builder::Memory::make_shape(std::size_t index, const FleshKey& now,
                                                         const std::optional<tissue::Dent>& dent) const {
    const mesh::Mesh& mesh = world.model.meshes[index];
    const Part& part = world.parts[index];
    if (part.structure < 0) return nullptr;
    const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(part.structure)];
    tissue::Deformed deformed;
    auto shape = std::make_shared<Shape>();
    if (part.strand >= 0) {
        const int muscle = world.strands[static_cast<std::size_t>(part.strand)].muscle;
        deform(index, readout.tissue.muscles[static_cast<std::size_t>(muscle)], strained(now, world.atlas, muscle, structure),
               {}, deformed, *shape);
    } else if (structure.follow == anatomy::Follow::blend && !mesh.joints.empty()) {
        tissue::deform_blend(mesh, from_rest, deformed);
    } else {
        return nullptr;
    }
    if (dent) tissue::press(*dent, deformed);
    shape->positions = std::move(deformed.positions);
    shape->normals = std::move(deformed.normals);
    return shape;
}

std::shared_ptr<const Shape> Builder::Memory::unlocked_shape(std::size_t index, const FleshKey& now) const {
    const int strand = world.parts[index].strand;
    if (!readout.unlocked || strand < 0) return nullptr;
    const int muscle = world.strands[static_cast<std::size_t>(strand)].muscle;
    if (muscle != now.lock->muscle) return nullptr;
    const anatomy::Structure& structure =
        world.atlas.structures[static_cast<std::size_t>(world.parts[index].structure)];
    tissue::Deformed deformed;
    auto shape = std::make_shared<Shape>();
    deform(index, *readout.unlocked, strained(now, world.atlas, muscle, structure), {.sag = k_ghost_sag}, deformed, *shape);
    shape->positions = std::move(deformed.positions);
    shape->normals = std::move(deformed.normals);
    return shape;
}

std::optional<base::Rigid> Builder::Memory::contact_under(const std::optional<tissue::Lock>& lock) const {
    if (!lock) return std::nullopt;
    // On the skin before it is dented, in the pose in which the lock was set.
    const int mesh = skin_mesh(world);
    tissue::Deformed skin_then;
    if (mesh >= 0)
        tissue::deform_blend(world.model.meshes[static_cast<std::size_t>(mesh)],
                             motion::from_rest(world.atlas, lock->set_in), skin_then);
    return lock_contact(world, *lock, skin_then.positions);
}

void Builder::Memory::move_flesh(const ViewOptions& options) {
    const FleshKey now{readout.sample.pose, readout.sample.lock, activation(world, readout.sample),
                       readout.sample.lock_pressure,
                       strained_muscles(step(), readout.sample.lock, options,
                                        static_cast<int>(world.atlas.muscles.size()))};
    if (key == now) return;
    frames = motion::frames(world.atlas, now.pose);
    from_rest = motion::from_rest(world.atlas, now.pose);
    solver.evaluate(now.pose, now.lock, now.activation, readout.tissue);
    readout.unlocked.reset();
    if (!key || key->lock != now.lock) contact = contact_under(now.lock); // the same for as long as the lock holds

    std::optional<tissue::Dent> dent;
    if (now.lock) {
        readout.unlocked.emplace();
        solver.evaluate_muscle(now.lock->muscle, now.pose, std::nullopt, now.activation, *readout.unlocked);
        dent = tissue::Dent{glm::vec3(contact->translation), glm::vec3(contact->direction({0.0, 0.0, -1.0})),
                            k_dent_radius, k_dent_depth * static_cast<float>(now.pressure)};
    }
    ghosts.assign(shapes.size(), nullptr);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        shapes[i] = make_shape(i, now, dent);
        ghosts[i] = unlocked_shape(i, now);
    }
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
    item.colouring = item.shape && !item.shape->strain.empty() ? Colouring::strain : Colouring::tissue;
    // what a step shows the strain of is seen through no veil
    if (item.colouring == Colouring::strain && !options.strain_of_all && item.opacity > k_invisible)
        item.opacity = std::max(item.opacity, k_strain_opacity);
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
    const auto opacity = static_cast<float>(readout.sample.lock_pressure);
    const auto& path = readout.unlocked->path;
    const auto in_world = [&](const glm::dvec3& p) { return glm::vec3(to_world * glm::vec4(glm::vec3(p), 1.0f)); };
    const glm::vec3 shift = ghost_shift(scene.camera, in_world(path.front()), in_world(path.back())) * opacity;
    for (std::size_t i = 0; i < ghosts.size(); ++i) {
        if (!ghosts[i]) continue;
        Item ghost = item(i, options);
        ghost.opacity *= k_ghost_opacity * opacity;
        if (ghost.opacity < k_invisible) continue;
        ghost.transform = glm::translate(glm::mat4(1.0f), shift) * to_world;
        ghost.shape = ghosts[i];
        ghost.ghost = true;
        ghost.casts_shadow = false;
        ghost.highlight = 0.0f;
        ghost.selected = ghost.hovered = false;
        scene.items.push_back(std::move(ghost));
        const Pair pair{world.model.meshes[i], *shapes[i], *ghosts[i], to_world, shift};
        const auto links = band_links(pair, opacity);
        scene.lines.insert(scene.lines.end(), links.begin(), links.end());
        if (options.labels) scene.labels.push_back({ghost_anchor(pair), "Without the lock, same knee angle", -1, true});
    }
}

void Builder::Memory::add_hands(Scene& scene, const ViewOptions& options) const {
    if (options.isolated) return;
    const HandStage stage{world, readout.sample, frames, skin(), contact, static_cast<double>(k_dent_depth)};
    for (const PlacedHand& hand : place_hands(stage)) {
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

void Builder::Memory::add_lock(Scene& scene, const ViewOptions& options) const {
    if (!contact || !readout.sample.lock) return;
    base::Rigid pressed = *contact;
    pressed.translation -= pressed.direction({0.0, 0.0, 1.0}) * (k_ring_sinks * readout.sample.lock_pressure);
    const auto& state = readout.tissue.muscles[static_cast<std::size_t>(readout.sample.lock->muscle)];
    LockNotes notes = lock_notes(pressed, state, to_world);
    scene.lines.insert(scene.lines.end(), notes.lines.begin(), notes.lines.end());
    if (options.labels) scene.labels.insert(scene.labels.end(), notes.labels.begin(), notes.labels.end());
}

void Builder::Memory::add_annotations(Scene& scene, const ViewOptions& options) const {
    if (options.labels && readout.sample.pose.knee_flexion > k_gonio_from) {
        const auto arc = goniometer(world, frames, to_world);
        scene.lines.insert(scene.lines.end(), arc.begin(), arc.end());
    }
    add_lock(scene, options);
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
    memory.readout.sample = sample;
    memory.move_flesh(options);

    Scene scene;
    scene.camera = options.camera ? *options.camera : scene_camera(memory.readout.sample.camera);
    scene.clip = options.clip;
    memory.add_structures(scene, options);
    memory.add_ghost(scene, options);
    memory.add_hands(scene, options);
    memory.add_annotations(scene, options);
    scene.strain_legend = std::ranges::any_of(
        scene.items, [](const Item& item) { return item.colouring == Colouring::strain; });
    return scene;
}

} // namespace scene
