#pragma once
// driver_threads: where a software renderer's own threads run.

namespace platform {

/// Gives each thread with which Mesa's llvmpipe draws a core of its own, where it has as many of them as this process
/// has cores; elsewhere, and with every other driver, nothing happens. Left to Linux, two often take turns on one core
/// for tens of milliseconds while the other idles, because they are always woken together. To be called when a
/// context has been made: its threads are there then.
void spread_driver_threads();

} // namespace platform
