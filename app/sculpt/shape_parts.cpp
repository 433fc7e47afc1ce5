#include "sculpt/shape_parts.h"

#include "base/nearest_word.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace sculpt {

using files::Section;

HullSpec read_hull(Section& structure) {
    HullSpec hull;
    std::optional<Section> table = structure.table_or_none("hull");
    if (!table) return hull;
    hull.over = table->texts_or_none("over");
    hull.voxel = static_cast<float>(table->number("voxel_mm", {1.0, 20.0}));
    hull.close = static_cast<float>(table->number("close_mm", {0.0, 100.0}));
    hull.smooth = static_cast<int>(table->number_or("smooth_passes", 2, {0, 50}));
    hull.axis = glm::vec3(table->vector("axis_mm"));
    hull.sheet = static_cast<float>(table->number_or("sheet_mm", 0.0, {0.0, 10.0}));
    for (const auto& row : table->rows("fat_mm", 5)) {
        if (row.size() != 5) break;
        const auto mm = [&](std::size_t i) { return static_cast<float>(row[i]); };
        hull.fat.push_back({mm(0), mm(1), mm(2), mm(3), mm(4)});
    }
    if (hull.over.empty()) table->error("over", "A hull must name the structures it covers.");
    const auto rising = [](const FatRow& a, const FatRow& b) { return a.height >= b.height; };
    if (hull.fat.empty() || std::adjacent_find(hull.fat.begin(), hull.fat.end(), rising) != hull.fat.end())
        table->error("fat_mm", "Rows are [height, front, outer, back, inner] with the height increasing.");
    table->text_or("note", "");
    table->finish();
    return hull;
}

Carry read_carry(Section& structure) {
    constexpr std::array<std::string_view, 2> k_by = {"height", "fibre"};
    Carry carry;
    std::optional<Section> table = structure.table_or_none("carry");
    if (!table) return carry;
    carry.by = static_cast<CarryBy>(table->one_of("by", k_by));
    for (const std::string& name : table->texts_or_none("bodies")) {
        const auto body = anatomy::body_from_name(name);
        const std::vector<std::string> known(anatomy::k_body_names.begin(), anatomy::k_body_names.end());
        if (body)
            carry.bodies.push_back(*body);
        else
            table->error("bodies", "There is no body '" + name + "'.", base::did_you_mean(name, known));
    }
    for (const auto& row : table->rows("between", 2))
        if (row.size() == 2) carry.between.emplace_back(row[0], row[1]);
    const auto flat = [](const glm::vec2& row) { return row.x == row.y; };
    if (carry.bodies.empty() || carry.between.size() + 1 != carry.bodies.size() ||
        std::any_of(carry.between.begin(), carry.between.end(), flat))
        table->error("between",
                     "There must be one row [from, to] for each pair of neighbouring bodies, from unlike to.");
    table->finish();
    return carry;
}

std::vector<Paint> read_paint(Section& structure) {
    std::vector<Paint> paints;
    for (Section& table : structure.tables("paint")) {
        Paint paint;
        paint.colour = glm::vec3(table.vector("colour"));
        if (table.has("center_mm")) {
            paint.inside = read_ellipsoid(table);
        } else {
            paint.from = glm::vec3(table.vector("from_mm"));
            const glm::vec3 toward(table.vector("toward"));
            if (toward == glm::vec3(0.0f))
                table.error("toward", "The direction must not be zero.");
            else
                paint.toward = glm::normalize(toward);
        }
        paint.soft = static_cast<float>(table.number_or("soft_mm", 0.0, {0.0, 200.0}));
        paint.share = static_cast<float>(table.number_or("share", 1.0, {0.0, 1.0}));
        table.text_or("note", "");
        table.finish();
        paints.push_back(paint);
    }
    return paints;
}

} // namespace sculpt
