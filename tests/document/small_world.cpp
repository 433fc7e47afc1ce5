#include "small_world.h"

#include "lesson/sample.h"

namespace test {

namespace {

anatomy::Structure structure(std::string id, std::string name, std::string latin, anatomy::Kind kind,
                             std::string layer) {
    anatomy::Structure made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.latin = std::move(latin);
    made.kind = kind;
    made.layer = std::move(layer);
    made.body = anatomy::Body::femur;
    return made;
}

anatomy::Atlas atlas() {
    anatomy::Atlas made;
    made.layers = {{"skin", "Skin", true, 1.0f},
                   {"muscles", "Muscles", true, 0.8f},
                   {"bones", "Bones", true, 1.0f},
                   {"room", "Room", true, 1.0f}};
    made.structures = {structure("femur", "Femur", "Os femoris", anatomy::Kind::bone, "bones"),
                       structure("biceps_femoris_long_head", "Biceps femoris, long head",
                                 "Caput longum musculi bicipitis femoris", anatomy::Kind::muscle, "muscles"),
                       structure("skin", "Skin", "Cutis", anatomy::Kind::skin, "skin"),
                       structure("couch", "Couch", "", anatomy::Kind::room, "room")};
    anatomy::Structure& biceps = made.structures[k_biceps];
    biceps.muscle = biceps.id;
    biceps.facts = {"Ischial tuberosity",
                    "Head of the fibula",
                    "Flexes the knee and extends the hip",
                    "Tibial part of the sciatic nerve",
                    "Perforating arteries",
                    "",
                    {"rajagopal"}};
    made.muscles.resize(1);
    made.muscles[0].id = made.muscles[0].structure = biceps.id;
    made.muscles[0].name = biceps.name;
    made.muscles[0].points = {{anatomy::Body::pelvis, {-0.07, -0.12, -0.10}},
                              {anatomy::Body::tibia, {-0.04, -0.06, -0.03}}};
    made.muscles[0].max_isometric_force = 1000.0;
    made.muscles[0].optimal_fibre_length = 0.10;
    made.muscles[0].tendon_slack_length = 0.33;
    made.knee_flexion = {base::Angle::degrees(0.0), base::Angle::degrees(140.0)};
    made.regions.resize(1);
    made.regions[0].id = "greater_trochanter";
    made.regions[0].name = "Greater trochanter";
    made.regions[0].structure = k_femur;
    made.regions[0].body = anatomy::Body::femur;
    made.regions[0].centre = {-0.06, -0.02, 0.0};
    made.regions[0].radius = 0.016;
    made.sources = {{"rajagopal", "Rajagopal A. et al. (2016), IEEE Trans Biomed Eng 63(10)", "MIT"}};
    made.joints.pelvis_rest = {0.0, 0.95, 0.05};
    made.joints.hip_parent.translation = {-0.077, -0.08, -0.05};
    made.joints.knee_parent.translation = {0.0, -0.41, 0.0};
    made.joints.knee_rotation_axes = {glm::dvec3(1, 0, 0), glm::dvec3(0, 1, 0), glm::dvec3(0, 0, 1)};
    for (anatomy::Spline* spline :
         {&made.joints.patella_rotation, &made.joints.patella_translation_x, &made.joints.patella_translation_y,
          &made.joints.drawn_patella_rotation, &made.joints.drawn_patella_x, &made.joints.drawn_patella_y})
        *spline = anatomy::Spline::through({0.0, 1.0, 2.0, 3.0}, {0.0, 0.0, 0.0, 0.0});
    return made;
}

mesh::Model model() {
    mesh::Model made;
    made.meshes.resize(2);
    made.meshes[0].id = "femur";
    made.meshes[0].positions = {{-0.10f, 0.45f, -0.03f}, {-0.05f, 0.88f, 0.03f}, {-0.08f, 0.6f, 0.0f}};
    made.meshes[0].indices = {0, 1, 2};
    made.meshes[1].id = "skin";
    made.meshes[1].positions = {{-0.17f, 0.0f, -0.10f}, {0.0f, 1.0f, 0.12f}, {-0.08f, 0.5f, 0.0f}};
    made.meshes[1].indices = {0, 1, 2};
    return made;
}

lesson::Step step(std::string id, std::string title, double start, std::string camera) {
    lesson::Step made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.start = base::Seconds(start);
    made.duration = base::Seconds(10.0);
    made.camera = std::move(camera);
    made.text = {"Why it works. The lock makes a false origin. Only the piece below it can give way.",
                 "Ask the class where the slack goes. Show the usual mistake.",
                 "You feel firm pressure. Say stop at any time."};
    made.layers = {{"skin", 0.25f}, {"muscles", 1.0f}, {"bones", 1.0f}, {"room", 1.0f}};
    made.sources = {"rajagopal"};
    return made;
}

lesson::Lesson lesson() {
    lesson::Lesson made;
    made.id = "small";
    made.title = "Hamstrings: soft tissue release";
    made.disclaimer = "For education. Not medical advice.";
    made.cameras = {{"side", "From the side", {-2.0f, 1.2f, 0.5f}, {-0.08f, 0.8f, 0.5f}, base::Angle::degrees(30.0)},
                    {"near", "Near", {-0.9f, 1.2f, 0.1f}, {-0.08f, 0.8f, 0.5f}, base::Angle::degrees(30.0)}};
    made.steps = {step("find", "Find the muscle", 0.0, "side"), step("lengthen", k_long_step_title, 10.0, "near"),
                  step("release", "Release", 20.0, "side")};
    made.steps[1].show_strain = true;
    motion::Pose straight, bent;
    bent.knee_flexion = base::Angle::degrees(90.0);
    made.keys = {{base::Seconds(0), straight},
                 {base::Seconds(10), straight},
                 {base::Seconds(20), bent},
                 {base::Seconds(30), bent}};
    lesson::LockSpan span{base::Seconds(11), base::Seconds(19), {}};
    span.lock.set_in = straight;
    made.locks = {span};
    return made;
}

} // namespace

scene::World small_world() {
    scene::World world;
    world.atlas = atlas();
    world.model = model();
    world.lesson = lesson();
    world.bounds = mesh::bounds(world.model);
    return world;
}

scene::Readout readout_at(const scene::World& world, base::Seconds at) {
    scene::Readout readout;
    readout.sample = lesson::sample(world.lesson, at);
    readout.tissue.muscles.resize(world.atlas.muscles.size());
    tissue::MuscleState& muscle = readout.tissue.muscles.front();
    muscle.length = 0.41;
    muscle.rest_length = 0.43;
    muscle.moment_arms[static_cast<std::size_t>(motion::index(motion::Coordinate::knee_flexion))] = 0.032;
    muscle.proximal_strain = 0.01;
    muscle.distal_strain = 0.123;
    muscle.lock_force = 42.0;
    muscle.locked = readout.sample.lock.has_value();
    if (muscle.locked) {
        readout.unlocked = tissue::MuscleState{};
        readout.lock_at = glm::vec3(-0.1f, 0.85f, 0.6f);
    }
    return readout;
}

} // namespace test
