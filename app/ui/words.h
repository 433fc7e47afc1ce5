#pragma once
// Words: numbers as they are read on screen, always with their unit.

#include "base/angle.h"
#include "base/seconds.h"
#include "lesson/lesson.h"

#include <string>
#include <string_view>

namespace ui {

std::string seconds_text(base::Seconds at);  ///< "1:02.5"
std::string degrees_text(base::Angle angle); ///< "87°"
std::string percent_text(double fraction);   ///< "+12.3 %", strain
std::string millimetres_text(double metres); ///< "412.0 mm"
std::string newtons_text(double newtons);    ///< "80 N"
std::string factor_text(double factor);      ///< "0.5×"
std::string step_text(int step, int count);  ///< "Step 3 of 9", step counted from 0

/// "Student", "Instructor", "Client"
std::string_view audience_text(lesson::Audience audience);

/// True when every word of `query` occurs in `text`, whatever the case. An empty query matches.
bool matches(std::string_view text, std::string_view query);

/// The first `count` sentences of a text.
std::string first_sentences(const std::string& text, int count);

} // namespace ui
