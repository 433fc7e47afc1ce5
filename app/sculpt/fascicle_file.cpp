#include "sculpt/fascicle_file.h"

#include <glm/geometric.hpp>

namespace sculpt {
namespace {

using files::Section;

std::vector<glm::vec2> read_tendon(Section& structure) {
    std::vector<glm::vec2> rows;
    for (const auto& row : structure.rows_or_none("tendon", 2)) {
        if (row.size() != 2) return {};
        const glm::vec2 next(row[0], row[1]);
        if (next.x < 0.0f || next.x > 1.0f || next.y < 0.0f || next.y > 1.0f ||
            (!rows.empty() && next.x < rows.back().x)) {
            structure.error("tendon", "Rows are [s, share], both in 0 .. 1, with s increasing.");
            return {};
        }
        rows.push_back(next);
    }
    return rows;
}

/// A direction; need not be of unit length.
glm::vec3 direction(Section& table, std::string_view key) {
    const glm::vec3 v(table.vector(key));
    if (glm::length(v) > 1e-6f) return glm::normalize(v);
    if (table.has(key)) table.error(key, "The direction must not be zero.");
    return {0.0f, 0.0f, 1.0f};
}

Aponeurosis read_aponeurosis(Section& table) {
    Aponeurosis sheet;
    sheet.from = static_cast<float>(table.number("from", {0.0, 1.0}));
    sheet.to = static_cast<float>(table.number("to", {0.0, 1.0}));
    sheet.side = direction(table, "side");
    const std::vector<double> spread = table.numbers("spread");
    const auto share = [](double x) { return x >= 0.0 && x <= 1.0; };
    if (spread.size() == 2 && share(spread[0]) && share(spread[1]))
        sheet.spread = {spread[0], spread[1]};
    else if (table.has("spread"))
        table.error("spread", "It must be [at from, at to], both in 0 .. 1.");
    if (table.has("from") && table.has("to") && sheet.from >= sheet.to)
        table.error("to", "An aponeurosis must end farther from the origin than it begins.");
    table.text_or("note", "");
    table.finish();
    return sheet;
}

Raphe read_raphe(Section& table) {
    Raphe raphe;
    raphe.from = static_cast<float>(table.number("from", {0.0, 1.0}));
    raphe.to = static_cast<float>(table.number("to", {0.0, 1.0}));
    raphe.side = direction(table, "side");
    raphe.width = static_cast<float>(table.number("width_mm", {0.5, 30.0}));
    table.text_or("note", "");
    table.finish();
    return raphe;
}

} // namespace

FascicleSpec read_fascicles(Section& structure) {
    FascicleSpec spec;
    spec.architecture = static_cast<Architecture>(
        structure.one_of_or("architecture", k_architecture_names, static_cast<int>(Architecture::fusiform)));
    spec.pennation_deg = static_cast<float>(structure.number_or("pennation_deg", 0.0, {0.0, 45.0}));
    if (structure.has("fibre_side")) spec.fibre_side = direction(structure, "fibre_side");
    spec.tendon = read_tendon(structure);
    for (Section& table : structure.tables("aponeurosis")) spec.aponeuroses.push_back(read_aponeurosis(table));
    for (Section& table : structure.tables("raphe")) spec.raphes.push_back(read_raphe(table));
    return spec;
}

} // namespace sculpt
