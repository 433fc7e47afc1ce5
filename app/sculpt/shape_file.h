#pragma once
// shape_file: reads the shape programs of assets/anatomy/shapes.

#include "anatomy/atlas.h"
#include "base/diagnostics.h"
#include "sculpt/borrow.h"
#include "sculpt/carry.h"
#include "sculpt/fascicles.h"
#include "sculpt/hull.h"
#include "sculpt/program.h"

#include <filesystem>
#include <glm/vec2.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sculpt {

/// A colour of its own for what lies beyond a plane (a sleeve) or inside an ellipsoid (a nail). In a shape file:
///     [[structure.paint]]
///     colour = [r, g, b]           # linear RGB
///     from_mm = [x, y, z]          # either a point of the plane
///     toward = [x, y, z]           # and the side that is painted
///     center_mm = [x, y, z]        # or an ellipsoid, with the keys of the solid of that kind
///     radii_mm = [a, b, c]
///     rotate_deg = [x, y, z]       # default [0, 0, 0]
///     soft_mm = 2.0                # the border melts over this width; default 0 = sharp
///     share = 0.5                  # how much of the colour beneath is covered; default 1
struct Paint {
    glm::vec3 from{0.0f}, toward{0.0f, 1.0f, 0.0f}; ///< mm, unit direction; where there is no solid
    Solid inside;                                   ///< null: beyond the plane
    glm::vec3 colour{0.8f};                         ///< linear RGB before occlusion
    float soft = 0.0f, share = 1.0f;                ///< mm, 0..1
    float reach = 0.0f;                             ///< mm by which more is painted than the solid holds
};

/// One structure to be made. `smooth_passes` in its file wears down what is finer than its voxels (Program::worn()):
/// where many thin solids are blended they leave steps and slits.
struct Shape {
    std::string id;
    std::string written; ///< the structure as its file has it: two that are written alike come out alike
    anatomy::Kind kind = anatomy::Kind::bone;
    float voxel = 1.0f;       ///< mm
    int triangles = 1000;     ///< budget after simplification
    glm::vec3 colour{0.8f};   ///< linear RGB before occlusion
    std::vector<Paint> paint; ///< later ones over earlier ones
    std::string mirror_of;    ///< id of the structure this one is the mirror image of; empty: see program
    std::vector<Step> steps;
    HullSpec hull;           ///< where it covers something, the hull is the first solid
    std::vector<Loan> loans; ///< solids after the hull and before the steps
    Program program;         ///< of the steps; empty for mirror images, and for hulls and borrowers until finish()
    Carry carry;
    bool firm = false;      ///< a thin muscle that would be squeezed to nothing: its neighbours give way to it
    FascicleSpec fascicles; ///< of muscles, tendons and fasciae
};

/// Linear RGB of a kind, until colour_as_in gives a structure its own.
glm::vec3 usual_colour(anatomy::Kind kind);

/// Gives every shape the colour that the atlas has for its structure; a shape that the atlas does not know keeps its
/// own.
void colour_as_in(const anatomy::Atlas& atlas, std::vector<Shape>& shapes);

/// Reads one file. `usual` is the kind of structures that do not name theirs.
base::Loaded<std::vector<Shape>> load_shapes(const std::filesystem::path& file, anatomy::Kind usual);
/// The same from text; `name` stands for the file in diagnostics.
base::Loaded<std::vector<Shape>> shapes_from_text(std::string_view text, const std::string& name, anatomy::Kind usual);

/// Every shape file of the folder in alphabetical order (bones*, fascia*, muscles*, nerves*, people*, skin*,
/// vessels*), with checks across files: ids are unique, mirrored and covered structures exist.
base::Loaded<std::vector<Shape>> load_shape_folder(const std::filesystem::path& folder);

} // namespace sculpt
