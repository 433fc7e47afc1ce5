#include "sculpt/fascicles.h"

#include "base/assert.h"
#include "base/smooth.h"
#include "sculpt/ellipse_arc.h"
#include "sculpt/envelope.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace sculpt {
namespace {

constexpr int k_steps = 64; ///< of the tables over s

/// Linear in a table of values at equal steps of s.
float looked_up(const std::vector<float>& table, float s) {
    const float at = std::clamp(s, 0.0f, 1.0f) * static_cast<float>(table.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), table.size() - 2);
    return table[i] + (table[i + 1] - table[i]) * (at - static_cast<float>(i));
}

float rise(float from, float to, float at) { return static_cast<float>(base::smoothstep(from, to, at)); }

/// 0..1..0..1: one fold after the other, so that a feather shows `folds` ribs.
float folded(float round, float folds) {
    const float at = std::fmod(round * folds, 2.0f);
    return at > 1.0f ? 2.0f - at : at;
}

/// Levels out toward both ends of 0..1, within `reach` of them: triangles that lie across a sharp fold would show lines
/// that lead anywhere.
float eased_at_folds(float x, float reach) {
    const auto by = [&](float from_fold) {
        const float near = std::max(reach - from_fold, 0.0f);
        return 0.5f * near * near / reach;
    };
    return x + by(x) - by(1.0f - x);
}

bool pennate(Architecture a) {
    return a == Architecture::unipennate || a == Architecture::bipennate || a == Architecture::multipennate;
}

} // namespace

float tendon_at(const std::vector<glm::vec2>& rows, float s) {
    if (rows.empty()) return 0.0f;
    if (s <= rows.front().x) return rows.front().y;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (s <= rows[i].x) {
            const float step = rows[i].x - rows[i - 1].x;
            const float t = step > 0.0f ? (s - rows[i - 1].x) / step : 1.0f;
            return rows[i - 1].y + (rows[i].y - rows[i - 1].y) * t;
        }
    return rows.back().y;
}

Fascicles::Fascicles(const Program& program, FascicleSpec spec) : program_(&program), spec_(std::move(spec)) {
    APP_ASSERT(!program.empty());
    find_parts();
    measure();
}

void Fascicles::find_parts() {
    std::vector<Solid> whole;
    for (const Step& step : program_->steps()) {
        if (step.op != Op::add) continue;
        parts_.push_back({step.solid, step.fibre, {}});
        if (step.solid->section(0.5f) && step.fibre == glm::vec2(0.0f, 1.0f)) whole.push_back(step.solid);
    }
    if (whole.size() != parts_.size()) return;
    whole_ = whole.size() > 1 ? make_envelope(whole) : whole.front();
    if (spec_.architecture != Architecture::fan || whole.size() == 1) {
        parts_ = {{whole_, {0.0f, 1.0f}, {}}};
        return;
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const std::size_t a = i == 0 ? 0 : i - 1;
        parts_[i].toward_previous = whole[a]->section(0.4f)->centre - whole[a + 1]->section(0.4f)->centre;
        spacing_ += glm::length(parts_[i].toward_previous) / static_cast<float>(parts_.size());
    }
}

void Fascicles::measure() {
    const Solid& first = whole_ ? whole_ : parts_.front().solid;
    half_girths_.assign(k_steps + 1, 1.0f);
    slant_.assign(k_steps + 1, 0.0f);
    if (!first->section(0.0f)) return;
    length_ = 0.0f;
    const float slope = pennate(spec_.architecture) ? std::tan(glm::radians(spec_.pennation_deg)) : 0.0f;
    for (std::size_t i = 0; i <= k_steps; ++i) {
        const float s = static_cast<float>(i) / k_steps;
        const CrossSection here = *first->section(s);
        half_girths_[i] = 0.5f * ellipse_girth({here.half_width, here.half_thickness});
        half_girth_ = std::max(half_girth_, half_girths_[i]);
        if (i == 0) continue;
        const float step = glm::distance(here.centre, first->section(s - 1.0f / k_steps)->centre);
        length_ += step;
        // in tendon the lines run straight and close up
        slant_[i] = slant_[i - 1] + slope * (1.0f - tendon_at(spec_.tendon, s)) * step / half_girths_[i];
    }
}

Fibre Fascicles::blended(const glm::vec3& p, const glm::vec3& side) const {
    if (parts_.size() == 1) {
        const Fibre own = parts_.front().solid->fibre(p, side);
        return {glm::mix(parts_.front().fibre.x, parts_.front().fibre.y, own.s), own.round};
    }
    const std::vector<float> shares = program_->shares(p);
    Fibre result;
    std::size_t part = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (program_->steps()[i].op != Op::add) continue;
        const Part& own = parts_[part++];
        if (shares[i] <= 0.0f) continue;
        const Fibre fibre = own.solid->fibre(p, side);
        result.s += shares[i] * glm::mix(own.fibre.x, own.fibre.y, fibre.s);
        result.round += shares[i] * std::abs(fibre.round); // a mean across a seam would be neither way round
    }
    return result;
}

float Fascicles::round(const glm::vec3& p, const glm::vec3& side) const {
    return std::abs(whole_ ? whole_->fibre(p, side).round : blended(p, side).round);
}

/// Pennate fibres lie alike on both sides of the line that they spring from; those of another tube go all the way
/// round, and their seam lies where it is not looked at.
float Fascicles::across(const Fibre& fibre) const {
    if (!pennate(spec_.architecture)) return fibre.round;
    constexpr float k_fold = 5.0f; // mm
    const float ribs = spec_.architecture == Architecture::multipennate ? 3.0f : 1.0f;
    const float reach = std::min(k_fold * ribs / looked_up(half_girths_, fibre.s), 0.5f);
    return eased_at_folds(folded(std::abs(fibre.round), ribs), reach) / ribs;
}

/// Lines of a fan run from the first stations to the last, side by side from part to part.
float Fascicles::fan_line(const glm::vec3& p) const {
    const std::vector<float> shares = program_->shares(p);
    float line = 0.0f;
    std::size_t part = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (program_->steps()[i].op != Op::add) continue;
        const Part& own = parts_[part];
        if (shares[i] > 0.0f)
            line += shares[i] * (static_cast<float>(part) + std::abs(own.solid->fibre(p, own.toward_previous).round));
        ++part;
    }
    return line * spacing_;
}

float Fascicles::tendon(const glm::vec3& p, float s) const {
    constexpr float k_edge = 3.0f, k_end = 8.0f; // mm over which a sheet thins out at its side and at its ends
    const float half_girth = looked_up(half_girths_, s);
    float sheet = 0.0f;
    for (const Aponeurosis& a : spec_.aponeuroses) {
        const float end = k_end / length_;
        if (s < a.from - end || s > a.to + end) continue;
        const float along = std::clamp((s - a.from) / (a.to - a.from), 0.0f, 1.0f);
        // the square root gives a rounded tongue instead of a wedge
        const float open = glm::mix(a.spread.x * a.spread.x, a.spread.y * a.spread.y, along);
        // thin at the tongue, where more of the muscle shines through
        const float thick = glm::mix(0.5f, 1.0f, std::sqrt(open) / std::max(a.spread.x, a.spread.y));
        const float edge = (std::sqrt(open) - round(p, a.side)) * half_girth;
        sheet = std::max(sheet, thick * rise(-k_edge, k_edge, edge) * rise(a.from - end, a.from + end, s) *
                                    (1.0f - rise(a.to - end, a.to + end, s)));
    }
    for (const Raphe& raphe : spec_.raphes) {
        const float at = glm::mix(raphe.from, raphe.to, round(p, raphe.side));
        sheet = std::max(sheet, 1.0f - rise(0.3f * raphe.width, raphe.width, std::abs(s - at) * length_));
    }
    return std::max(tendon_at(spec_.tendon, s), k_aponeurosis * sheet);
}

FibrePoint Fascicles::at(const glm::vec3& p) const {
    const Fibre own = blended(p, spec_.fibre_side);
    FibrePoint point;
    point.s = std::clamp(own.s, 0.0f, 1.0f);
    if (spacing_ > 0.0f) {
        point.line = fan_line(p) / k_fascicle_band;
    } else {
        point.line = (across(own) - looked_up(slant_, point.s)) * half_girth_ / k_fascicle_band;
    }
    point.tendon = tendon(p, point.s);
    return point;
}

} // namespace sculpt
