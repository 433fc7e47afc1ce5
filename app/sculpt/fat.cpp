#include "sculpt/fat.h"

#include "base/failure.h"
#include "base/smooth.h"
#include "sculpt/tape.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace sculpt {
namespace {

using anatomy::Measure;

constexpr double k_below = 0.06, k_above = 0.16; // from the outermost stations to where the added fat ends
constexpr double k_stretched = 0.6;              // share of the old fat that stretches; the rest moves with the skin
constexpr double k_near = 0.04, k_far = 0.16;    // over this much beyond the skin the movement dies away
constexpr double k_most = 0.15;                  // of fat added anywhere
constexpr double k_squeeze = 0.5;                // share of the fat that may be taken away
constexpr int k_halvings = 40;

/// The greatest x in [low, high] with f(x) <= wanted, for a rising f.
template <class F>
double search(double low, double high, double wanted, F f) {
    for (int i = 0; i < k_halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (f(middle) <= wanted ? low : high) = middle;
    }
    return low;
}

/// Slope at knot i of a monotone cubic (Fritsch & Butland 1984: harmonic mean of the slopes on either side).
double slope(const std::vector<double>& x, const std::vector<std::array<double, 4>>& y, std::size_t i, std::size_t k) {
    if (i == 0 || i + 1 == x.size()) return 0.0;
    const double before = (y[i][k] - y[i - 1][k]) / (x[i] - x[i - 1]);
    const double after = (y[i + 1][k] - y[i][k]) / (x[i + 1] - x[i]);
    return before * after <= 0.0 ? 0.0 : 2.0 * before * after / (before + after);
}

/// Thickness added in a direction: the amounts of the two sides it lies between.
double toward(const glm::dvec2& outward, const std::array<double, 4>& amounts) {
    const double aside = outward.x * outward.x, ahead = outward.y * outward.y;
    return ahead * amounts[outward.y > 0.0 ? 0 : 2] + aside * amounts[outward.x < 0.0 ? 1 : 3];
}

/// A step toward a plane that stands, with so much room before it: what would go through is pressed flat before it. For
/// any step one-to-one, and nothing moves in the plane itself.
double held(double room, double step) { return room <= 0.0 ? 0.0 : step * room / (room + std::abs(step)); }

glm::dvec3 on_right(const glm::dvec3& p) { return {-std::abs(p.x), p.y, p.z}; }

} // namespace

Fat::Fat(const mesh::Mesh& skin, std::span<const mesh::Mesh> inside, const std::vector<anatomy::GirthStation>& stations,
         const anatomy::Physique& physique)
    : reach_(skin, inside) {
    if (stations.empty()) return;
    heights_.push_back(stations.front().height - k_below);
    amounts_.push_back({});
    for (const anatomy::GirthStation& station : stations) {
        heights_.push_back(station.height);
        amounts_.push_back(solve(skin, station, physique));
    }
    heights_.push_back(stations.back().height + k_above);
    amounts_.push_back({});
}

double Fat::girth_with(const std::vector<Cut>& cuts, const anatomy::GirthStation& station,
                       const Amounts& amounts) const {
    std::vector<Cut> now;
    for (const Cut& cut : cuts) {
        const glm::dvec3 a = moved({cut.a.x, station.height, cut.a.y}, amounts);
        const glm::dvec3 b = moved({cut.b.x, station.height, cut.b.y}, amounts);
        now.push_back({{a.x, a.z}, {b.x, b.z}});
    }
    return girth(now, station.both_sides);
}

double Fat::reach_with(const std::vector<Cut>& cuts, double height, const Amounts& amounts) const {
    double reach = 0.0;
    for (const Cut& cut : cuts) reach = std::max(reach, -moved({cut.a.x, height, cut.a.y}, amounts).x);
    return reach;
}

Fat::Amounts Fat::solve(const mesh::Mesh& skin, const anatomy::GirthStation& station,
                        const anatomy::Physique& physique) const {
    const std::vector<Cut> cuts = level_cuts(skin, station.height);
    const auto amounts = [&](double fat) {
        Amounts result{};
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = fat * station.share[i];
        if (!station.both_sides) return result;
        result[1] = search(-k_most, k_most, physique.measures[Measure::hip_breadth] / 2.0, [&](double outer) {
            return reach_with(cuts, station.height, {result[0], outer, result[2], result[3]});
        });
        return result;
    };
    const double wanted = physique.measures[station.girth];
    const double fat = search(-k_most, k_most, wanted, [&](double a) { return girth_with(cuts, station, amounts(a)); });
    const double got = girth_with(cuts, station, amounts(fat));
    if (std::abs(got - wanted) > 0.001 * wanted)
        throw base::Failure(fmt::format("The body '{}' cannot have a {} of {:.0f} mm: what the skin covers allows {} "
                                        "{:.0f} mm.",
                                        physique.id, anatomy::k_measure_names[static_cast<std::size_t>(station.girth)],
                                        wanted * 1e3, got > wanted ? "no less than" : "no more than", got * 1e3));
    return amounts(fat);
}

Fat::Amounts Fat::at(double height) const {
    const auto above = std::ranges::upper_bound(heights_, height);
    if (above == heights_.begin() || above == heights_.end()) return {};
    const auto i = static_cast<std::size_t>(above - heights_.begin());
    const double span = heights_[i] - heights_[i - 1], t = (height - heights_[i - 1]) / span, u = 1.0 - t;
    Amounts result{};
    for (std::size_t k = 0; k < result.size(); ++k) {
        const double from = slope(heights_, amounts_, i - 1, k), to = slope(heights_, amounts_, i, k);
        result[k] = u * u * (1.0 + 2.0 * t) * amounts_[i - 1][k] + t * t * (3.0 - 2.0 * t) * amounts_[i][k] +
                    t * u * (u * from - t * to) * span;
    }
    return result;
}

glm::dvec3 Fat::moved(const glm::dvec3& p, const Amounts& amounts) const {
    const LegReach::Place place = reach_.place(p);
    if (place.radius <= place.inner) return p;
    const double layer = place.outer - place.inner;
    const double in_layer = base::smoothstep(0.0, k_stretched * layer, place.radius - place.inner);
    const double nearby = 1.0 - base::smoothstep(place.outer + k_near, place.outer + k_far, place.radius);
    const double step = std::max(toward(place.outward, amounts), -k_squeeze * k_stretched * layer) * in_layer * nearby;
    const double aside = place.outward.x * step, ahead = place.outward.y * step;
    return {p.x + (place.outward.x > 0.0 ? held(-p.x, aside) : aside), p.y,
            p.z + (place.outward.y > 0.0 ? held(anatomy::k_couch_plane - p.z, ahead) : ahead)};
}

double Fat::added(const glm::dvec3& point) const {
    const glm::dvec3 p = on_right(point);
    return toward(reach_.place(p).outward, at(p.y));
}

glm::dvec3 Fat::carry(const glm::dvec3& point) const {
    const glm::dvec3 p = moved(on_right(point), at(point.y));
    return {std::copysign(p.x, point.x), p.y, p.z};
}

} // namespace sculpt
