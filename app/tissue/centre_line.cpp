#include "tissue/centre_line.h"

#include "base/smooth.h"
#include "tissue/path.h"
#include "tissue/solver.h"
#include "tissue/strand.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

namespace tissue {
namespace {

constexpr int k_samples = 129;
/// A corner is rounded with a bell of about this half-width, metres: the scale of a tendon's own bend, less than a
/// belly.
constexpr double k_rounding = 0.018;
/// Stretch is evened out over this many strand nodes on either side, so that a lock does not cut a step into the flesh.
constexpr int k_even_out = 2;
/// So far from its ends a line lets go of the bones, metres. Illustrative.
constexpr float k_held = 0.025f;

using Nodes = std::array<double, k_strand_nodes>;

/// Piecewise linear y(x) through the nodes; x must not decrease.
double look_up(const Nodes& x, const Nodes& y, double at) {
    const auto above = std::upper_bound(x.begin() + 1, x.end() - 1, at);
    const std::size_t i = static_cast<std::size_t>(above - x.begin());
    const double width = x[i] - x[i - 1];
    const double t = width > 0.0 ? base::saturate((at - x[i - 1]) / width) : 0.0;
    return base::mix(y[i - 1], y[i], t);
}

/// Length along the muscle now over length at rest, at the nodes.
Nodes stretch_of(const Nodes& rest, const Nodes& now, double rest_length, double length) {
    std::array<double, k_strand_nodes - 1> pieces{};
    for (std::size_t i = 0; i < pieces.size(); ++i)
        pieces[i] =
            std::max((now[i + 1] - now[i]) * length, 1e-6) / std::max((rest[i + 1] - rest[i]) * rest_length, 1e-6);
    Nodes even{};
    for (int i = 0; i < k_strand_nodes; ++i) {
        const int from = std::max(0, i - 1 - k_even_out), to = std::min(k_strand_nodes - 2, i + k_even_out);
        double sum = 0.0;
        for (int k = from; k <= to; ++k) sum += pieces[static_cast<std::size_t>(k)];
        even[static_cast<std::size_t>(i)] = sum / (to - from + 1);
    }
    return even;
}

struct Curve {
    std::vector<glm::dvec3> points;
    OnPath at(double fraction) const {
        const double place = base::saturate(fraction) * (k_samples - 1);
        const std::size_t i = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(k_samples - 2));
        const double t = place - static_cast<double>(i);
        const glm::dvec3 tangent = glm::mix(slope(i), slope(i + 1), t);
        return {glm::mix(points[i], points[i + 1], t), glm::normalize(tangent)};
    }
    glm::dvec3 slope(std::size_t i) const {
        const std::size_t before = i == 0 ? 0 : i - 1, after = std::min(i + 1, points.size() - 1);
        return glm::normalize(points[after] - points[before]);
    }
};

/// The medio-lateral axis is the axis of knee flexion: carried by the bodies of both ends and blended between them it
/// stays across a muscle of the thigh in every pose, so that the frames cannot flip.
struct Reference {
    glm::dvec3 at_origin{1.0, 0.0, 0.0}, at_insertion{1.0, 0.0, 0.0};
    glm::dvec3 at(double s) const { return glm::mix(at_origin, at_insertion, base::smoothstep(0.0, 1.0, s)); }
};

Section section_at(const Curve& curve, const Reference& reference, double fraction, double stretch) {
    const OnPath on = curve.at(fraction);
    const glm::dvec3 wish = reference.at(fraction);
    const glm::dvec3 across = glm::normalize(wish - on.tangent * glm::dot(wish, on.tangent));
    Section section;
    section.point = glm::vec3(on.point);
    section.across = glm::vec3(across);
    section.over = glm::vec3(glm::cross(on.tangent, across));
    section.along = glm::vec3(on.tangent);
    section.growth = static_cast<float>(1.0 / std::sqrt(stretch)); // volume is kept
    return section;
}

glm::quat turn_of(const Section& section) {
    return glm::quat_cast(glm::mat3(section.across, section.over, section.along));
}

/// `share` 1: as it rests on its bone, which has turned by `bone`.
void hold(Section& section, const Section& rest, const glm::quat& bone, float share) {
    const glm::mat3 turn = glm::mat3_cast(glm::slerp(turn_of(section), bone * turn_of(rest), share));
    section.across = turn[0];
    section.over = turn[1];
    section.along = turn[2];
    section.growth = glm::mix(section.growth, 1.0f, share);
}

/// How a body has turned since rest.
struct Turned {
    const motion::BoneFrames& rest;
    const motion::BoneFrames& now;
    glm::dquat operator()(anatomy::Body body) const { return now[body].rotation * glm::conjugate(rest[body].rotation); }
};

CentreLine line_along(const anatomy::Atlas& atlas, int muscle, const Turned& turned, const MuscleState& state) {
    const anatomy::MusclePath& path = atlas.muscles[static_cast<std::size_t>(muscle)];
    const glm::dvec3 side{1.0, 0.0, 0.0};
    const Reference reference{turned(path.points.front().body) * side, turned(path.points.back().body) * side};
    const bool on_foot = anatomy::index(path.points.back().body) >= anatomy::index(anatomy::Body::talus);
    const Curve curve{smooth_resample(on_foot ? path_points(atlas, muscle, turned.now) : state.path, k_samples)};

    Nodes now{};
    std::copy(state.fraction.begin(), state.fraction.end(), now.begin());
    Nodes rest{};
    const NodeValues rest_fraction = unlocked_fractions(Strand(path), state.rest_length);
    std::copy(rest_fraction.begin(), rest_fraction.end(), rest.begin());
    const Nodes stretch = stretch_of(rest, now, state.rest_length, state.length);

    CentreLine line;
    for (int i = 0; i < CentreLine::k_stations; ++i) {
        const double s = static_cast<double>(i) / (CentreLine::k_stations - 1);
        line.stations[static_cast<std::size_t>(i)] =
            section_at(curve, reference, look_up(rest, now, s), look_up(rest, stretch, s));
    }
    return line;
}

/// From the end at station `from` on, in steps of 1 or -1.
void hold_end(CentreLine& line, const CentreLine& rest, int from, int step, const glm::quat& bone) {
    const auto at = [](auto& stations, int i) -> auto& { return stations[static_cast<std::size_t>(i)]; };
    float away = 0.0f;
    for (int i = from; away < k_held; i += step) {
        hold(at(line.stations, i), at(rest.stations, i), bone, 1.0f - glm::smoothstep(0.0f, k_held, away));
        const int next = i + step;
        if (next < 0 || next >= CentreLine::k_stations) return;
        away += glm::distance(at(rest.stations, i).point, at(rest.stations, next).point);
    }
}

} // namespace

std::vector<glm::dvec3> smooth_resample(const std::vector<glm::dvec3>& path, int count) {
    std::vector<double> along(path.size(), 0.0);
    for (std::size_t i = 1; i < path.size(); ++i) along[i] = along[i - 1] + glm::distance(path[i - 1], path[i]);
    std::vector<glm::dvec3> points;
    points.reserve(static_cast<std::size_t>(count));
    std::size_t piece = 1;
    for (int k = 0; k < count; ++k) {
        const double at = along.back() * k / (count - 1);
        while (piece + 1 < path.size() && along[piece] < at) ++piece;
        const double width = along[piece] - along[piece - 1];
        points.push_back(glm::mix(path[piece - 1], path[piece], base::saturate((at - along[piece - 1]) / width)));
    }
    // n passes of (1/4, 1/2, 1/4) are a bell of n / 2 steps' variance
    const double steps = k_rounding / (along.back() / (count - 1));
    const int passes = static_cast<int>(std::lround(2.0 * steps * steps));
    std::vector<glm::dvec3> next = points;
    for (int pass = 0; pass < passes; ++pass) {
        for (std::size_t i = 1; i + 1 < points.size(); ++i)
            next[i] = 0.25 * points[i - 1] + 0.5 * points[i] + 0.25 * points[i + 1];
        std::swap(points, next);
    }
    return points;
}

Section CentreLine::at(float s) const {
    const float place = std::clamp(s, 0.0f, 1.0f) * static_cast<float>(k_stations - 1);
    const std::size_t i = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(k_stations - 2));
    const float t = place - static_cast<float>(i);
    const Section &a = stations[i], &b = stations[i + 1];
    Section out;
    out.point = glm::mix(a.point, b.point, t);
    out.along = glm::normalize(glm::mix(a.along, b.along, t));
    const glm::vec3 across = glm::mix(a.across, b.across, t);
    out.across = glm::normalize(across - out.along * glm::dot(across, out.along));
    out.over = glm::cross(out.along, out.across);
    out.growth = glm::mix(a.growth, b.growth, t);
    return out;
}

CentreLine posed_line(const anatomy::Atlas& atlas, int muscle, const CentreLine& rest, const motion::BoneFrames& drawn,
                      const MuscleState& state) {
    const anatomy::MusclePath& path = atlas.muscles[static_cast<std::size_t>(muscle)];
    const motion::BoneFrames rest_frames = motion::frames(atlas, {});
    const Turned turned{rest_frames, drawn};
    CentreLine line = line_along(atlas, muscle, turned, state);
    hold_end(line, rest, 0, 1, glm::quat(turned(path.points.front().body)));
    hold_end(line, rest, CentreLine::k_stations - 1, -1, glm::quat(turned(path.points.back().body)));
    return line;
}

CentreLine rest_line(const anatomy::Atlas& atlas, int muscle) {
    const motion::BoneFrames frames = motion::frames(atlas, {});
    return line_along(atlas, muscle, {frames, frames}, evaluate_muscle(atlas, muscle, {}, std::nullopt));
}

} // namespace tissue
