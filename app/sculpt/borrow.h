#pragma once
// borrow: another structure's form taken over as a solid, as it is or mirrored, bent at a joint or thickened: the
// client's other leg is the mirror image of the treated one, the towel lies on the client.

#include "sculpt/program.h"

#include <optional>
#include <string>

namespace sculpt {

/// Turns what lies beyond a joint about its axis; within `over` of the joint the turn grows smoothly.
struct Bend {
    glm::vec3 centre{0.0f};              ///< mm, of the bent (and mirrored) form
    glm::vec3 axis{1.0f, 0.0f, 0.0f};    ///< unit
    float angle_deg = 0.0f;              ///< by the right hand about the axis
    glm::vec3 beyond{0.0f, -1.0f, 0.0f}; ///< unit; toward what is turned, before the turn
    float over = 50.0f;                  ///< mm
};

/// One form to take over.
struct Loan {
    std::string of;      ///< id of the structure whose form it is, without that one's seams
    bool mirror = false; ///< in the plane x = 0, before the bend
    float offset = 0.0f; ///< mm outward
    float blend = 0.0f;  ///< mm, as of a Step
    std::optional<Bend> bend;
};

/// The solid that `loan` makes of `form`.
Solid make_borrowed(const Program& form, const Loan& loan);

} // namespace sculpt
