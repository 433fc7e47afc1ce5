#include "ui/label_layout.h"

#include <algorithm>

namespace ui {

namespace {

// Keeps as many of the column's labels as its height has room for, the most important ones.
void drop_what_does_not_fit(std::vector<int>& column, std::span<const LabelBox> boxes, float height, float gap) {
    std::stable_sort(column.begin(), column.end(), [&](int a, int b) {
        return boxes[static_cast<std::size_t>(a)].priority > boxes[static_cast<std::size_t>(b)].priority;
    });
    float used = 0.0f;
    std::size_t kept = 0;
    while (kept < column.size()) {
        used += boxes[static_cast<std::size_t>(column[kept])].size.y + (kept > 0 ? gap : 0.0f);
        if (used > height) break;
        ++kept;
    }
    column.resize(kept);
}

float wish(const LabelBox& box) { return box.anchor.y + box.lower; }

// Tops of boxes of these heights, each as near to its wish as order, gap and the two ends allow.
void push_apart(std::vector<PlacedLabel>& column, const Rect& area, float gap) {
    float least = area.min.y;
    for (PlacedLabel& label : column) {
        label.box.min.y = std::max(label.box.min.y, least);
        least = label.box.max().y + gap;
    }
    float most = area.max().y;
    for (auto label = column.rbegin(); label != column.rend(); ++label) {
        label->box.min.y = std::min(label->box.min.y, most - label->box.size.y);
        most = label->box.min.y - gap;
    }
}

std::vector<PlacedLabel> place_column(std::vector<int> column, std::span<const LabelBox> boxes, const Rect& area,
                                      float gap, float distance, bool on_left) {
    drop_what_does_not_fit(column, boxes, area.size.y, gap);
    const auto box_of = [&](int i) -> const LabelBox& { return boxes[static_cast<std::size_t>(i)]; };
    std::stable_sort(column.begin(), column.end(), [&](int a, int b) { return wish(box_of(a)) < wish(box_of(b)); });
    std::vector<PlacedLabel> placed;
    if (column.empty()) return placed;
    float edge = box_of(column.front()).anchor.x;
    for (const int i : column) edge = on_left ? std::min(edge, box_of(i).anchor.x) : std::max(edge, box_of(i).anchor.x);
    edge += on_left ? -distance : distance;
    for (const int i : column) {
        PlacedLabel label;
        label.index = i;
        label.box.size = box_of(i).size;
        label.box.min.x = std::clamp(on_left ? edge - label.box.size.x : edge, area.min.x,
                                     std::max(area.max().x - label.box.size.x, area.min.x));
        label.box.min.y = wish(box_of(i)) - label.box.size.y / 2.0f;
        placed.push_back(label);
    }
    push_apart(placed, area, gap);
    for (PlacedLabel& label : placed)
        label.leader = {on_left ? label.box.max().x : label.box.min.x, label.box.min.y + label.box.size.y / 2.0f};
    return placed;
}

} // namespace

std::vector<PlacedLabel> place_labels(std::span<const LabelBox> boxes, const Rect& left, const Rect& right, float gap,
                                      float distance) {
    const float middle = right.min.x;
    std::vector<int> on_left, on_right;
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i)
        (boxes[static_cast<std::size_t>(i)].anchor.x < middle ? on_left : on_right).push_back(i);
    std::vector<PlacedLabel> placed = place_column(std::move(on_left), boxes, left, gap, distance, true);
    for (const PlacedLabel& label : place_column(std::move(on_right), boxes, right, gap, distance, false))
        placed.push_back(label);
    return placed;
}

} // namespace ui
