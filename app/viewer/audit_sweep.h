#pragma once
// audit_sweep: what audits work with, and the sweep over every lock and grip.

#include "viewer/audit_report.h"

#include <chrono>
#include <string>
#include <vector>

namespace viewer {

/// What an audit works with, and how long the measuring took.
struct Audit {
    Audit(const scene::World& world, mesh::Detail detail);

    void measure(const scene::Scene& scene, const Moment& moment);

    const scene::World& world;
    scene::Auditor auditor;
    scene::Builder builder;
    scene::ViewOptions options;
    AuditReport report;
    std::chrono::duration<double> spent{0};
    int measured = 0;
    std::vector<std::string> left_out; ///< poses of a sweep that were not measured, and why
};

/// The knee from straight to 135 degrees, at every lock of two hamstrings, with every grip, each set with the knee bent
/// to 120 degrees or as far as the lower leg leaves room for the hand. Poses in which it leaves none, and places where
/// no hand shall press, are not measured.
void sweep_locks(Audit& audit, mesh::Detail detail);

} // namespace viewer
