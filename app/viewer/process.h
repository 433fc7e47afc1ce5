#pragma once
// Process: how long this process has run and how much memory it took, as the system counts; and taking less of it.

namespace viewer {

/// Milliseconds since the process was started, to the system's tick (10 ms); 0 where it cannot be told.
double process_age_ms();
/// The most resident memory so far, megabytes (10^6).
double peak_memory_mb();
/// All threads share one heap, as long as none is started before: what one lets go of serves the others. What is very
/// large lies outside it and goes back to the system at once; of the rest up to 64 MB are kept for the next picture.
void share_heap();
/// Gives back to the system what was needed only to load or compile something.
void trim_heap();

} // namespace viewer
