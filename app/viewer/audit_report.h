#pragma once
// AuditReport: keeps the worst of every measure and prints it as a table with the limits.

#include "mesh/detail.h"
#include "scene/audit.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace viewer {

/// When something was measured: "12.50 s" of a lesson, or the lock that was tried.
struct Moment {
    std::string when;
    base::Angle knee;
};

class AuditReport {
public:
    /// `detail` of the model: the surfaces of a lower level stray from their shapes.
    AuditReport(const anatomy::Atlas& atlas, mesh::Detail detail) : atlas_(atlas), detail_(detail) {}
    void add(const scene::Measures& measures, const Moment& moment);
    void add(const scene::Steps& steps, const Moment& moment);
    /// What another one has kept.
    void add(const AuditReport& other);
    /// Prints the table; whether everything is within its limit.
    bool print() const;

private:
    struct Worst {
        scene::Finding finding;
        Moment moment;
    };
    using ByStructures = std::map<std::pair<int, int>, Worst>;
    static void keep(ByStructures& all, const scene::Finding& finding, const Moment& moment);
    std::string name(int structure) const;
    void print_row(const std::string& measure, const std::string& value, const std::string& limit, bool within,
                   const Worst& worst) const;
    bool print_volumes() const;
    bool print_all(const std::string& measure, const ByStructures& all, double limit_mm) const;

    const anatomy::Atlas& atlas_;
    mesh::Detail detail_;
    ByStructures least_volumes_, most_volumes_; ///< least: with the sign turned
    ByStructures entries_, outside_, locking_, holding_, gliding_, steps_, jumps_;
};

} // namespace viewer
