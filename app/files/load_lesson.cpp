#include "files/lesson_parts.h"
#include "files/load.h"
#include "files/references.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace files {

namespace {

void read_audiences(Section& root, lesson::Lesson& lesson) {
    const std::vector<std::string> known(lesson::k_audience_names.begin(), lesson::k_audience_names.end());
    const std::vector<std::string> names = root.texts_or_none("audiences");
    for (const std::string& name : names)
        if (const int found = resolve(root, "audiences", name, "audience", known); found >= 0)
            lesson.audiences.push_back(static_cast<lesson::Audience>(found));
    if (names.empty()) root.error("audiences", "At least one audience must be given.");
}

void read_camera(Section& section, UniqueIds& ids, lesson::Lesson& lesson) {
    lesson::Camera camera;
    camera.id = ids.read(section);
    camera.name = section.text("name");
    camera.eye = glm::vec3(section.vector("eye_mm", 0.001));
    camera.target = glm::vec3(section.vector("target_mm", 0.001));
    if (section.has("eye_mm") && section.has("target_mm") && glm::distance(camera.eye, camera.target) < 0.05f)
        section.error("eye_mm", "The eye must be at least 50 mm from the target.");
    camera.field_of_view = base::Angle::degrees(section.number_or("fov_deg", 30.0, {5.0, 90.0}));
    section.finish();
    lesson.cameras.push_back(std::move(camera));
}

void read_texts(Section texts, lesson::Step& step) {
    for (std::size_t i = 0; i < step.text.size(); ++i) step.text[i] = texts.text(lesson::k_audience_names[i]);
    texts.finish();
}

std::vector<lesson::LayerView> first_layers(const anatomy::Atlas& atlas) {
    std::vector<lesson::LayerView> views;
    for (const anatomy::Layer& layer : atlas.layers) views.push_back({layer.id, layer.shown ? layer.opacity : 0.0f});
    return views;
}

/// Layers that are not named keep what they had in the step before.
void read_layers(Section& section, const LessonParts& parts, lesson::Step& step) {
    step.layers = parts.lesson.steps.empty() ? first_layers(parts.atlas) : parts.lesson.steps.back().layers;
    std::optional<Section> layers = section.table_or_none("layers");
    if (!layers) return;
    for (const std::string& id : layers->keys()) {
        const double opacity = layers->number(id, {0.0, 1.0});
        const int found = resolve(*layers, id, id, "layer", parts.layers);
        if (found >= 0) step.layers[static_cast<std::size_t>(found)].opacity = static_cast<float>(opacity);
    }
}

/// Muscle paths by id.
std::vector<int> read_muscles(Section& section, std::string_view key, const LessonParts& parts) {
    std::vector<int> muscles;
    for (const std::string& id : read_ids(section, key, "muscle path", parts.muscles))
        if (const auto found = parts.atlas.find_muscle(id)) muscles.push_back(*found);
    return muscles;
}

void read_step(Section& section, UniqueIds& ids, LessonParts& parts) {
    lesson::Step step;
    step.id = ids.read(section);
    step.title = section.text("title");
    step.start = parts.lesson.duration();
    step.duration = base::Seconds(section.number("duration_s", {0.5, 600.0}));
    step.camera = section.text("camera");
    resolve(section, "camera", step.camera, "camera", ids_of(parts.lesson.cameras));
    read_texts(section.table("text"), step);
    read_layers(section, parts, step);
    step.highlight = read_ids(section, "highlight", "structure", parts.structures);
    step.sources = read_ids(section, "sources", "source", parts.sources);
    step.show_strain = section.flag_or("show_strain", false);
    step.strained = read_muscles(section, "strained", parts);
    read_pose_keys(section, step, parts);
    read_lock(section, step, parts);
    read_hands(section, step, parts);
    section.finish();
    parts.lesson.steps.push_back(std::move(step));
}

} // namespace

base::Loaded<lesson::Lesson> load_lesson(const std::filesystem::path& file, const anatomy::Atlas& atlas) {
    TomlReader reader(file);
    Section root = reader.root();
    LessonParts parts{
        atlas, {}, ids_of(atlas.layers), ids_of(atlas.muscles), ids_of(atlas.structures), ids_of(atlas.sources), {},
        {},    {}};
    lesson::Lesson& lesson = parts.lesson;
    lesson.file = file.string();
    lesson.id = root.text("id");
    lesson.title = root.text("title");
    read_audiences(root, lesson);
    lesson.sources = read_ids(root, "sources", "source", parts.sources);
    lesson.disclaimer = root.text("disclaimer");
    lesson.active = read_muscles(root, "active", parts);
    UniqueIds camera_ids, step_ids;
    for (Section& section : root.tables("camera")) read_camera(section, camera_ids, lesson);
    for (Section& section : root.tables("step")) read_step(section, step_ids, parts);
    if (lesson.cameras.empty()) root.error("camera", "The lesson must have at least one [[camera]].");
    if (lesson.steps.empty()) root.error("step", "The lesson must have at least one [[step]].");
    root.finish();
    finish_locks(parts);
    finish_hands(parts);
    std::ranges::stable_sort(reader.diagnostics(), {}, &base::Diagnostic::line);
    base::Loaded<lesson::Lesson> loaded{std::nullopt, reader.diagnostics()};
    if (!base::has_error(loaded.diagnostics)) loaded.value = std::move(lesson);
    return loaded;
}

} // namespace files
