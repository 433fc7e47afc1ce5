#pragma once
// The smallest atlas and lesson that are right, as text, to be broken in one place at a time.

#include "anatomy/physique.h"
#include "anatomy/under_skin.h"
#include "samples.h"

#include <map>
#include <stdexcept>
#include <string>

namespace samples {

/// `text` with its first `from` replaced. Throws when it is not there: a test of nothing must not pass.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("the sample does not contain: " + from);
    return text.replace(at, from.size(), to);
}

inline std::string joint(const std::string& name, const std::string& parent, const std::string& child) {
    return "[" + name + "]\nparent = '" + parent + "'\nparent_translation_mm = [0, -400, 0]\n" +
           "parent_rotation = [1, 0, 0, 0]\nchild = '" + child + "'\nchild_translation_mm = [0, 0, 0]\n" +
           "child_rotation = [1, 0, 0, 0]\n";
}

inline std::map<std::string, std::string> small_atlas() {
    std::map<std::string, std::string> files;
    files["sources.toml"] = "format = 1\n[[source]]\nid = 'book'\ncitation = 'A book'\nlicence = 'none stated'\n";
    files["structures.toml"] = R"(format = 1
[[layer]]
id = "hamstrings"
name = "Hamstrings"
[[layer]]
id = "bones"
name = "Bones"
shown = false
[[layer]]
id = "footprints"
name = "Attachments"
[[structure]]
id = "femur"
name = "Femur"
kind = "bone"
layer = "bones"
follow = "rigid"
body = "femur"
colour = [0.8, 0.7, 0.6]
[structure.facts]
note = "The longest bone."
sources = ["book"]
[[structure]]
id = "biceps"
name = "Biceps femoris"
kind = "muscle"
layer = "hamstrings"
follow = "strand"
muscle = "biceps"
colour = [0.4, 0.1, 0.1]
[[structure]]
id = "hand_right_palm"
name = "Right palm"
kind = "hand"
layer = "bones"
follow = "rigid"
body = "pelvis"
colour = [0.5, 0.5, 0.5]
anchor_mm = [-550, 1200, -300]
[[structure]]
id = "tibia"
name = "Tibia"
kind = "bone"
layer = "bones"
follow = "rigid"
body = "tibia"
colour = [0.8, 0.7, 0.6]
)";
    files["joints.toml"] = "format = 1\npelvis_rest_mm = [0, 950, 50]\nsources = ['book']\n" +
                           joint("hip", "pelvis", "femur") + joint("knee", "femur", "tibia") + R"(
rotation_axes = [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
rotation_polynomials_rad = [[0], [0]]
translation_axes = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
translation_polynomials_m_per_rad = [[0], [0], [0]]
)" + joint("patella", "femur", "patella") +
                           R"(
nodes_deg = [0, 40, 80, 120]
rotation_deg = [0, -20, -60, -100]
translation_x_mm = [50, 30, 0, -20]
translation_y_mm = [-10, -30, -40, -20]
translation_z_mm = 0
[drawn_patella]
nodes_deg = [0, 50, 90, 130]
rotation_deg = [0, 1, 2, 3]
translation_x_mm = [0, 1, 2, 3]
translation_y_mm = [0, -1, -2, -3]
forward_mm_per_tibial_rotation_deg = 0.1
)" + joint("ankle", "tibia", "talus") +
                           R"(
[drawn_ankle]
axis_shift_mm = [-10, 2, 0]
)" + joint("subtalar", "talus", "calcaneus") +
                           joint("toes", "calcaneus", "toes") + R"(
[range]
hip_flexion_deg = [-30, 120]
hip_adduction_deg = [-50, 30]
hip_rotation_deg = [-40, 40]
knee_flexion_deg = [0, 140]
tibial_rotation_deg = [-20, 20]
ankle_dorsiflexion_deg = [-50, 50]
toe_extension_deg = [-30, 45]
)";
    files["muscles.toml"] = R"(format = 1
[[wrap]]
id = "condyle"
body = "tibia"
centre_mm = [0, 200, 0]
rotation = [1, 0, 0, 0]
radius_mm = 20
length_mm = 100
side = "+y"
[[muscle]]
id = "biceps"
structure = "biceps"
max_isometric_force_n = 1000
optimal_fibre_length_mm = 100
tendon_slack_length_mm = 330
pennation_deg = 10
passive_strain_zero = 0.1
passive_strain_one = 0.7
sources = ["book"]
[[muscle.point]]
body = "pelvis"
position_mm = [0, -450, -50]
[[muscle.point]]
body = "tibia"
position_mm = [0, -50, -40]
)";
    files["regions.toml"] = R"(format = 1
[[region]]
id = "fossa"
name = "Hollow of the knee"
body = "femur"
centre_mm = [0, -360, -40]
radius_mm = 40
no_lock = true
sources = ["book"]
[[region]]
id = "shaft"
name = "Middle of the shaft"
latin = "Corpus"
structure = "femur"
body = "femur"
centre_mm = [0, -200, 0]
radius_mm = 10
sources = ["book"]
[[articulation]]
id = "knee"
name = "Knee joint"
latin = "Articulatio genus"
bones = ["femur", "tibia"]
region = "shaft"
reach_mm = 30
sources = ["book"]
)";
    files["volumes.toml"] = R"(format = 1
[[volume]]
structure = "biceps"
volume_cm3 = 200
sources = ["book"]
)";
    std::string& drawn = files["drawn_body.toml"] = "format = 1\n";
    for (int i = 0; i < anatomy::k_drawn_measure_count; ++i)
        drawn += "[" + std::string(anatomy::k_measure_names[static_cast<std::size_t>(i)]) +
                 "]\nmm = 400\nsources = ['book']\n";
    drawn += R"([[station]]
girth = "thigh_girth"
height_mm = 800
fat_share = { front = 1, outer = 0.5, back = 1, inner = 0 }
)";
    std::string& skin = files["under_skin.toml"] = "format = 1\nnote = 'Little is known.'\nsources = ['book']\n";
    for (const std::string_view kind : anatomy::k_effect_names)
        skin += "[[effect]]\nkind = '" + std::string(kind) +
                "'\nname = 'n'\nchange = 'from, to'\nclaim = 'c'\nknown = 'k'\ndoubt = 'd'\nevidence = 'one_case'\n"
                "sources = ['book']\n";
    files["footprints.toml"] = R"(format = 1
[[footprint]]
muscle = "biceps"
end = "origin"
bone = "femur"
place = "Back of the bone"
facing = [0, 0, -2]
sources = ["book"]
[[footprint.strip]]
points_mm = [[0, 800, -20, 5], [0, 780, -20, 4]]
)";
    return files;
}

inline std::string small_lesson() {
    return R"(format = 1
id = "small"
title = "A small lesson"
audiences = ["student"]
sources = ["book"]
disclaimer = "For tests."
[[camera]]
id = "room"
name = "Room"
eye_mm = [0, 2000, 0]
target_mm = [0, 800, 500]
[[step]]
id = "bend"
title = "Bend"
duration_s = 4
camera = "room"
highlight = ["biceps"]
sources = ["book"]
[step.text]
student = "s"
instructor = "i"
client = "c"
[step.layers]
bones = 0.5
[[step.pose]]
at_s = 1
knee_flexion_deg = 0
[[step.pose]]
at_s = 3
knee_flexion_deg = 120
[step.lock]
muscle = "biceps"
position = 0.3
grip = "palm"
pressure_n = 60
at_s = 3.5
[[step.hand]]
hand = "right"
shape = "hand_right_palm"
place = "muscle"
muscle = "biceps"
position = 0.2
to_s = 3
[[step.hand]]
hand = "right"
shape = "hand_right_palm"
place = "lock"
from_s = 3.5
[[step]]
id = "stretch"
title = "Stretch"
duration_s = 5
camera = "room"
release_lock_at_s = 4
[step.text]
student = "s"
instructor = "i"
client = "c"
[[step.pose]]
at_s = 3
knee_flexion_deg = 0
[[step.hand]]
hand = "right"
shape = "hand_right_palm"
place = "lock"
to_s = 4
)";
}

inline void write_atlas(const Folder& folder, const std::map<std::string, std::string>& files) {
    for (const auto& [name, text] : files) folder.file(name, text);
}

} // namespace samples
