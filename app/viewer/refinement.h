#pragma once
// Refinement: how long a picture must stand until it is shown at full quality, as in the window.

#include "viewer/bench_report.h"
#include "viewer/command_line.h"

namespace viewer {

/// Throws base::Failure.
RefinementReport refinement(const BenchCommand& command);

} // namespace viewer
