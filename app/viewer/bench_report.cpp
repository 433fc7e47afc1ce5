#include "viewer/bench_report.h"

#include "base/assert.h"

#include <algorithm>
#include <fmt/format.h>

namespace viewer {

namespace {

/// As a JSON string.
std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) result += c;
    }
    return result + '"';
}

std::string json(const LevelTimes& level) {
    std::string passes;
    for (const render::PassTime& pass : level.passes)
        passes += fmt::format("{}{}: {:.3f}", passes.empty() ? "" : ", ", quoted(pass.pass), pass.milliseconds);
    return fmt::format("{{\"name\": {}, \"median_ms\": {:.3f}, \"p95_ms\": {:.3f}, \"triangles\": {}, "
                       "\"build_ms\": {:.3f}, \"submit_ms\": {:.3f}, \"note\": {}, \"passes_ms\": {{{}}}}}",
                       quoted(level.name), level.median_ms, level.p95_ms, level.triangles, level.build_ms,
                       level.submit_ms, quoted(level.note), passes);
}

} // namespace

double quantile(std::vector<double> values, double share) {
    APP_ASSERT(!values.empty());
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

std::string table(const BenchReport& report) {
    std::string text =
        fmt::format("{}\n{}, {}x{}, {} frames a level\n\n{:<8} {:>9} {:>9} {:>7} {:>9} {:>9} {:>10}  {}\n",
                    report.machine, report.lesson, report.width, report.height, report.frames, "level", "median ms",
                    "p95 ms", "fps", "build ms", "submit ms", "triangles", "passes, ms");
    for (const LevelTimes& level : report.levels) {
        std::string passes = level.note;
        for (const render::PassTime& pass : level.passes)
            passes += fmt::format("{}{} {:.1f}", passes.empty() ? "" : ", ", pass.pass, pass.milliseconds);
        text += fmt::format("{:<8} {:>9.2f} {:>9.2f} {:>7.1f} {:>9.2f} {:>9.2f} {:>10}  {}\n", level.name,
                            level.median_ms, level.p95_ms, 1000.0 / level.median_ms, level.build_ms, level.submit_ms,
                            level.triangles, passes);
    }
    return text + fmt::format("\nfull detail, no effects {:.2f} ms; bare minimum of the same triangles {:.2f} ms; "
                              "ratio {:.2f}\nfirst picture after {:.0f} ms, peak memory {:.0f} MB\n",
                              report.no_effects_ms, report.bare_ms, report.no_effects_ms / report.bare_ms,
                              report.start_ms, report.peak_mb);
}

std::string json(const BenchReport& report) {
    std::string levels;
    for (const LevelTimes& level : report.levels) levels += (levels.empty() ? "" : ",\n  ") + json(level);
    return fmt::format("{{\"machine\": {}, \"lesson\": {}, \"width\": {}, \"height\": {}, \"frames\": {},\n"
                       " \"levels\": [{}],\n \"bare_ms\": {:.3f}, \"no_effects_ms\": {:.3f}, \"start_ms\": {:.1f}, "
                       "\"peak_mb\": {:.1f}}}\n",
                       quoted(report.machine), quoted(report.lesson), report.width, report.height, report.frames,
                       levels, report.bare_ms, report.no_effects_ms, report.start_ms, report.peak_mb);
}

std::string table(const TurntableReport& report) {
    return fmt::format("{}\n{} triangles turned round, {}x{}, {} samples, {} frames\nwithout effects {:.2f} ms; bare "
                       "minimum {:.2f} ms; ratio {:.2f}\nfirst picture after {:.0f} ms, peak memory {:.0f} MB\n",
                       report.machine, report.triangles, report.width, report.height, report.samples, report.frames,
                       report.turntable_ms, report.bare_ms, report.turntable_ms / report.bare_ms, report.start_ms,
                       report.peak_mb);
}

std::string json(const TurntableReport& report) {
    return fmt::format("{{\"version\": {}, \"machine\": {}, \"width\": {}, \"height\": {}, \"frames\": {}, "
                       "\"samples\": {}, \"triangles\": {}, \"turntable_ms\": {:.3f}, \"bare_ms\": {:.3f}, "
                       "\"start_ms\": {:.1f}, \"peak_mb\": {:.1f}}}\n",
                       quoted(report.version), quoted(report.machine), report.width, report.height, report.frames,
                       report.samples, report.triangles, report.turntable_ms, report.bare_ms, report.start_ms,
                       report.peak_mb);
}

std::string table(const RefinementReport& report) {
    return fmt::format("{}\n{}x{}, {} moments of the lesson: at full quality after {:.0f} ms (median), {:.0f} (p95), "
                       "{:.0f} (most)\n",
                       report.machine, report.width, report.height, report.moments, report.median_ms, report.p95_ms,
                       report.most_ms);
}

std::string json(const RefinementReport& report) {
    return fmt::format("{{\"machine\": {}, \"width\": {}, \"height\": {}, \"moments\": {}, \"median_ms\": {:.1f}, "
                       "\"p95_ms\": {:.1f}, \"most_ms\": {:.1f}}}\n",
                       quoted(report.machine), report.width, report.height, report.moments, report.median_ms,
                       report.p95_ms, report.most_ms);
}

} // namespace viewer
