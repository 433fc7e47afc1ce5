#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

double linear(unsigned channel) {
    const double value = static_cast<double>(channel) / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(unsigned hex) {
    return 0.2126 * linear((hex >> 16) & 255u) + 0.7152 * linear((hex >> 8) & 255u) + 0.0722 * linear(hex & 255u);
}

ImVec4 colour(ImU32 packed) { return ImGui::ColorConvertU32ToFloat4(packed); }

void set_colours(ImVec4* c) {
    const ImVec4 clear(0.0f, 0.0f, 0.0f, 0.0f);
    const ImVec4 hover = colour(rgb(0xE4EEEF)), press = colour(rgb(0xC6DFE0));
    c[ImGuiCol_Text] = colour(k_text);
    c[ImGuiCol_TextDisabled] = colour(k_muted);
    c[ImGuiCol_WindowBg] = c[ImGuiCol_MenuBarBg] = colour(k_ground);
    c[ImGuiCol_ChildBg] = clear;
    c[ImGuiCol_PopupBg] = colour(k_raised);
    c[ImGuiCol_Border] = c[ImGuiCol_Separator] = colour(k_line);
    c[ImGuiCol_BorderShadow] = clear;
    c[ImGuiCol_FrameBg] = colour(k_raised);
    c[ImGuiCol_FrameBgHovered] = hover;
    c[ImGuiCol_FrameBgActive] = press;
    c[ImGuiCol_TitleBg] = c[ImGuiCol_TitleBgActive] = c[ImGuiCol_TitleBgCollapsed] = colour(k_accent_soft);
    c[ImGuiCol_ScrollbarBg] = clear;
    c[ImGuiCol_ScrollbarGrab] = colour(rgb(0xB3C0C5));
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = colour(rgb(0x879AA2));
    c[ImGuiCol_CheckMark] = colour(k_accent);
    c[ImGuiCol_SliderGrab] = c[ImGuiCol_SliderGrabActive] = colour(rgb(0x7FBABD)); // the number is read through it
    c[ImGuiCol_Button] = colour(rgb(0xE9EEF0));
    c[ImGuiCol_ButtonHovered] = colour(k_accent_soft);
    c[ImGuiCol_ButtonActive] = press;
    c[ImGuiCol_Header] = colour(k_accent_soft);
    c[ImGuiCol_HeaderHovered] = hover;
    c[ImGuiCol_HeaderActive] = press;
    c[ImGuiCol_SeparatorHovered] = c[ImGuiCol_SeparatorActive] = colour(k_accent);
    c[ImGuiCol_ResizeGrip] = c[ImGuiCol_ResizeGripHovered] = c[ImGuiCol_ResizeGripActive] = clear;
    c[ImGuiCol_Tab] = c[ImGuiCol_TabUnfocused] = colour(rgb(0xE9EEF0));
    c[ImGuiCol_TabHovered] = hover;
    c[ImGuiCol_TabActive] = c[ImGuiCol_TabUnfocusedActive] = colour(k_accent_soft);
    c[ImGuiCol_TableHeaderBg] = colour(k_accent_soft);
    c[ImGuiCol_TableBorderStrong] = c[ImGuiCol_TableBorderLight] = colour(k_line);
    c[ImGuiCol_TableRowBg] = c[ImGuiCol_TableRowBgAlt] = clear;
    c[ImGuiCol_TextSelectedBg] = colour(rgb(0xB5DADB));
    c[ImGuiCol_NavHighlight] = colour(k_accent); // the focus outline: 6:1 on every ground used here
    c[ImGuiCol_ModalWindowDimBg] = colour(rgb(0x17262C, 90));
}

} // namespace

double contrast(unsigned hex_a, unsigned hex_b) {
    const double a = luminance(hex_a) + 0.05, b = luminance(hex_b) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

void apply_theme(float unit) {
    ImGuiStyle style;
    ImGui::StyleColorsLight(&style);
    set_colours(style.Colors);
    style.WindowRounding = 0.0f; // panels are tiles; what lies on them is rounded
    style.ChildRounding = style.FrameRounding = style.PopupRounding = style.GrabRounding = style.TabRounding = 6.0f;
    style.ScrollbarRounding = 6.0f;
    style.SelectableTextAlign = ImVec2(0.0f, 0.5f);
    style.WindowBorderSize = 1.0f;
    style.FrameBorderSize = 1.0f;
    style.WindowPadding = ImVec2(12.0f, 10.0f);
    style.FramePadding = ImVec2(8.0f, 5.0f);
    style.ItemSpacing = ImVec2(8.0f, 7.0f);
    style.ItemInnerSpacing = ImVec2(6.0f, 5.0f);
    style.IndentSpacing = 16.0f;
    style.ScrollbarSize = 11.0f;
    style.GrabMinSize = 12.0f;
    style.WindowMinSize = ImVec2(4.0f, 4.0f);
    style.ScaleAllSizes(unit);
    style.WindowMinSize = ImVec2(4.0f, 4.0f);
    style.WindowBorderSize = style.FrameBorderSize = std::max(1.0f, std::floor(unit));
    ImGui::GetStyle() = style;
}

} // namespace ui
