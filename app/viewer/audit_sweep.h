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
    /// Of a sweep: the places at which the lower leg is in the hand's way before the knee is bent as far as it goes.
    std::vector<std::string> crowded;
};

/// The knee from straight to 135 degrees, at every lock of two hamstrings, with every grip, each set with the knee bent
/// to 120 degrees or as far as the lower leg leaves room for the hand. Poses in which it leaves none are not measured.
void sweep_locks(Audit& audit, mesh::Detail detail);

} // namespace viewer
