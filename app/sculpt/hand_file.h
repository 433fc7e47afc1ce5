#pragma once
// hand_file: reads [hand] and [structure.hand] of a shape file. Only for the files of this folder that read TOML.

#include "files/toml_reader.h"
#include "sculpt/hand.h"

namespace sculpt {

/// The root table `hand`: sizes and parts of a right hand.
HandModel read_hand_model(files::Section& hand);
/// [structure.hand]: one pose.
HandPose read_hand_pose(files::Section& pose);

} // namespace sculpt
