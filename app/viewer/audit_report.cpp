#include "viewer/audit_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace viewer {

namespace {

constexpr double k_mm = 1e3, k_percent = 1e2;
constexpr double k_most_volume = 0.03;
constexpr double k_most_entry_mm = 1.0;
// No muscle leaves the skin; a tenth of a millimetre is a fifth of a pixel of the closest camera at 1080 lines, and
// cannot be seen. In lower levels of detail both surfaces stray from their shapes besides (sculpt/leg.cpp).
constexpr std::array<double, mesh::k_detail_count> k_most_outside_mm = {0.1, 1.3, 4.1, 8.1};
constexpr double k_most_gap_mm = 2.0;
// A calm treatment: nothing of the client or the therapist moves faster than 1 m/s (25 frames a second).
constexpr double k_most_step_mm = 40.0;
// The quickest change of speed there is: 0.125 m/s within a frame, when a hand comes onto the skin or leaves it. A tear
// shows as more.
constexpr double k_most_jump_mm = 5.0;
constexpr std::size_t k_most_rows = 60; // of one measure, the worst first

} // namespace

void AuditReport::keep(ByStructures& all, const scene::Finding& finding, const Moment& moment) {
    const auto [place, made] = all.try_emplace({finding.structure, finding.other}, Worst{finding, moment});
    if (!made && std::abs(finding.amount) > std::abs(place->second.finding.amount)) place->second = {finding, moment};
}

void AuditReport::add(const scene::Measures& measures, const Moment& moment) {
    for (const scene::Finding& volume : measures.volumes)
        keep(volume.amount < 0.0 ? least_volumes_ : most_volumes_, volume, moment);
    for (const scene::Finding& entry : measures.entries) keep(entries_, entry, moment);
    for (const scene::Finding& outside : measures.outside) keep(outside_, outside, moment);
    if (measures.locking_hand) keep(locking_, *measures.locking_hand, moment);
    if (measures.holding_hand) keep(holding_, *measures.holding_hand, moment);
    if (measures.gliding_hand) keep(gliding_, *measures.gliding_hand, moment);
}

void AuditReport::add(const scene::Steps& steps, const Moment& moment) {
    if (steps.step.structure >= 0) keep(steps_, steps.step, moment);
    if (steps.jump.structure >= 0) keep(jumps_, steps.jump, moment);
}

void AuditReport::add(const AuditReport& other) {
    for (ByStructures AuditReport::*const measure :
         {&AuditReport::least_volumes_, &AuditReport::most_volumes_, &AuditReport::entries_, &AuditReport::outside_,
          &AuditReport::locking_, &AuditReport::holding_, &AuditReport::gliding_, &AuditReport::steps_,
          &AuditReport::jumps_})
        for (const auto& [structures, worst] : other.*measure) keep(this->*measure, worst.finding, worst.moment);
}

std::string AuditReport::name(int structure) const {
    return structure < 0 ? "" : atlas_.structures[static_cast<std::size_t>(structure)].id;
}

void AuditReport::print_row(const std::string& measure, const std::string& value, const std::string& limit, bool within,
                            const Worst& worst) const {
    const glm::vec3 at = worst.finding.at * static_cast<float>(k_mm);
    const std::string place = at == glm::vec3(0.0f) ? "" : fmt::format("{:5.0f} {:5.0f} {:5.0f}", at.x, at.y, at.z);
    fmt::print("{:20} {:>16} {:>9} {:6} {:28} {:20} {:17}  {:>5.1f}  {}\n", measure, value, limit,
               within ? "" : "BEYOND", name(worst.finding.structure), name(worst.finding.other), place,
               worst.moment.knee.degrees(), worst.moment.when);
}

bool AuditReport::print_volumes() const {
    bool all_within = true;
    for (std::size_t i = 0; i < atlas_.structures.size(); ++i) {
        const std::pair<int, int> key(static_cast<int>(i), -1);
        const auto least = least_volumes_.find(key), most = most_volumes_.find(key);
        const bool has_least = least != least_volumes_.end(), has_most = most != most_volumes_.end();
        if (!has_least && !has_most) continue;
        const double low = has_least ? least->second.finding.amount : 0.0;
        const double high = has_most ? most->second.finding.amount : 0.0;
        const bool within = std::max(-low, high) <= k_most_volume;
        all_within = all_within && within;
        print_row("volume", fmt::format("{:+.2f} .. {:+.2f} %", low * k_percent, high * k_percent),
                  fmt::format("{:.0f} %", k_most_volume * k_percent), within,
                  has_least && (!has_most || -low > high) ? least->second : most->second);
    }
    return all_within;
}

bool AuditReport::print_all(const std::string& measure, const ByStructures& all, double limit_mm) const {
    std::vector<const Worst*> sorted;
    for (const auto& [structures, worst] : all) sorted.push_back(&worst);
    std::ranges::stable_sort(sorted, std::greater{}, [](const Worst* w) { return std::abs(w->finding.amount); });
    if (sorted.empty()) fmt::print("{:20} {:>16}\n", measure, "none");
    bool all_within = true;
    std::size_t rows = 0;
    for (const Worst* worst : sorted) {
        const bool within = std::abs(worst->finding.amount) * k_mm <= limit_mm;
        all_within = all_within && within;
        // of what is within its limit the worst is enough
        if ((within && rows > 0) || rows == k_most_rows) break;
        print_row(measure, fmt::format("{:.2f} mm", worst->finding.amount * k_mm), fmt::format("{:.1f} mm", limit_mm),
                  within, *worst);
        ++rows;
    }
    if (sorted.size() > rows && !all_within) fmt::print("{:20} {:>16} {} more\n", measure, "and", sorted.size() - rows);
    return all_within;
}

bool AuditReport::print() const {
    fmt::print("{:20} {:>16} {:>9} {:6} {:28} {:20} {:>17}  {:>5}  {}\n", "measure", "worst", "limit", "", "structure",
               "in or on", "rests at (mm)", "knee", "when");
    bool within = print_volumes();
    within = print_all("enters bone", entries_, k_most_entry_mm) && within;
    within = print_all("outside the skin", outside_, k_most_outside_mm[static_cast<std::size_t>(detail_)]) && within;
    within = print_all("gap, locking hand", locking_, k_most_gap_mm) && within;
    within = print_all("gap, holding hand", holding_, k_most_gap_mm) && within;
    within = print_all("gap, gliding hand", gliding_, k_most_gap_mm) && within;
    within = print_all("step of a frame", steps_, k_most_step_mm) && within;
    return print_all("jump of a frame", jumps_, k_most_jump_mm) && within;
}

} // namespace viewer
