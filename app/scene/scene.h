#pragma once
// Scene: the picture as a comparable value. What the renderer draws and nothing else; equal scenes are equal pictures.

#include "anatomy/atlas.h"
#include "lesson/sample.h"
#include "mesh/mesh.h"
#include "scene/look.h"
#include "tissue/tissue_state.h"

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <memory>
#include <string>
#include <vector>

namespace scene {

/// Vertices that replace a mesh's own. Shared and never changed once made: equal pointers are equal shapes.
struct Shape {
    std::vector<glm::vec3> positions, normals;
    std::vector<float> material; ///< 0..1 along the muscle, one a vertex; empty: nothing is known of its strain
    tissue::NodeValues strain{}; ///< from slack, along the material; below 0 minus the share by which it is slack
};

enum class Colouring { tissue, strain };

struct Item {
    int mesh = 0;       ///< index into the model
    int structure = -1; ///< index into the atlas; the id buffer holds structure + 1, 0 is nothing
    anatomy::Kind kind = anatomy::Kind::bone;
    glm::mat4 transform{1.0f};          ///< mesh or shape space to world
    std::shared_ptr<const Shape> shape; ///< null: the mesh as it is in the file
    glm::vec3 colour{1.0f};             ///< linear, times the vertex colour
    float opacity = 1.0f;               ///< below 1 drawn order-independently transparent
    float highlight = 0.0f;             ///< 0..1 lesson highlight
    bool selected = false, hovered = false;
    bool ghost = false; ///< faint outline-like copy (the unlocked muscle)
    Colouring colouring = Colouring::tissue;
    bool casts_shadow = true;
    bool operator==(const Item&) const = default;
};

/// A polyline over the picture (lock marker, goniometer arc, force arrow). World space, metres; pixels at 96 dpi.
struct Line {
    std::vector<glm::vec3> points;
    glm::vec4 colour{1.0f}; ///< linear RGB, alpha
    float width_px = 2.0f;
    bool on_top = true;   ///< not hidden by what lies before it
    float head_px = 0.0f; ///< length of the filled arrow head at the last point; 0: none
    float halo_px = 0.0f; ///< a pale seam of this width round it, so that it reads on any ground
    bool operator==(const Line&) const = default;
};

/// A text tied to a point; the overlay places it beside with a leader line.
struct Label {
    glm::vec3 anchor{0.0f};
    std::string text;
    int structure = -1;
    bool explains = false; ///< says what the step is about: kept when there is no room for every name
    bool below = false;    ///< stands below its point rather than beside it, where a hand is
    bool operator==(const Label&) const = default;
};

struct Camera {
    glm::vec3 eye{0.0f, 1.0f, 3.0f}, target{0.0f, 0.8f, 0.0f}, up{0.0f, 1.0f, 0.0f};
    float field_of_view = 0.52f; ///< vertical, radians; in a picture narrower than 4:3 it widens
    bool orthographic = false;   ///< same picture height at the target
    glm::mat4 view() const;
    glm::mat4 projection(float aspect) const;
    bool operator==(const Camera&) const = default;
};

struct ClipPlane {
    bool on = false;
    glm::vec3 normal{1.0f, 0.0f, 0.0f};
    float offset = 0.0f; ///< keeps dot(normal, p) <= offset, world space
    bool operator==(const ClipPlane&) const = default;
};

struct Scene {
    std::vector<Item> items; ///< any order; the renderer sorts
    std::vector<Line> lines;
    std::vector<Label> labels;
    Camera camera;
    ClipPlane clip;
    glm::vec3 key_light{-0.45f, 0.8f, -0.35f}; ///< direction to the light, world space
    Style style = style_of(Look::plate);
    bool depth_of_field = false; ///< what is nearer or farther than the camera's target blurs
    float strain_range = 0.4f;   ///< strain at the top of the colour map
    bool strain_legend = false;
    bool operator==(const Scene&) const = default;
};

} // namespace scene
