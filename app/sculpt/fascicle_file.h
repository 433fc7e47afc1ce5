#pragma once
// fascicle_file: reads architecture, tendon, aponeuroses and raphes of one structure of a shape file.

#include "files/toml_reader.h"
#include "sculpt/fascicles.h"

namespace sculpt {

/// Reads the keys architecture, pennation_deg, fibre_side, tendon and the tables aponeurosis and raphe; what is
/// wrong becomes a diagnostic of the section.
FascicleSpec read_fascicles(files::Section& structure);

} // namespace sculpt
