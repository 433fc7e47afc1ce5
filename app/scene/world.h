#pragma once
// World: everything that was loaded and stays the same while the program runs.

#include "anatomy/atlas.h"
#include "lesson/lesson.h"
#include "mesh/detail.h"
#include "mesh/mesh.h"
#include "scene/hand_print.h"
#include "tissue/flesh.h"
#include "tissue/volume.h"

#include <optional>
#include <vector>

namespace scene {

/// What follows what, resolved once from atlas and model.
struct Part {
    int structure = -1;                 ///< index into the atlas, -1 for a node the atlas does not know
    int strand = -1;                    ///< index into World::strands for Follow::strand
    int print = -1;                     ///< index into World::prints for a hand
    std::optional<tissue::Belly> belly; ///< of a muscle
};

struct World {
    anatomy::Atlas atlas;
    mesh::Model model; ///< without the correction shapes of what rides on a strand: its binding has them
    lesson::Lesson lesson;
    std::vector<Part> parts; ///< one for each mesh of the model
    std::vector<tissue::StrandBinding> strands;
    std::vector<HandPrint> prints;
    mesh::Bounds bounds; ///< of the leg in the standing model
};

/// Joins atlas, model and lesson; `detail` is the model's.
World make_world(anatomy::Atlas atlas, mesh::Model model, lesson::Lesson lesson,
                 mesh::Detail detail = mesh::Detail::full);

} // namespace scene
