#pragma once
// The commands of the program. Each returns its exit code: 0 done, 1 failed. Failures it cannot mend are thrown, and
// Interrupted when the user stopped it.

#include "viewer/command_line.h"

namespace viewer {

/// Opens the window; without a display renders the lesson into out/ instead and says so.
int run(const ViewCommand& command);
int run(const RenderCommand& command);
int run(const CheckCommand& command);
int run(const ListCommand& command);
int run(const CurvesCommand& command);
/// 1 also when a limit is passed.
int run(const AuditCommand& command);
/// Frame times at each level of quality, memory, start.
int run(const BenchCommand& command);
int run(const PrintCommand& command);

} // namespace viewer
