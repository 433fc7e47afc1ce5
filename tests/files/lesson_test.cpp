// Lessons: the shipped ones are right, and each thing that can be wrong is said in so many words.
#include "files/load.h"
#include "lesson/sample.h"
#include "small_atlas.h"

#include "tissue/path.h"
#include "tissue/solver.h"

#include <fstream>
#include <iterator>

namespace {

using base::Seconds;
using samples::Folder;

anatomy::Atlas atlas() {
    const Folder folder;
    samples::write_atlas(folder, samples::small_atlas());
    return files::load_atlas(folder.path()).value.value();
}

base::Loaded<lesson::Lesson> load(const std::string& text) {
    const Folder folder;
    return files::load_lesson(folder.file("a.toml", text), atlas());
}

TEST(LessonFile, EveryShippedOneLoadsWithoutAWord) {
    const std::filesystem::path assets = std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "assets";
    const auto shipped = files::load_atlas(assets / "anatomy");
    ASSERT_TRUE(shipped);
    int lessons = 0;
    for (const auto& entry : std::filesystem::directory_iterator(assets / "lessons")) {
        if (entry.path().extension() != ".toml") continue;
        const auto loaded = files::load_lesson(entry.path(), *shipped.value);
        for (const base::Diagnostic& d : loaded.diagnostics) ADD_FAILURE() << base::to_string(d);
        EXPECT_TRUE(loaded);
        ++lessons;
    }
    EXPECT_GE(lessons, 1);
}

TEST(LessonFile, ShippedLocksStretchWhatWouldBeSlackWithoutThem) {
    const std::filesystem::path assets = std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "assets";
    const anatomy::Atlas shipped = files::load_atlas(assets / "anatomy").value.value();
    const lesson::Lesson lesson = files::load_lesson(assets / "lessons/hamstring_str.toml", shipped).value.value();
    EXPECT_GE(lesson.locks.size(), 5u);
    for (const lesson::LockSpan& span : lesson.locks) {
        const motion::Pose end = lesson::pose_at(lesson, span.to);
        EXPECT_GT(tissue::evaluate_muscle(shipped, span.lock.muscle, end, span.lock).distal_strain, 0.05)
            << span.lock.position;
        EXPECT_GT(span.lock.set_in.knee_flexion.degrees(), 100.0);
    }
}

TEST(LessonFile, EveryGripHasAShippedHandToLockWith) {
    const std::filesystem::path assets = std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "assets";
    const anatomy::Atlas shipped = files::load_atlas(assets / "anatomy").value.value();
    std::ifstream file(assets / "lessons/hamstring_str.toml");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    for (const std::string_view grip : tissue::k_grip_names) {
        std::string other = text;
        for (std::size_t i = 0; (i = other.find("reinforced_thumb\"", i)) != std::string::npos; i += grip.size())
            other.replace(i, std::string_view("reinforced_thumb").size(), grip);
        const Folder folder;
        const auto loaded = files::load_lesson(folder.file("a.toml", other), shipped);
        for (const base::Diagnostic& d : loaded.diagnostics) ADD_FAILURE() << base::to_string(d);
    }
}

TEST(LessonFile, TimesBecomeAbsoluteAndWhatIsNotNamedStays) {
    const auto loaded = load(samples::small_lesson());
    ASSERT_TRUE(loaded) << base::to_string(loaded.diagnostics.at(0));
    const lesson::Lesson& lesson = *loaded.value;
    ASSERT_EQ(lesson.steps.size(), 2u);
    EXPECT_EQ(lesson.steps[1].start, Seconds(4));
    EXPECT_EQ(lesson.duration(), Seconds(9));
    ASSERT_EQ(lesson.keys.size(), 5u); // at 0 and at the second step's start the pose holds by itself
    EXPECT_EQ(lesson.keys[0].at, Seconds(0));
    EXPECT_EQ(lesson.keys[3].at, Seconds(4));
    EXPECT_NEAR(lesson.keys[3].pose.knee_flexion.degrees(), 120.0, 1e-9);
    EXPECT_EQ(lesson.keys[4].at, Seconds(7));
    EXPECT_EQ(lesson.steps[0].layers.at(0).opacity, 1.0f);
    EXPECT_EQ(lesson.steps[1].layers.at(1).opacity, 0.5f);
    ASSERT_EQ(lesson.locks.size(), 1u);
    EXPECT_EQ(lesson.locks[0].from, Seconds(3.5));
    EXPECT_EQ(lesson.locks[0].to, Seconds(8));
    EXPECT_NEAR(lesson.locks[0].lock.set_in.knee_flexion.degrees(), 120.0, 1e-9);
}

TEST(LessonFile, HandLeavesItsLockFromTheSamePlaceOnTheThigh) {
    const anatomy::Atlas small = atlas();
    const lesson::Lesson lesson = load(samples::small_lesson()).value.value();
    const lesson::HandSpan& hand = lesson.hands.at(2);
    const lesson::LockSpan& lock = lesson.locks.at(0);
    const auto length = [&](const motion::Pose& pose) {
        return tissue::path_length(small, 0, motion::frames(small, pose));
    };
    EXPECT_EQ(hand.muscle, 0);
    EXPECT_NEAR(hand.to_position * length(lesson::pose_at(lesson, lock.to)), 0.3 * length(lock.lock.set_in), 1e-9);
    EXPECT_LT(hand.to_position, 0.3);
}

struct Case {
    const char* from;
    const char* to;
    const char* said; ///< key: message (suggestion)
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.said; }

class BrokenLesson : public testing::TestWithParam<Case> {};

TEST_P(BrokenLesson, IsSaidInSoManyWords) {
    const Case& c = GetParam();
    const auto loaded = load(samples::replaced(samples::small_lesson(), c.from, c.to));
    EXPECT_FALSE(loaded);
    std::string all;
    for (const base::Diagnostic& d : loaded.diagnostics)
        all += (all.empty() ? "" : "\n") + d.key + ": " + d.message +
               (d.suggestion.empty() ? "" : " (" + d.suggestion + ")");
    EXPECT_EQ(all, c.said);
}

constexpr Case k_steps[] = {
    {"[\"student\"]", "[\"studnt\"]", "audiences: There is no audience 'studnt'. (did you mean 'student'?)"},
    {"[\"student\"]", "[]", "audiences: At least one audience must be given."},
    {"disclaimer = \"For tests.\"", "", "disclaimer: This key is missing; it must be text."},
    {"target_mm = [0, 800, 500]", "target_mm = [0, 2000, 10]",
     "camera[1].eye_mm: The eye must be at least 50 mm from the target."},
    {"target_mm = [0, 800, 500]", "target_mm = [0, 800, 500]\nfov_deg = 120",
     "camera[1].fov_deg: The value 120 is not allowed; it must be from 5 to 90."},
    {"camera = \"room\"", "camera = \"rom\"", "step[1].camera: There is no camera 'rom'. (did you mean 'room'?)"},
    {"highlight = [\"biceps\"]", "highlight = [\"bicepz\"]",
     "step[1].highlight: There is no structure 'bicepz'. (did you mean 'biceps'?)"},
    {"highlight = [\"biceps\"]\nsources = [\"book\"]", "sources = [\"bok\"]",
     "step[1].sources: There is no source 'bok'. (did you mean 'book'?)"},
    {"bones = 0.5", "bone = 0.5", "step[1].layers.bone: There is no layer 'bone'. (did you mean 'bones'?)"},
    {"bones = 0.5", "bones = 50", "step[1].layers.bones: The value 50 is not allowed; it must be from 0 to 1."},
    {"client = \"c\"", "", "step[1].text.client: This key is missing; it must be text."},
    {"client = \"c\"", "client = \" \"", "step[1].text.client: This text is empty."},
    {"id = \"stretch\"", "id = \"bend\"", "step[2].id: The id 'bend' is given twice."},
    {"duration_s = 5", "duration_s = 5\nduraton_s = 5",
     "step[2].duraton_s: This key is not known here. (did you mean 'duration_s'?)"},
};
INSTANTIATE_TEST_SUITE_P(Steps, BrokenLesson, testing::ValuesIn(k_steps));

constexpr Case k_pose[] = {
    {"knee_flexion_deg = 120", "knee_flexion_deg = 150",
     "step[1].pose[2].knee_flexion_deg: The value 150 is not allowed; it must be from 0 to 140."},
    {"knee_flexion_deg = 120", "knee_deg = 120", "step[1].pose[2].knee_deg: This key is not known here."},
    {"at_s = 3\nknee_flexion_deg = 120", "at_s = 6\nknee_flexion_deg = 120",
     "step[1].pose[2].at_s: The value 6 is not allowed; it must be from 0 to 4."},
    {"at_s = 3\nknee_flexion_deg = 120", "at_s = 1\nknee_flexion_deg = 120",
     "step[1].pose[2].at_s: This key must come after the one before it."},
};
INSTANTIATE_TEST_SUITE_P(Pose, BrokenLesson, testing::ValuesIn(k_pose));

constexpr Case k_locks[] = {
    {"muscle = \"biceps\"\nposition = 0.3", "muscle = \"bicep\"\nposition = 0.3",
     "step[1].lock.muscle: There is no muscle path 'bicep'. (did you mean 'biceps'?)"},
    {"grip = \"palm\"", "grip = \"pam\"",
     "step[1].lock.grip: 'pam' is not known here; allowed: palm, reinforced_thumb, soft_fist, forearm, elbow. "
     "(did you mean 'palm'?)"},
    {"pressure_n = 60", "pressure_n = 600",
     "step[1].lock.pressure_n: The value 600 is not allowed; it must be from 5 to 250."},
    {"position = 0.3", "position = -1", "step[1].lock.position: The value -1 is not allowed; it must be from 0 to 1."},
    {"position = 0.3", "position = 0.98",
     "step[1].lock.position: This lock lies in the zone 'Hollow of the knee', where nothing may be locked."},
    {"release_lock_at_s = 4", "",
     "step[1].lock: The lock of step 'bend' is never released. (give a later step release_lock_at_s)"},
    {"duration_s = 4", "duration_s = 4\nrelease_lock_at_s = 3.2",
     "step[1].release_lock_at_s: The lock must be held before it is released."},
    {"[[step.pose]]\nat_s = 3\nknee_flexion_deg = 0",
     "[step.lock]\nmuscle = \"biceps\"\nposition = 0.3\ngrip = \"palm\"\npressure_n = 60\nat_s = 2",
     "step[2].lock: The lock of step 'stretch' is never released. (give a later step release_lock_at_s)\n"
     "step[2].lock.at_s: This lock must come after the release of the one before."},
};
INSTANTIATE_TEST_SUITE_P(Locks, BrokenLesson, testing::ValuesIn(k_locks));

constexpr Case k_hands[] = {
    {"hand = \"right\"", "hand = \"left\"", "step[1].hand[1].shape: 'hand_right_palm' is not a left hand."},
    {"shape = \"hand_right_palm\"", "shape = \"hand_right_plam\"",
     "step[1].hand[1].shape: There is no structure 'hand_right_plam'. (did you mean 'hand_right_palm'?)"},
    {"place = \"muscle\"\nmuscle = \"biceps\"\n", "place = \"away\"\n",
     "step[1].hand[1].position: Only a hand with place = \"muscle\" has this."},
    {"to_s = 3\n", "from_s = 3\nto_s = 2\n", "step[1].hand[1].to_s: A hand's span must end after it begins."},
    {"to_s = 3\n", "to_s = 3.8\n",
     "step[1].hand[2].from_s: This begins before the same hand's last span has ended, at 3.8 s of the lesson."},
    {"to_s = 3\n", "to_s = 3.4\n",
     "step[1].hand[2].from_s: The hand needs at least 0.3 s to come here from its last place."},
    {"place = \"lock\"\nto_s = 4", "place = \"lock\"",
     "step[2].hand[1].place: There is no lock from 4 s to 9 s of the lesson."},
};
INSTANTIATE_TEST_SUITE_P(Hands, BrokenLesson, testing::ValuesIn(k_hands));

TEST(LessonFile, ReleaseWithoutALockIsRefused) {
    const std::string step = "[[step]]\nid = \"last\"\ntitle = \"t\"\nduration_s = 2\ncamera = \"room\"\n"
                             "release_lock_at_s = 1\n[step.text]\nstudent = \"s\"\ninstructor = \"i\"\n"
                             "client = \"c\"\n";
    const auto loaded = load(samples::small_lesson() + step);
    ASSERT_EQ(loaded.diagnostics.size(), 1u);
    EXPECT_EQ(loaded.diagnostics[0].message, "There is no lock to release.");
}

TEST(LessonFile, SecondLockOnTopOfTheFirstIsRefused) {
    std::string text = samples::replaced(samples::small_lesson(), "release_lock_at_s = 4", "");
    text = samples::replaced(text, "[[step.pose]]\nat_s = 3\nknee_flexion_deg = 0",
                             "[step.lock]\nmuscle = \"biceps\"\nposition = 0.3\ngrip = \"palm\"\npressure_n = 60");
    const auto loaded = load(text);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.diagnostics.back().message, "The lock of step 'bend' is still held.");
    EXPECT_EQ(loaded.diagnostics.back().suggestion, "release it before with release_lock_at_s");
}

TEST(LessonFile, PoseThatJumpsBetweenStepsIsRefused) {
    std::string text = samples::replaced(samples::small_lesson(), "at_s = 3\nknee_flexion_deg = 120",
                                         "at_s = 4\nknee_flexion_deg = 120");
    text = samples::replaced(text, "at_s = 3\nknee_flexion_deg = 0", "at_s = 0\nknee_flexion_deg = 0");
    const auto loaded = load(text);
    ASSERT_EQ(loaded.diagnostics.size(), 1u);
    EXPECT_EQ(loaded.diagnostics[0].message, "The step before ends in another pose at this time.");
}

TEST(LessonFile, DiagnosticNamesItsLine) {
    const auto loaded = load(samples::replaced(samples::small_lesson(), "grip = \"palm\"", "grip = \"pam\""));
    ASSERT_EQ(loaded.diagnostics.size(), 1u);
    EXPECT_EQ(loaded.diagnostics[0].line, 34);
}

} // namespace
