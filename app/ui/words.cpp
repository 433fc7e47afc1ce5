#include "ui/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace ui {

namespace {

template <class... Values>
std::string print(const char* format, Values... values) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, values...);
    return buffer.data();
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

} // namespace

std::string seconds_text(base::Seconds at) {
    const long tenths = std::lround(std::max(at.count(), 0.0) * 10.0);
    return print("%ld:%02ld.%ld", tenths / 600, tenths / 10 % 60, tenths % 10);
}

std::string degrees_text(base::Angle angle) { return print("%ld\u00B0", std::lround(angle.degrees())); }

std::string percent_text(double fraction) { return print("%+.1f %%", fraction * 100.0); }

std::string millimetres_text(double metres) { return print("%.1f mm", metres * 1000.0); }

std::string newtons_text(double newtons) { return print("%ld N", std::lround(newtons)); }

std::string factor_text(double factor) { return print("%g\u00D7", factor); }

std::string step_text(int step, int count) { return print("Step %d of %d", step + 1, count); }

std::string_view audience_text(lesson::Audience audience) {
    constexpr std::array<std::string_view, lesson::k_audience_count> k_names = {"Student", "Instructor", "Client"};
    return k_names[static_cast<std::size_t>(audience)];
}

bool matches(std::string_view text, std::string_view query) {
    const std::string where = lower(text);
    std::istringstream words(lower(query));
    for (std::string word; words >> word;)
        if (where.find(word) == std::string::npos) return false;
    return true;
}

std::string first_sentences(const std::string& text, int count) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool ends = text[i] == '.' || text[i] == '!' || text[i] == '?';
        if (ends && (text[i + 1] == ' ' || text[i + 1] == '\n') && --count == 0) return text.substr(0, i + 1);
    }
    return text;
}

} // namespace ui
