// The forms that a structure borrows: [[structure.borrow]].

#include "sculpt/shape_parts.h"

#include <glm/geometric.hpp>

namespace sculpt {

using files::Section;

namespace {

glm::vec3 direction(Section& section, std::string_view key) {
    const glm::vec3 v(section.vector(key));
    if (glm::length(v) > 0.0f) return glm::normalize(v);
    if (section.has(key)) section.error(key, "The direction must not be zero.");
    return {0.0f, 1.0f, 0.0f};
}

} // namespace

std::vector<Loan> read_loans(Section& structure) {
    std::vector<Loan> loans;
    for (Section& table : structure.tables("borrow")) {
        Loan loan;
        loan.of = table.text("of");
        loan.mirror = table.flag_or("mirror", false);
        loan.offset = static_cast<float>(table.number_or("offset_mm", 0.0, {-100.0, 100.0}));
        loan.blend = static_cast<float>(table.number_or("blend_mm", 0.0, {0.0, 200.0}));
        table.text_or("note", "");
        if (auto bend = table.table_or_none("bend")) {
            loan.bend.emplace();
            loan.bend->centre = glm::vec3(bend->vector("center_mm"));
            loan.bend->axis = direction(*bend, "axis");
            loan.bend->angle_deg = static_cast<float>(bend->number("angle_deg", {-180.0, 180.0}));
            loan.bend->beyond = direction(*bend, "beyond");
            loan.bend->over = static_cast<float>(bend->number("over_mm", {1.0, 500.0}));
            bend->finish();
        }
        table.finish();
        loans.push_back(std::move(loan));
    }
    return loans;
}

} // namespace sculpt
