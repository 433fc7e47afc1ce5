#pragma once
// Process: how long this process has run and how much memory it took, as the system counts.

namespace viewer {

/// Milliseconds since the process was started, to the system's tick (10 ms); 0 where it cannot be told.
double process_age_ms();
/// The most resident memory so far, megabytes (10^6).
double peak_memory_mb();

} // namespace viewer
