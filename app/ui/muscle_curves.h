#pragma once
// MuscleCurves: what the graphs show of one muscle, with and without its lock, over the joint it is best seen at.

#include "motion/pose.h"
#include "scene/build.h"
#include "tissue/tissue_state.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace ui {

/// One quantity a column, one entry for each MuscleCurves::degrees. Units of the screen: mm, %, N, N m.
struct CurveColumns {
    std::vector<double> length_mm, proximal_percent, distal_percent, passive_n, moment_nm;
    std::array<std::vector<double>, motion::k_coordinate_count> moment_arm_mm;
    std::vector<char> slack; ///< 1 where there is no tension
};

struct MuscleCurves {
    motion::Coordinate over = motion::Coordinate::knee_flexion;
    std::vector<double> degrees;
    CurveColumns free;                  ///< without a lock
    std::optional<CurveColumns> locked; ///< when the lock is on this muscle
};

/// Whether turning this joint can change the muscle's path: its points lie on both sides.
bool crosses(const anatomy::MusclePath& muscle, motion::Coordinate coordinate);
/// The knee for every muscle that crosses it, else the hip, else the ankle.
motion::Coordinate best_coordinate(const anatomy::MusclePath& muscle);
/// The muscle that graphs follow when none is chosen: the selected one, else the locked one, else the next to be
/// locked.
std::optional<int> followed_muscle(const scene::World& world, const scene::ViewOptions& options,
                                   const lesson::Sample& sample);

/// Computes the curves, and keeps the last few: the same question costs nothing until its answer can change.
class CurveMemory {
public:
    /// `pose`: where the other joints stand. Valid until the next call.
    const MuscleCurves& of(const anatomy::Atlas& atlas, int muscle, const std::optional<tissue::Lock>& lock,
                           const motion::Pose& pose);
    int computed() const { return computed_; } ///< how often it had to

private:
    struct Key {
        const anatomy::Atlas* atlas = nullptr;
        int muscle = 0;
        std::optional<tissue::Lock> lock;
        motion::Pose pose;
        bool operator==(const Key&) const = default;
    };
    struct Entry {
        Key key;
        MuscleCurves curves;
    };
    static constexpr std::size_t k_most = 4;
    std::vector<Entry> entries_; ///< newest use last
    int computed_ = 0;
};

} // namespace ui
