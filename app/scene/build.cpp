#include "scene/build.h"

#include "scene/annotations.h"
#include "scene/couch.h"
#include "scene/flesh.h"
#include "scene/ghost.h"
#include "scene/strained.h"

#include <algorithm>
#include <glm/gtc/matrix_transform.hpp>

namespace scene {

namespace {

// A faded structure keeps this share of its opacity.
constexpr float k_faded = 0.22f;
constexpr float k_invisible = 0.01f;
constexpr float k_strain_opacity = 0.9f;
constexpr float k_ghost_opacity = 0.8f;
// A body that shows more than this hides what is in it.
constexpr float k_looked_through = 0.5f;
// Below this flexion the goniometer's arc says nothing and only hides the knee.
constexpr base::Angle k_gonio_from = base::Angle::degrees(3.0);

/// What fades before the rest of its layer does: gone where that has the opacity `at`.
float gone_at(float at, float opacity) { return std::max(0.0f, (opacity - at) / (1.0f - at)); }

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
    const auto set_so = [&](std::optional<tissue::Lock>& lock) {
        if (lock) lock->set_in = motion::clamp(atlas, motion::plus(lock->set_in, offset));
    };
    set_so(sample.lock);
    for (lesson::HandSample& hand : sample.hands) set_so(hand.lock), set_so(hand.lock_before);
    return sample;
}

/// Dark lines would be lost before a dark background; those with a halo are not.
void lighten(std::vector<Line>& lines) {
    constexpr float k_share = 0.55f;
    for (Line& line : lines)
        if (line.halo_px <= 0.0f)
            line.colour = glm::mix(line.colour, glm::vec4(glm::vec3(1.0f), line.colour.w), k_share);
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
    explicit Memory(const World& w) : world(w), to_world(couch_transform()), flesh(w) {
        for (const mesh::Mesh& mesh : w.model.meshes) label_vertices.push_back(label_vertex(mesh));
    }

    void add_structures(Scene& scene, const ViewOptions& options);
    bool shows_ghost(const ViewOptions& options) const {
        return options.ghost && !options.isolated && readout.unlocked;
    }
    void add_ghost(Scene& scene, const ViewOptions& options);
    void add_hands(Scene& scene, const ViewOptions& options);
    void add_annotations(Scene& scene, const ViewOptions& options);
    void add_lock(Scene& scene, const ViewOptions& options) const;
    Item item(std::size_t mesh, const ViewOptions& options);
    float opacity(const Part& part, bool strained, const ViewOptions& options) const;
    bool highlighted(const anatomy::Structure& structure) const;
    glm::vec3 in_world(const glm::vec3& p) const { return glm::vec3(to_world * glm::vec4(p, 1.0f)); }
    const lesson::Step& step() const { return world.lesson.steps[static_cast<std::size_t>(readout.sample.step)]; }

    const World& world;
    glm::mat4 to_world;
    Flesh flesh;
    std::vector<int> label_vertices;
    Readout readout;
};

bool Builder::Memory::highlighted(const anatomy::Structure& structure) const {
    return std::ranges::find(step().highlight, structure.id) != step().highlight.end();
}

float Builder::Memory::opacity(const Part& part, bool strained, const ViewOptions& options) const {
    const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(part.structure)];
    if (options.isolated) return *options.isolated == part.structure ? 1.0f : 0.0f;
    if (options.hidden.contains(part.structure)) return 0.0f;
    float opacity = layer_opacity(readout.sample.layers, options, structure.layer) * structure.opacity;
    // what a step shows the strain of is seen through no veil
    if (strained && !options.strain_of_all && opacity > k_invisible) opacity = std::max(opacity, k_strain_opacity);
    // over what is looked through a sheet would be fog
    if (structure.veil && options.selected != part.structure) opacity = gone_at(2.0f / 3.0f, opacity);
    // the hem of a faint cloth would part what is behind it in two tints
    if (structure.kind == anatomy::Kind::cloth) opacity = gone_at(0.5f, opacity);
    // a selected muscle shows where it is attached
    if (!structure.owner.empty() && options.selected &&
        world.atlas.structures[static_cast<std::size_t>(*options.selected)].id == structure.owner)
        opacity = 1.0f;
    return options.faded.contains(part.structure) ? opacity * k_faded : opacity;
}

Item Builder::Memory::item(std::size_t index, const ViewOptions& options) {
    const Part& part = world.parts[index];
    Item item;
    item.mesh = static_cast<int>(index);
    item.structure = part.structure;
    item.transform = to_world;
    if (part.structure < 0) return item;
    const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(part.structure)];
    item.kind = structure.kind;
    if (world.model.meshes[index].colours.empty()) item.colour = structure.colour;
    const bool strained = flesh.shows_strain(index);
    item.colouring = strained ? Colouring::strain : Colouring::tissue;
    item.opacity = opacity(part, strained, options);
    item.selected = options.selected == part.structure;
    item.hovered = options.hovered == part.structure;
    item.highlight = highlighted(structure) ? static_cast<float>(readout.sample.highlight) : 0.0f;
    if (!flesh.is_soft(index)) item.transform = to_world * flesh.from_rest()[structure.body].matrix();
    return item;
}

void Builder::Memory::add_structures(Scene& scene, const ViewOptions& options) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < world.model.meshes.size(); ++i) {
        Item made = item(i, options);
        if (made.kind == anatomy::Kind::hand || made.opacity < k_invisible) continue;
        shown.push_back(i);
        scene.items.push_back(std::move(made));
    }
    flesh.make(shown, shows_ghost(options));
    for (Item& made : scene.items) made.shape = flesh.shape(static_cast<std::size_t>(made.mesh));
}

void Builder::Memory::add_ghost(Scene& scene, const ViewOptions& options) {
    if (!shows_ghost(options)) return;
    const auto opacity = static_cast<float>(readout.sample.lock_pressure);
    const auto& path = readout.unlocked->path;
    const glm::vec3 origin = in_world(glm::vec3(path.front())), insertion = in_world(glm::vec3(path.back()));
    const bool solid_body = std::ranges::any_of(scene.items, [](const Item& shown) {
        return shown.kind == anatomy::Kind::person && shown.opacity > k_looked_through;
    });
    const glm::vec3 shift = ghost_shift(scene.camera, origin, insertion, solid_body) * opacity;
    for (std::size_t i = 0; i < world.model.meshes.size(); ++i) {
        const std::shared_ptr<const Shape>& unlocked = flesh.ghost(i);
        if (!unlocked) continue;
        Item ghost = item(i, options);
        ghost.opacity *= k_ghost_opacity * opacity;
        if (ghost.opacity < k_invisible) continue;
        ghost.transform = glm::translate(glm::mat4(1.0f), shift) * to_world;
        ghost.shape = unlocked;
        ghost.ghost = true;
        ghost.casts_shadow = false;
        ghost.highlight = 0.0f;
        ghost.selected = ghost.hovered = false;
        scene.items.push_back(std::move(ghost));
        const Pair pair{world.model.meshes[i], *flesh.shape(i), *unlocked, to_world, shift};
        const auto links = band_links(pair, opacity);
        scene.lines.insert(scene.lines.end(), links.begin(), links.end());
        if (options.labels) scene.labels.push_back({ghost_anchor(pair), "Without the lock, same knee angle", -1, true});
    }
}

void Builder::Memory::add_hands(Scene& scene, const ViewOptions& options) {
    if (options.isolated) return;
    for (const PlacedHand& hand : readout.hands) {
        Item made = item(static_cast<std::size_t>(hand.mesh), options);
        if (made.structure < 0) continue;
        made.opacity *= hand.opacity;
        made.shape = hand.shape;
        if (made.opacity < k_invisible) continue;
        const anatomy::Structure& structure = world.atlas.structures[static_cast<std::size_t>(made.structure)];
        made.transform = to_world * hand.frame.matrix() * glm::translate(glm::mat4(1.0f), glm::vec3(-structure.anchor));
        scene.items.push_back(std::move(made));
    }
}

void Builder::Memory::add_lock(Scene& scene, const ViewOptions& options) const {
    if (!flesh.seat() || !readout.sample.lock) return;
    const PlacedHand* hand = locking_hand(readout.hands);
    const auto& state = readout.tissue.muscles[static_cast<std::size_t>(readout.sample.lock->muscle)];
    LockNotes notes = lock_notes(hand ? hand->frame : flesh.seat()->frame, state, to_world);
    scene.lines.insert(scene.lines.end(), notes.lines.begin(), notes.lines.end());
    if (options.labels) scene.labels.insert(scene.labels.end(), notes.labels.begin(), notes.labels.end());
}

void Builder::Memory::add_annotations(Scene& scene, const ViewOptions& options) {
    if (options.labels && readout.sample.pose.knee_flexion > k_gonio_from) {
        const auto arc = goniometer(world, flesh.frames(), to_world);
        scene.lines.insert(scene.lines.end(), arc.begin(), arc.end());
    }
    add_lock(scene, options);
    if (!options.labels) return;
    for (const Item& shown : scene.items) {
        if (shown.ghost || shown.structure < 0 || !(shown.selected || shown.highlight > 0.5f)) continue;
        const auto mesh = static_cast<std::size_t>(shown.mesh);
        if (world.model.meshes[mesh].positions.empty()) continue;
        scene.labels.push_back({in_world(flesh.posed_vertex(mesh, label_vertices[mesh])),
                                world.atlas.structures[static_cast<std::size_t>(shown.structure)].name,
                                shown.structure});
    }
    if (options.landmark) {
        const anatomy::Region& region = world.atlas.regions[static_cast<std::size_t>(*options.landmark)];
        const glm::dvec3 at_rest = motion::frames(world.atlas, {})[region.body].point(region.centre);
        const glm::vec3 anchor(flesh.from_rest()[region.body].point(at_rest));
        scene.labels.push_back({in_world(anchor), region.name, region.structure.value_or(-1)});
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
    const int muscles = static_cast<int>(memory.world.atlas.muscles.size());
    memory.flesh.move(strained_muscles(memory.step(), memory.readout.sample.lock, options, muscles), memory.readout);
    memory.readout.lock_at.reset();
    if (const auto& seat = memory.flesh.seat())
        memory.readout.lock_at = memory.in_world(glm::vec3(seat->frame.translation));

    Scene scene;
    scene.camera = options.camera ? *options.camera : scene_camera(memory.readout.sample.camera);
    scene.clip = options.clip;
    scene.style = style_of(options.look);
    scene.depth_of_field = options.depth_of_field;
    memory.add_structures(scene, options);
    memory.add_ghost(scene, options);
    memory.add_hands(scene, options);
    memory.add_annotations(scene, options);
    if (is_dark(scene.style)) lighten(scene.lines);
    scene.strain_legend =
        std::ranges::any_of(scene.items, [](const Item& item) { return item.colouring == Colouring::strain; });
    return scene;
}

} // namespace scene
