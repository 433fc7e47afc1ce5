#pragma once
// cut_reading: what a section must say to be read: which way it is seen and how long a bar of its scale is.

#include "scene/scene.h"

#include <string>

namespace ui {

/// "Up: posterior. To the right: client's right", of the trunk and thighs of a client who lies prone; empty where an
/// edge of the picture looks between two sides of the body.
std::string sides_of_picture(const scene::Camera& camera);

struct ScaleBar {
    float length = 0.0f; ///< window units
    std::string text;    ///< "5 cm"
};

/// The longest bar of 1, 2 or 5 times a power of ten millimetres, up to 20 cm, that is at most so long, in window
/// units; none (0) where not even 1 mm has room.
ScaleBar scale_bar(float units_a_metre, float most);

} // namespace ui
