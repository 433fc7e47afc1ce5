#include "sculpt/needs.h"

#include <algorithm>

namespace sculpt {

std::vector<std::string> needs(const Shape& shape) {
    std::vector<std::string> ids = shape.hull.over;
    for (const Loan& loan : shape.loans) ids.push_back(loan.of);
    return ids;
}

std::vector<std::string> all_needs(const std::vector<Shape>& shapes, std::size_t index) {
    std::vector<std::string> all = needs(shapes[index]);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto found = std::ranges::find(shapes, all[i], &Shape::id);
        if (found == shapes.end()) continue;
        for (const std::string& id : needs(*found))
            if (std::ranges::find(all, id) == all.end()) all.push_back(id);
    }
    return all;
}

void finish(std::vector<Shape>& shapes, std::size_t index) {
    Shape& shape = shapes[index];
    if (!shape.program.empty() || needs(shape).empty()) return;
    const auto finished = [&](const std::string& id) -> const Program* {
        const auto found = std::ranges::find(shapes, id, &Shape::id);
        finish(shapes, static_cast<std::size_t>(found - shapes.begin()));
        return &found->program;
    };
    std::vector<Step> steps;
    std::vector<const Program*> inside;
    for (const std::string& id : shape.hull.over) inside.push_back(finished(id));
    if (!inside.empty()) steps.push_back({Op::add, 0.0f, make_hull(shape.hull, inside)});
    for (const Loan& loan : shape.loans)
        steps.push_back({Op::add, loan.blend, make_borrowed(*finished(loan.of), loan)});
    // the steps of a sheet trim its finished mesh
    if (shape.hull.sheet == 0.0f) steps.insert(steps.end(), shape.steps.begin(), shape.steps.end());
    shape.program = Program(std::move(steps));
}

} // namespace sculpt
