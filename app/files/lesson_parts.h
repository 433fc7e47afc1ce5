#pragma once
// What load_lesson has read so far, and the readers of a step's tracks: pose keys, locks, hands.

#include "anatomy/atlas.h"
#include "files/toml_reader.h"
#include "lesson/lesson.h"

#include <optional>
#include <string>
#include <vector>

namespace files {

/// The lesson as it grows. The sections are those of `lesson.locks` and `lesson.hands`, one for each, so that what
/// shows only when the whole time line is known is still said at the right line.
struct LessonParts {
    const anatomy::Atlas& atlas;
    lesson::Lesson lesson;
    std::vector<std::string> layers, muscles, structures, sources;
    std::vector<Section> lock_sections, hand_sections;
    std::optional<std::string> held_by; ///< id of the step whose lock is on
};

/// Reads [[step.pose]]: named angles change, the others stay. Before a step's first key the pose holds still.
void read_pose_keys(Section& step, const lesson::Step& times, LessonParts& parts);
/// Reads [step.lock] and step.release_lock_at_s.
void read_lock(Section& step, const lesson::Step& times, LessonParts& parts);
/// Reads [[step.hand]].
void read_hands(Section& step, const lesson::Step& times, LessonParts& parts);

/// When all steps are read: closes the tracks and checks what holds between them.
void finish_locks(LessonParts& parts);
void finish_hands(LessonParts& parts);

} // namespace files
