#include "render/scene_change.h"

#include "render/canvas.h"
#include "render/frame_uniforms.h"
#include "render/line_geometry.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <memory>
#include <ranges>
#include <utility>
#include <vector>

namespace render {

namespace {
using scene::Item;
using scene::Scene;

// Less than these is not seen: a thirtieth of a pixel of a film, half a step of light.
constexpr float k_still = 2e-5f, k_still_normal = 4e-3f, k_still_strain = 1e-3f; ///< metres; unit; share

/// Looks the same but for where it is.
bool same_look(const Item& a, const Item& b) {
    Item moved = b;
    moved.transform = a.transform;
    moved.shape = a.shape;
    return moved == a;
}

/// May stand for the same thing in two scenes.
bool same_thing(const Item& a, const Item& b) {
    return a.mesh == b.mesh && a.structure == b.structure && a.ghost == b.ghost;
}

/// The room's items are the same, in the same order.
bool same_room(const Scene& a, const Scene& b) {
    const auto in_room = [](const Item& item) { return item.kind == anatomy::Kind::room; };
    return std::ranges::equal(a.items | std::views::filter(in_room), b.items | std::views::filter(in_room));
}

/// What concerns every pixel: the floor and how dark it is go by the room.
bool same_view(const Scene& a, const Scene& b) {
    return same_room(a, b) && a.camera == b.camera && a.clip == b.clip && a.key_light == b.key_light &&
           a.style == b.style && a.depth_of_field == b.depth_of_field && a.strain_range == b.strain_range;
}

/// Of two shapes of one mesh.
bool same_strain(const scene::Shape& a, const scene::Shape& b) {
    return a.material == b.material &&
           std::ranges::equal(a.strain, b.strain, [](float x, float y) { return std::abs(x - y) <= k_still_strain; });
}

bool apart(const glm::vec3& a, const glm::vec3& b, float distance) {
    return glm::dot(a - b, a - b) > distance * distance;
}

/// Of two shapes of one mesh: which vertices are not where they were.
std::vector<char> moved_vertices(const scene::Shape& a, const scene::Shape& b) {
    std::vector<char> moved(b.positions.size());
    for (std::size_t i = 0; i < moved.size(); ++i)
        moved[i] = apart(a.positions[i], b.positions[i], k_still) || apart(a.normals[i], b.normals[i], k_still_normal);
    return moved;
}

/// The new shape where it moved, elsewhere the old one: else what moves slowly would never be told of.
std::shared_ptr<const scene::Shape> merged(const scene::Shape& before, const scene::Shape& now,
                                           const std::vector<char>& moved) {
    auto shape = std::make_shared<scene::Shape>(now);
    for (std::size_t i = 0; i < moved.size(); ++i) {
        if (moved[i]) continue;
        shape->positions[i] = before.positions[i];
        shape->normals[i] = before.normals[i];
    }
    shape->strain = before.strain;
    return shape;
}

/// Hollows and ink look as far as this in any case, pixels.
constexpr float k_beside = 8.0f;

/// How large a metre is in a picture of `size` pixels, seen from 1 m; from anywhere when the camera is orthographic.
float pixels_at_one_metre(const scene::Camera& camera, glm::ivec2 size) {
    const float aspect = static_cast<float>(size.x) / static_cast<float>(size.y);
    return camera.projection(aspect)[1][1] * static_cast<float>(size.y) / 2.0f;
}

/// Collects the pixels of one change.
class Collector {
public:
    Collector(const mesh::Model& model, const Scene& scene, glm::ivec2 size, const Surroundings& around)
        : changes(size), model_(model), to_clip_(view_projection(scene, size)), size_(size),
          hollows_px_(around.hollows * pixels_at_one_metre(scene.camera, size)), marks_px_(around.marks),
          parallel_(scene.camera.orthographic) {}
    /// All its triangles.
    void add_whole(const Item& item) { add(item, {}); }
    /// What moved from one to the other, if anything did; `now` becomes what is told of it.
    bool add_moved(const Item& before, Item& now);
    void add_line(const scene::Line& line);
    Changes changes;

private:
    struct Place {
        glm::vec2 pixel;
        float hollows = -1.0f; ///< how far around they may differ, pixels; below 0: beside the eye
    };
    Place place_of(const glm::vec4& clip) const;
    /// The triangles that one of those vertices belongs to, or all.
    void add(const Item& item, const std::vector<char>& which);
    const mesh::Mesh& mesh_of(const Item& item) const { return model_.meshes[static_cast<std::size_t>(item.mesh)]; }

    const mesh::Model& model_;
    glm::mat4 to_clip_;
    glm::ivec2 size_;
    float hollows_px_; ///< at 1 m
    float marks_px_;
    bool parallel_;
};

Collector::Place Collector::place_of(const glm::vec4& clip) const {
    if (clip.w < k_beside_eye) return {};
    return {pixel_of(clip, size_), parallel_ ? hollows_px_ : hollows_px_ / clip.w};
}

void Collector::add(const Item& item, const std::vector<char>& which) {
    changes.any = true;
    const mesh::Mesh& mesh = mesh_of(item);
    const std::vector<glm::vec3>& positions = item.shape ? item.shape->positions : mesh.positions;
    const glm::mat4 to_clip = to_clip_ * item.transform;
    std::vector<Place> places(positions.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = place_of(to_clip * glm::vec4(positions[i], 1.0f));
    Region moved(size_);
    float hollows = 0.0f;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = mesh.indices[i], b = mesh.indices[i + 1], c = mesh.indices[i + 2];
        if (!which.empty() && !which[a] && !which[b] && !which[c]) continue;
        if (std::min({places[a].hollows, places[b].hollows, places[c].hollows}) < 0.0f) {
            changes.add_all();
            return;
        }
        hollows = std::max({hollows, places[a].hollows, places[b].hollows, places[c].hollows});
        const glm::vec2 low = glm::min(places[a].pixel, glm::min(places[b].pixel, places[c].pixel));
        const glm::vec2 high = glm::max(places[a].pixel, glm::max(places[b].pixel, places[c].pixel));
        moved.add(low - 1.0f, high + 1.0f);
    }
    changes.surfaces.add(moved);
    changes.finish.add(moved.grown(static_cast<int>(hollows + k_beside)));
    if (marks_px_ > 0.0f) changes.picture.add(moved.grown(static_cast<int>(marks_px_)));
}

bool Collector::add_moved(const Item& before, Item& now) {
    if (before.transform == now.transform && before.shape == now.shape) return false;
    const bool alike = before.transform == now.transform && before.shape && now.shape &&
                       before.shape->positions.size() == now.shape->positions.size() &&
                       (now.colouring != scene::Colouring::strain || same_strain(*before.shape, *now.shape));
    if (!alike) {
        add_whole(before);
        add_whole(now);
        return true;
    }
    const std::vector<char> moved = moved_vertices(*before.shape, *now.shape);
    if (std::ranges::find(moved, 1) == moved.end()) {
        now.shape = before.shape;
        return false;
    }
    add(before, moved);
    add(now, moved);
    now.shape = merged(*before.shape, *now.shape, moved);
    return true;
}

void Collector::add_line(const scene::Line& line) {
    changes.any = true;
    const float beside = line_reach(line) * line_scale(size_.y) + 1.0f;
    const auto place = [&](std::size_t i) { return place_of(to_clip_ * glm::vec4(line.points[i], 1.0f)); };
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        const Place a = place(i), b = place(i + 1);
        if (std::min(a.hollows, b.hollows) < 0.0f)
            changes.picture.add_all();
        else
            changes.picture.add(glm::min(a.pixel, b.pixel) - beside, glm::max(a.pixel, b.pixel) + beside);
    }
}

/// Lines that only the first has.
void add_lines(const std::vector<scene::Line>& lines, const std::vector<scene::Line>& others, Collector& into) {
    for (const scene::Line& line : lines)
        if (std::ranges::find(others, line) == others.end()) into.add_line(line);
}

/// The items of both, each beside what stands for it in the other; those of `now` become what is told. `still`: gets
/// for each of them which of `before` it still is, if it is.
void add_items(const std::vector<Item>& before, std::vector<Item>& now, std::vector<std::optional<std::size_t>>& still,
               Collector& into) {
    std::vector<char> gone(before.size(), 1);
    for (Item& item : now) {
        still.emplace_back();
        std::size_t i = 0;
        while (i < gone.size() && !(gone[i] && same_thing(before[i], item))) ++i;
        if (i == gone.size()) {
            into.add_whole(item);
            continue;
        }
        gone[i] = 0;
        if (same_look(before[i], item)) {
            if (!into.add_moved(before[i], item)) still.back() = i;
        } else {
            into.add_whole(before[i]);
            into.add_whole(item);
        }
    }
    for (std::size_t i = 0; i < gone.size(); ++i)
        if (gone[i]) into.add_whole(before[i]);
}
} // namespace

bool has_marks(const Scene& scene) {
    return std::ranges::any_of(scene.items,
                               [](const Item& item) { return item.highlight > 0.0f || item.hovered || item.selected; });
}

void Changes::add_all() {
    any = true;
    for (Region* region : {&surfaces, &finish, &picture}) region->add_all();
}

Changes SceneChanges::to(const Scene& scene, glm::ivec2 size, const Surroundings& around) {
    Collector found(*model_, scene, size, around);
    // a cut and a blur reach beyond what moves
    if (!told_ || !same_view(*told_, scene) || scene.clip.on || scene.depth_of_field) {
        told_ = drawn_ = scene;
        found.changes.add_all();
        return found.changes;
    }
    Scene told = scene;
    std::vector<std::optional<std::size_t>> still;
    add_items(told_->items, told.items, still, found);
    add_lines(told_->lines, scene.lines, found);
    add_lines(scene.lines, told_->lines, found);
    told_ = std::move(told);
    Scene drawn = scene;
    for (std::size_t i = 0; i < still.size(); ++i)
        if (still[i]) drawn.items[i].shape = drawn_.items[*still[i]].shape;
    drawn_ = std::move(drawn);
    found.changes.finish.add(found.changes.surfaces);
    found.changes.picture.add(found.changes.finish);
    return found.changes;
}

} // namespace render
