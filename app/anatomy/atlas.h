#pragma once
// Atlas: everything the program knows about the leg, read once from assets/anatomy and never changed.
// Coordinates are glTF axes (metres, +Y superior, +Z anterior, -X the subject's right) in the frame of the named body.

#include "anatomy/body.h"
#include "anatomy/physique.h"
#include "anatomy/under_skin.h"
#include "base/angle.h"

#include <array>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anatomy {

/// What a structure is made of; decides its shading. muscle to vessel: soft structures that lie between bone and skin.
enum class Kind { bone, footprint, muscle, tendon, fascia, nerve, vessel, zone, skin, person, room, hand, cloth };
inline constexpr int k_kind_count = 13;
inline constexpr std::array<std::string_view, k_kind_count> k_kind_names = {
    "bone", "footprint", "muscle", "tendon", "fascia", "nerve", "vessel",
    "zone", "skin",      "person", "room",   "hand",   "cloth"};

/// How the vertices of a structure follow the movement.
enum class Follow {
    rigid,  ///< one body carries it
    strand, ///< it rides on its muscle path (long muscles that cross the knee)
    blend   ///< JOINTS_0 / WEIGHTS_0 of the mesh blend the bodies
};
inline constexpr std::array<std::string_view, 3> k_follow_names = {"rigid", "strand", "blend"};

/// The fact card of a structure in the words students know. Every text is the project's own; sources are ids.
struct Facts {
    std::string origin, insertion, action, nerve, blood_supply, note;
    std::vector<std::string> sources;
};

/// One named thing in the model. `id` is also the node name in leg.glb.
struct Structure {
    std::string id;    ///< e.g. "biceps_femoris_long_head"
    std::string name;  ///< English, e.g. "Biceps femoris, long head"
    std::string latin; ///< Terminologia Anatomica
    Kind kind = Kind::bone;
    std::string layer;        ///< id of the layer that shows and hides it
    Body body = Body::pelvis; ///< the carrying body for Follow::rigid
    Follow follow = Follow::rigid;
    std::string muscle;               ///< id of the MusclePath it rides on, for Follow::strand
    glm::vec3 colour{0.8f};           ///< linear RGB base colour
    float opacity = 1.0f;             ///< times its layer's: a sheet that is translucent by nature has less than 1
    bool veil = false;                ///< a sheet over the rest of its layer: fades before that does
    std::string owner;                ///< of a footprint: id of the muscle (structure) that is attached there
    std::vector<std::string> regions; ///< of a zone: ids of the regions over which it marks the skin
    glm::dvec3 anchor{0.0}; ///< origin of a hand's own frame in the model, metres; see assets/anatomy/structures.toml
    Facts facts;
};

/// A group of structures shown and hidden together, listed from the outside inwards.
struct Layer {
    std::string id, name;
    bool shown = true;    ///< at first start, before a lesson says otherwise
    float opacity = 1.0f; ///< 0..1 at first start
};

/// One term of a coupled joint: value = f(coordinate).
struct Polynomial {
    std::vector<double> coefficients; ///< highest power first; radians in, metres or radians out
    double operator()(double x) const;
};

/// Cubic through measured nodes (end conditions of Forsythe, Malcolm & Moler 1977, as in OpenSim's SimmSpline); linear
/// outside them.
struct Spline {
    std::vector<double> x, y, second; ///< nodes (radians in), values, second derivatives
    double operator()(double at) const;
    /// Fits the second derivatives. Needs at least 4 increasing nodes.
    static Spline through(std::vector<double> x, std::vector<double> y);
};

/// A fixed transform from a joint frame to its body. The frame's own axes are those of the source (x anterior, y
/// superior, z to the right, then turned as published), so that joint axes and functions stand as published.
struct JointFrame {
    Body body = Body::pelvis;
    glm::dvec3 translation{0.0};
    glm::dquat rotation{1.0, 0.0, 0.0, 0.0};
};

/// The joints of the leg (Rajagopal 2016 as modified by Lai 2017 and Uhlrich 2022, see assets/anatomy/sources.toml).
/// Bodies are in glTF axes; rotation and translation axes, and the patella's table, in those of their joint frame.
struct Joints {
    JointFrame hip_parent, hip_child;
    JointFrame knee_parent, knee_child;
    std::array<glm::dvec3, 3> knee_rotation_axes{}; ///< flexion, then the two coupled rotations
    std::array<Polynomial, 2> knee_rotations;       ///< of the coupled axes, from flexion
    std::array<glm::dvec3, 3> knee_translation_axes{};
    std::array<Polynomial, 3> knee_translations;
    JointFrame patella_parent, patella_child;
    Spline patella_rotation, patella_translation_x, patella_translation_y; ///< of knee flexion, axes as in the source
    double patella_translation_z = 0.0;
    /// What the drawn patella does beyond the published one, which belongs to other bones: added to its rotation and
    /// translations. Muscle paths keep to the published one.
    Spline drawn_patella_rotation, drawn_patella_x, drawn_patella_y;
    double drawn_patella_forward = 0.0; ///< along x, metres a radian that the tibia turns to either side
    JointFrame ankle_parent, ankle_child;
    /// From the published axis of the ankle to the one that the drawn foot turns about, metres in the joint's frame.
    /// Muscle paths keep to the published one.
    glm::dvec3 drawn_ankle_shift{0.0};
    JointFrame subtalar_parent, subtalar_child;
    JointFrame toes_parent, toes_child;
    glm::dvec3 pelvis_rest{0.0}; ///< pelvis origin in the standing model, metres (feet on y = 0)
};

/// Range of one free coordinate of the pose.
struct Range {
    base::Angle low, high;
};

struct PathPoint {
    Body body = Body::pelvis;
    glm::dvec3 position{0.0};
};

/// A cylinder that a path must go round. Axis = local z of `rotation`.
struct WrapCylinder {
    std::string id;
    Body body = Body::pelvis;
    glm::dvec3 centre{0.0};
    glm::dquat rotation{1.0, 0.0, 0.0, 0.0};
    double radius = 0.0, length = 0.0;
    char side = 0;     ///< 0: nearer side; 'x' or 'y': must pass on the +local axis ...
    int side_sign = 0; ///< ... or -1 for the negative one
};

/// The line of action of one muscle (one compartment of a broad one) and its Hill parameters.
struct MusclePath {
    std::string id;        ///< its structure's, with "/" and a number for a part of a broad one ("gluteus_maximus/1")
    std::string structure; ///< structure id; empty for a path without a sculpted muscle
    std::string name;      ///< to be read: the structure's name, with the part of a broad one
    std::vector<PathPoint> points;   ///< origin first
    std::vector<int> wraps;          ///< indices into Atlas::wraps
    double max_isometric_force = 0;  ///< N
    double optimal_fibre_length = 0; ///< m
    double tendon_slack_length = 0;  ///< m
    base::Angle pennation;           ///< at optimal fibre length
    double passive_strain_zero = 0;  ///< fibre strain at which passive force begins
    double passive_strain_one = 0.7; ///< fibre strain at which it reaches max_isometric_force
    std::vector<std::string> sources;
};

/// Where an anatomical or clinical statement comes from.
struct Source {
    std::string id, citation, licence;
};

/// A point or patch therapists must know: landmarks, no-lock zones. Spheres in the frame of a body, moving with it.
struct Region {
    std::string id, name;
    std::string latin; ///< Terminologia Anatomica; may be empty for a zone
    Body body = Body::femur;
    std::optional<int> structure; ///< index of the bone that a landmark lies on; nullopt for a zone in the flesh
    glm::dvec3 centre{0.0};
    double radius = 0.0;
    bool no_lock = false; ///< a zone the lock must keep out of
    std::string note;
    std::vector<std::string> sources;
};

/// Two bones that meet: a joint, or one of the places where its bones touch.
struct Articulation {
    std::string id, name, latin;
    std::array<int, 2> bones{}; ///< indices of structures
    std::optional<int> region;  ///< index of the landmark where to look, when the two bones meet at several places
    double reach = 0.0;         ///< metres round that landmark
    std::vector<std::string> sources;
};

/// What a muscle of the default body should hold.
struct PublishedVolume {
    int structure = 0;   ///< index of the structure
    double volume = 0.0; ///< cubic metres
    std::vector<std::string> sources;
};

enum class End { origin, insertion };
inline constexpr std::array<std::string_view, 2> k_end_names = {"origin", "insertion"};

/// What of a surface lies near a line: the points within the half width of it. One point makes a disc.
struct Strip {
    std::vector<glm::dvec3> points;  ///< metres in the standing model
    std::vector<double> half_widths; ///< metres, one a point; linear between them
};

/// An area of a surface in the model, shown as a structure of its own that lies on it: where a muscle is attached to a
/// bone (Kind::footprint), or a region of the skin (Kind::zone).
struct Patch {
    std::string structure; ///< id of the structure that it is
    std::string on;        ///< id of the structure on whose surface it lies
    std::vector<Strip> strips;
    /// Only where the surface looks this way; zero: everywhere. Keeps a patch on its own side of a thin bone.
    glm::dvec3 facing{0.0};
    std::string muscle; ///< of a footprint: id of the muscle's structure
    End end = End::origin;
};

struct Atlas {
    std::vector<Structure> structures;
    std::vector<Layer> layers;
    std::vector<MusclePath> muscles;
    std::vector<WrapCylinder> wraps;
    std::vector<Region> regions;
    std::vector<Articulation> articulations;
    std::vector<PublishedVolume> volumes;
    std::vector<Patch> patches;
    std::vector<Source> sources;
    Joints joints;
    DrawnBody drawn;
    UnderSkin under_skin;
    Range hip_flexion, hip_adduction, hip_rotation, knee_flexion, tibial_rotation, ankle_dorsiflexion, toe_extension;

    /// Index of the structure, muscle path, layer or region with this id; nullopt when there is none.
    std::optional<int> find_structure(std::string_view id) const;
    std::optional<int> find_region(std::string_view id) const;
    std::optional<int> find_muscle(std::string_view id) const;
    std::optional<int> find_layer(std::string_view id) const;
};

} // namespace anatomy
