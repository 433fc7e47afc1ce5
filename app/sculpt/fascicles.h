#pragma once
// fascicles: how the fibres of a muscle lie, where it is tendon and where an aponeurosis covers it.

#include "sculpt/program.h"

#include <array>
#include <glm/vec2.hpp>
#include <string_view>
#include <vector>

namespace sculpt {

enum class Architecture { strap, fusiform, unipennate, bipennate, multipennate, fan };
inline constexpr std::array<std::string_view, 6> k_architecture_names = {"strap",     "fusiform",     "unipennate",
                                                                         "bipennate", "multipennate", "fan"};

/// A sheet of tendon on the face of a belly, widest at one end and drawn out to a tongue at the other.
struct Aponeurosis {
    float from = 0.0f, to = 1.0f; ///< fibre coordinate s
    glm::vec3 side{0.0f};         ///< direction from the muscle's axis to the sheet's middle line
    glm::vec2 spread{0.5f,
                     0.1f}; ///< share of the half girth that it covers on each side of that line, at `from` and `to`
};

/// A tendinous inscription: a line of tendon right across a belly, at `from` on its `side` and at `to` opposite.
struct Raphe {
    float from = 0.5f, to = 0.5f; ///< fibre coordinate s
    glm::vec3 side{0.0f};
    float width = 4.0f; ///< mm along the muscle
};

struct FascicleSpec {
    Architecture architecture = Architecture::fusiform;
    float pennation_deg = 0.0f;
    /// Direction from the axis to the line that pennate fibres spring from; distally they leave it on both sides. Of
    /// other structures the side from which they are looked at; a prone client's from behind.
    glm::vec3 fibre_side{0.0f, 0.0f, -1.0f};
    std::vector<glm::vec2> tendon; ///< (s, free tendon 0..1), increasing s; empty: none
    std::vector<Aponeurosis> aponeuroses;
    std::vector<Raphe> raphes;
};

/// In the scale from muscle (0) to free tendon (1): a thin sheet through which the muscle shines.
inline constexpr float k_aponeurosis = 0.6f;
/// The fascicle line advances by 1 for so many mm across the fibres where the muscle is thickest.
inline constexpr float k_fascicle_band = 8.0f;

/// Tendon share 0..1 at fibre coordinate s: linear between the rows.
float tendon_at(const std::vector<glm::vec2>& rows, float s);

/// What a vertex of a muscle knows.
struct FibrePoint {
    float s = 0.0f;      ///< 0 at the origin, 1 at the insertion
    float line = 0.0f;   ///< the same all along a fascicle; 1 more is k_fascicle_band farther across
    float tendon = 0.0f; ///< 0 muscle, k_aponeurosis, 1 free tendon
};

/// Fibre coordinates of one muscle, continuous all over it but for the seam of the lines of one tube that is not
/// pennate. Parts that lie side by side from end to end are taken as one tube (make_envelope); those of a fan and those
/// that follow each other keep their own and are blended by nearness.
class Fascicles {
public:
    /// `program` must outlive this and not be empty.
    Fascicles(const Program& program, FascicleSpec spec);
    FibrePoint at(const glm::vec3& p) const;

private:
    struct Part {
        Solid solid;
        glm::vec2 fibre{0.0f, 1.0f};
        glm::vec3 toward_previous{0.0f}; ///< of the parts of a fan, in the order of the file
    };

    void find_parts();
    void measure();
    Fibre blended(const glm::vec3& p, const glm::vec3& side) const;
    float round(const glm::vec3& p, const glm::vec3& side) const;
    float across(const Fibre& fibre) const;
    float fan_line(const glm::vec3& p) const;
    float tendon(const glm::vec3& p, float s) const;

    const Program* program_;
    FascicleSpec spec_;
    Solid whole_;                    ///< one for all parts, where they run side by side; else null
    std::vector<Part> parts_;        ///< one a step that adds; a single one when they are taken together
    float length_ = 1.0f;            ///< mm
    float half_girth_ = 1.0f;        ///< mm, where it is greatest
    float spacing_ = 0.0f;           ///< mm between the parts of a fan
    std::vector<float> slant_;       ///< how far round, in half girths, pennate fibres have come at equal steps of s
    std::vector<float> half_girths_; ///< mm at equal steps of s
};

} // namespace sculpt
