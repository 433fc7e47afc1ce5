#pragma once
// borrow_file: reads [[structure.borrow]]. Only for the files of this folder that read TOML.

#include "files/toml_reader.h"
#include "sculpt/borrow.h"

#include <vector>

namespace sculpt {

/// Every [[structure.borrow]], in order:
///     of = "skin"                  # id of the structure whose form is taken
///     mirror = true                # default false
///     offset_mm = 5                # default 0; outward
///     blend_mm = 10                # default 0
///     [structure.borrow.bend]      # default none
///     center_mm = [79, 75, -20]    # of the joint, in the bent form
///     axis = [1, 0, 0]
///     angle_deg = 32
///     beyond = [0, -1, 0]          # toward what is turned
///     over_mm = 60                 # width in which the turn grows
std::vector<Loan> read_loans(files::Section& structure);

} // namespace sculpt
