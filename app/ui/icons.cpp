#include "ui/icons.h"

#include <cmath>
#include <numbers>

namespace ui {

namespace {

constexpr float k_pi = std::numbers::pi_v<float>;

// Draws in a square from (-1,-1) to (1,1).
struct Pen {
    ImDrawList& list;
    ImVec2 centre;
    float half;
    ImU32 colour;

    ImVec2 at(float x, float y) const { return {centre.x + x * half, centre.y + y * half}; }
    float width() const { return std::fmax(1.4f, half * 0.2f); }
    void line(float x1, float y1, float x2, float y2) const { list.AddLine(at(x1, y1), at(x2, y2), colour, width()); }
    void triangle(float x1, float y1, float x2, float y2, float x3, float y3) const {
        list.AddTriangleFilled(at(x1, y1), at(x2, y2), at(x3, y3), colour);
    }
    void bar(float x1, float y1, float x2, float y2) const {
        list.AddRectFilled(at(x1, y1), at(x2, y2), colour, half * 0.1f);
    }
    void ring(float x, float y, float radius) const { list.AddCircle(at(x, y), radius * half, colour, 0, width()); }
    void dot(float x, float y, float radius) const { list.AddCircleFilled(at(x, y), radius * half, colour); }
    void arc(float radius, float from, float to) const {
        list.PathArcTo(centre, radius * half, from, to, 20);
        list.PathStroke(colour, 0, width());
    }
};

void eye(const Pen& pen) {
    constexpr int k_points = 12;
    for (int side = -1; side <= 1; side += 2) {
        for (int i = 0; i <= k_points; ++i) {
            const float t = static_cast<float>(i) / k_points;
            pen.list.PathLineTo(pen.at(2.0f * t - 1.0f, static_cast<float>(side) * 0.62f * std::sin(k_pi * t)));
        }
        pen.list.PathStroke(pen.colour, 0, pen.width());
    }
    pen.dot(0.0f, 0.0f, 0.3f);
}

void loop(const Pen& pen) {
    pen.arc(0.75f, -0.35f * k_pi, 1.3f * k_pi);
    pen.triangle(-0.1f, -1.05f, -0.1f, -0.3f, 0.5f, -0.68f);
}

void home(const Pen& pen) {
    pen.triangle(-1.0f, 0.0f, 1.0f, 0.0f, 0.0f, -0.95f);
    pen.bar(-0.65f, 0.0f, -0.18f, 0.85f);
    pen.bar(0.18f, 0.0f, 0.65f, 0.85f);
    pen.bar(-0.2f, 0.0f, 0.2f, 0.3f);
}

} // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
    const Pen pen{list, centre, size / 2.0f, colour};
    switch (icon) {
    case Icon::play: pen.triangle(-0.65f, -0.9f, 0.95f, 0.0f, -0.65f, 0.9f); break;
    case Icon::pause:
        pen.bar(-0.75f, -0.85f, -0.2f, 0.85f);
        pen.bar(0.2f, -0.85f, 0.75f, 0.85f);
        break;
    case Icon::previous:
        pen.bar(-0.85f, -0.8f, -0.55f, 0.8f);
        pen.triangle(0.8f, -0.8f, 0.8f, 0.8f, -0.5f, 0.0f);
        break;
    case Icon::next:
        pen.bar(0.55f, -0.8f, 0.85f, 0.8f);
        pen.triangle(-0.8f, -0.8f, -0.8f, 0.8f, 0.5f, 0.0f);
        break;
    case Icon::loop: loop(pen); break;
    case Icon::eye: eye(pen); break;
    case Icon::eye_off:
        eye(pen);
        pen.line(-0.8f, 0.9f, 0.8f, -0.9f);
        break;
    case Icon::only:
        pen.ring(0.0f, 0.0f, 0.85f);
        pen.dot(0.0f, 0.0f, 0.4f);
        break;
    case Icon::xray:
        pen.ring(0.0f, 0.0f, 0.85f);
        pen.line(-0.55f, 0.55f, 0.55f, -0.55f);
        pen.line(-0.75f, 0.1f, 0.1f, -0.75f);
        pen.line(-0.1f, 0.75f, 0.75f, -0.1f);
        break;
    case Icon::home: home(pen); break;
    case Icon::close:
        pen.line(-0.6f, -0.6f, 0.6f, 0.6f);
        pen.line(-0.6f, 0.6f, 0.6f, -0.6f);
        break;
    case Icon::search:
        pen.ring(-0.2f, -0.2f, 0.6f);
        pen.line(0.25f, 0.25f, 0.9f, 0.9f);
        break;
    case Icon::slower: pen.bar(-0.7f, -0.12f, 0.7f, 0.12f); break;
    case Icon::faster:
        pen.bar(-0.7f, -0.12f, 0.7f, 0.12f);
        pen.bar(-0.12f, -0.7f, 0.12f, 0.7f);
        break;
    }
}

} // namespace ui
