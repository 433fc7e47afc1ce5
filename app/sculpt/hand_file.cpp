#include "sculpt/hand_file.h"

#include "sculpt/shape_parts.h"

#include <algorithm>
#include <span>
#include <string>

namespace sculpt {
namespace {

using files::Section;

/// Exactly N numbers, each within the bounds.
template <std::size_t N>
std::array<float, N> numbers(Section& table, std::string_view key, files::Bounds bounds) {
    std::array<float, N> result{};
    const std::vector<double> read = table.numbers(key);
    const auto outside = [&](double v) { return v < bounds.low || v > bounds.high; };
    if (read.size() != N || std::any_of(read.begin(), read.end(), outside)) {
        if (table.has(key))
            table.error(key, "There must be " + std::to_string(N) + " numbers from " +
                                 std::to_string(static_cast<int>(bounds.low)) + " to " +
                                 std::to_string(static_cast<int>(bounds.high)) + ".");
        result.fill(static_cast<float>(bounds.high));
        return result;
    }
    std::transform(read.begin(), read.end(), result.begin(), [](double v) { return static_cast<float>(v); });
    return result;
}

constexpr files::Bounds k_size{1.0, 100.0}, k_angle{-180.0, 180.0};

Digit read_digit(Section& table) {
    Digit digit;
    digit.root = glm::vec3(table.vector("root_mm"));
    digit.lengths = numbers<3>(table, "lengths_mm", k_size);
    digit.breadth = numbers<4>(table, "breadth_mm", k_size);
    digit.depth = numbers<4>(table, "depth_mm", k_size);
    const auto nail = numbers<2>(table, "nail_mm", k_size);
    digit.nail = {nail[0], nail[1]};
    table.text_or("note", "");
    table.finish();
    return digit;
}

std::vector<HandPart> read_parts(Section& hand, std::string_view key) {
    std::vector<HandPart> parts;
    for (Section& table : hand.tables(key)) {
        HandPart part;
        part.on = static_cast<Segment>(table.one_of("on", k_segment_names));
        part.step = read_step(table);
        part.sleeve = static_cast<Sleeve>(table.one_of_or("sleeve", k_sleeve_names, 0));
        table.finish();
        if (part.step.solid) parts.push_back(std::move(part));
    }
    // of each sleeve, the first one must add
    std::array<bool, k_sleeve_names.size()> begun{};
    for (const HandPart& part : parts) {
        const bool first = !begun[0] && !begun[static_cast<std::size_t>(part.sleeve)];
        if (first && part.step.op != Op::add) hand.error(key, "The first solid must add.", "write op = \"add\"");
        begun[static_cast<std::size_t>(part.sleeve)] = true;
    }
    return parts;
}

std::vector<HandPaint> read_hand_paint(Section& hand) {
    std::vector<HandPaint> paints;
    for (Section& table : hand.tables("paint")) {
        HandPaint paint;
        paint.on = static_cast<Segment>(table.one_of("on", k_segment_names));
        paint.paint = read_paint_of(table);
        table.finish();
        if (!paint.paint.inside)
            table.error("center_mm", "Paint of a hand must keep to an ellipsoid.", "write center_mm and radii_mm");
        else
            paints.push_back(std::move(paint));
    }
    return paints;
}

} // namespace

HandModel read_hand_model(Section& hand) {
    HandModel model;
    model.written = hand.written();
    hand.text_or("source", "");
    hand.text_or("note", "");
    model.forearm = static_cast<float>(hand.number("forearm_mm", {150.0, 350.0}));
    model.nail_colour = glm::vec3(hand.vector("nail_colour"));
    model.cloth_colour = glm::vec3(hand.vector("cloth_colour"));
    model.nail_edge_colour = glm::vec3(hand.vector("nail_edge_colour"));
    for (std::size_t d = 0; d < k_digit_names.size(); ++d) {
        Section digit = hand.table(k_digit_names[d]);
        model.digits[d] = read_digit(digit);
    }
    model.parts = read_parts(hand, "part");
    model.cloth = read_parts(hand, "cloth");
    if (model.parts.empty()) hand.error("part", "A hand needs at least one [[hand.part]].");
    model.paint = read_hand_paint(hand);
    hand.finish();
    return model;
}

HandPose read_hand_pose(Section& table) {
    constexpr std::array<std::string_view, 2> k_sides = {"right", "left"};
    HandPose pose;
    table.text_or("note", "");
    pose.left = table.one_of("side", k_sides) == 1;
    pose.anchor = glm::vec3(table.vector("anchor_mm"));
    pose.rests_on = static_cast<Segment>(table.one_of("rests_on", k_segment_names));
    pose.rests_at = glm::vec3(table.vector("rests_at_mm"));
    pose.turn = glm::vec3(table.vector("turn_deg"));
    const auto wrist = numbers<2>(table, "wrist_deg", k_angle);
    pose.wrist_extension = wrist[0], pose.wrist_radial = wrist[1];
    pose.pronation = static_cast<float>(table.number("pronation_deg", {0.0, 180.0}));
    pose.elbow = static_cast<float>(table.number_or("elbow_deg", 0.0, {0.0, 150.0}));
    const int sleeve = table.one_of("sleeve", std::span(k_sleeve_names).subspan(1));
    pose.sleeve = sleeve == 0 ? Sleeve::long_one : Sleeve::short_one;
    pose.thumb = numbers<5>(table, "thumb_deg", k_angle);
    for (std::size_t f = 0; f < pose.fingers.size(); ++f)
        pose.fingers[f] = numbers<4>(table, std::string(k_digit_names[f + 1]) + "_deg", k_angle);
    table.finish();
    return pose;
}

} // namespace sculpt
