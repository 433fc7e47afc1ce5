#include "document/verbs.h"

#include "document/focus.h"
#include "lesson/sample.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace document {

namespace {

// What undo restores: all but camera, selection, hover and look.
bool looks_equal(scene::ViewOptions a, const scene::ViewOptions& b) {
    a.camera = b.camera;
    a.selected = b.selected;
    a.hovered = b.hovered;
    a.landmark = b.landmark;
    a.look = b.look;
    return a == b;
}

void finish_edit(Document& document, const std::string& name) {
    if (!document.before_edit) return;
    if (!looks_equal(document.before_edit->options, document.view.options))
        document.history.commit(*document.before_edit, name);
    document.before_edit.reset();
}

// Runs one change of the view as one entry of the history.
template <class Change>
void edit(Document& document, const std::string& name, Change change) {
    finish_edit(document, name);
    const View before = document.view;
    change(document.view.options);
    if (!looks_equal(before.options, document.view.options)) document.history.commit(before, name);
}

// The same for a slider: one entry from grabbing it to letting it go.
template <class Change>
void edit_until(Document& document, const std::string& name, bool done, Change change) {
    if (!document.before_edit) document.before_edit = document.view;
    change(document.view.options);
    if (done) finish_edit(document, name);
}

std::string name_of(const scene::World& world, int structure) {
    const auto& all = world.atlas.structures;
    const auto i = static_cast<std::size_t>(structure);
    return structure >= 0 && i < all.size() ? all[i].name : std::string("structure");
}

bool exists(const scene::World& world, int structure) {
    return structure >= 0 && static_cast<std::size_t>(structure) < world.atlas.structures.size();
}

void put_opacity(scene::ViewOptions& options, std::string_view layer, float opacity) {
    for (auto& [id, value] : options.layer_opacity)
        if (id == layer) {
            value = opacity;
            return;
        }
    options.layer_opacity.emplace_back(layer, opacity);
}

} // namespace

void hide(Document& document, const scene::World& world, int structure) {
    if (!exists(world, structure)) return;
    edit(document, "hide " + name_of(world, structure), [&](scene::ViewOptions& options) {
        options.hidden.insert(structure);
        if (options.isolated == structure) options.isolated.reset();
        if (options.selected == structure) options.selected.reset();
        if (options.hovered == structure) options.hovered.reset();
    });
}

void show(Document& document, const scene::World& world, int structure) {
    edit(document, "show " + name_of(world, structure),
         [&](scene::ViewOptions& options) { options.hidden.erase(structure); });
}

void show_all(Document& document) {
    edit(document, "show all", [](scene::ViewOptions& options) {
        options.hidden.clear();
        options.faded.clear();
        options.isolated.reset();
    });
}

void isolate(Document& document, const scene::World& world, int structure) {
    if (!exists(world, structure)) return;
    edit(document, "isolate " + name_of(world, structure), [&](scene::ViewOptions& options) {
        if (options.isolated == structure) {
            options.isolated.reset();
            return;
        }
        options.isolated = structure;
        options.hidden.erase(structure);
    });
}

void fade(Document& document, const scene::World& world, int structure) {
    if (!exists(world, structure)) return;
    edit(document, "fade " + name_of(world, structure), [&](scene::ViewOptions& options) {
        if (options.faded.erase(structure) == 0) options.faded.insert(structure);
    });
}

void set_layer_opacity(Document& document, const scene::World& world, std::string_view layer, float opacity,
                       bool done) {
    if (!world.atlas.find_layer(layer)) return;
    edit_until(document, "opacity of " + std::string(layer), done,
               [&](scene::ViewOptions& options) { put_opacity(options, layer, std::clamp(opacity, 0.0f, 1.0f)); });
}

void show_layer(Document& document, const scene::World& world, std::string_view layer, bool shown) {
    if (!world.atlas.find_layer(layer)) return;
    float opacity = 0.0f;
    if (shown) {
        opacity = 1.0f;
        for (const lesson::LayerView& view : lesson::sample(world.lesson, document.player.at()).layers)
            if (view.layer == layer && view.opacity > 0.0f) opacity = view.opacity;
    }
    edit(document, (shown ? "show layer " : "hide layer ") + std::string(layer),
         [&](scene::ViewOptions& options) { put_opacity(options, layer, opacity); });
}

void reset_layers(Document& document) {
    edit(document, "layers as in the step", [](scene::ViewOptions& options) { options.layer_opacity.clear(); });
}

void set_clip(Document& document, const scene::ClipPlane& clip, bool done) {
    const float length = glm::length(clip.normal);
    if (!(length > 1e-6f) || !std::isfinite(clip.offset)) return;
    edit_until(document, "move the cut", done, [&](scene::ViewOptions& options) {
        options.clip = clip;
        options.clip.normal = clip.normal / length;
    });
}

namespace {
// Through what is selected, or the middle of the leg; takes the half nearer to the eye away.
scene::ClipPlane plane_across(const Document& document, const scene::World& world, int axis) {
    const scene::Camera camera = current_camera(document, world);
    const Sphere at = sphere_of(world, document.view.options.selected, document.player.at());
    scene::ClipPlane plane;
    plane.on = true;
    plane.normal = glm::vec3(0.0f);
    plane.normal[axis] = camera.eye[axis] < at.centre[axis] ? -1.0f : 1.0f;
    plane.offset = glm::dot(plane.normal, at.centre);
    return plane;
}
} // namespace

void cut_across(Document& document, const scene::World& world, int axis) {
    if (axis < 0 || axis > 2) return;
    edit(document, "cut", [&](scene::ViewOptions& options) { options.clip = plane_across(document, world, axis); });
}

// A cut that is switched on for the first time goes across the line of sight.
void toggle_clip(Document& document, const scene::World& world) {
    const scene::Camera camera = current_camera(document, world);
    edit(document, document.view.options.clip.on ? "remove the cut" : "cut", [&](scene::ViewOptions& options) {
        if (options.clip.on) {
            options.clip.on = false;
            return;
        }
        if (options.clip == scene::ClipPlane{}) {
            const glm::vec3 toward = camera.eye - camera.target;
            int axis = 0;
            for (int i = 1; i < 3; ++i)
                if (std::abs(toward[i]) > std::abs(toward[axis])) axis = i;
            options.clip = plane_across(document, world, axis);
        }
        options.clip.on = true;
    });
}

void set_pose_offset(Document& document, const scene::World& world, const motion::Pose& offset, bool done) {
    motion::Pose kept = motion::clamp(world.atlas, offset);
    kept.knee_flexion = base::Angle(); // the lesson's own movement
    edit_until(document, "what if", done, [&](scene::ViewOptions& options) { options.pose_offset = kept; });
}

void undo(Document& document) {
    finish_edit(document, "change");
    document.history.undo(document.view);
}

void redo(Document& document) {
    finish_edit(document, "change");
    document.history.redo(document.view);
}

void select(Document& document, std::optional<int> structure) {
    document.view.options.selected = structure;
    document.view.options.landmark.reset();
}

void select_landmark(Document& document, const scene::World& world, int region) {
    select(document, world.atlas.regions[static_cast<std::size_t>(region)].structure);
    document.view.options.landmark = region;
}

void toggle_option(Document& document, bool scene::ViewOptions::*option, const std::string& name) {
    edit(document, name, [&](scene::ViewOptions& options) { options.*option = !(options.*option); });
}

} // namespace document
