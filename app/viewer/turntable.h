#pragma once
// Turntable: a model alone, solid and turned round, drawn as any viewer would; what `tests/bench/compare` compares.

#include "viewer/bench_report.h"
#include "viewer/command_line.h"

namespace viewer {

/// Throws base::Failure.
TurntableReport turntable(const BenchCommand& command);

} // namespace viewer
