#include "viewer/session.h"

#include "base/failure.h"
#include "base/nearest_word.h"
#include "files/load.h"
#include "platform/folders.h"
#include "tissue/scale.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <utility>

namespace viewer {

namespace fs = std::filesystem;

namespace {

/// Why a file cannot be used, in one sentence: its first error, and how to see the others.
std::string refusal(const std::vector<base::Diagnostic>& diagnostics, const fs::path& file, const char* what) {
    const auto is_error = [](const base::Diagnostic& d) { return d.severity == base::Severity::error; };
    const auto first = std::ranges::find_if(diagnostics, is_error);
    const auto more = std::ranges::count_if(diagnostics, is_error) - 1;
    std::string text = fmt::format("cannot use the {} {}", what, file.string());
    if (first != diagnostics.end()) text += ": " + base::to_string(*first);
    if (more > 0) text += fmt::format(" ({} more: pinstretch check {})", more, file.string());
    return text;
}

template <class T>
T take(base::Loaded<T> loaded, const fs::path& file, const char* what) {
    if (!loaded) throw base::Failure(refusal(loaded.diagnostics, file, what));
    print(loaded.diagnostics);
    return std::move(*loaded.value);
}

fs::path anatomy_folder() { return platform::assets() / "anatomy"; }

anatomy::Atlas load_drawn_atlas() { return take(files::load_atlas(anatomy_folder()), anatomy_folder(), "anatomy"); }

std::vector<fs::path> body_files() { return toml_files(anatomy_folder() / "bodies"); }

anatomy::Physique find_body(const anatomy::Atlas& drawn, const std::string& id) {
    std::vector<std::string> ids;
    for (const fs::path& file : body_files()) {
        if (file.stem() == id) return take(files::load_physique(file, drawn), file, "body");
        ids.push_back(file.stem().string());
    }
    throw base::Failure(fmt::format("there is no body '{}': it is one of: {}. {}", id, fmt::join(ids, ", "),
                                    base::did_you_mean(id, ids)));
}

/// The default body's model is leg.glb, another's bears its id.
fs::path own_leg(const std::string& body) {
    return platform::assets() / (body == Inputs{}.body ? "leg.glb" : "leg_" + body + ".glb");
}

} // namespace

void print(const std::vector<base::Diagnostic>& diagnostics) {
    for (const base::Diagnostic& diagnostic : diagnostics) fmt::print(stderr, "{}\n", base::to_string(diagnostic));
}

anatomy::Atlas load_atlas(const std::string& body) {
    anatomy::Atlas drawn = load_drawn_atlas();
    const anatomy::Physique physique = find_body(drawn, body);
    return tissue::scaled(std::move(drawn), physique);
}

std::vector<anatomy::Physique> shipped_bodies() {
    const anatomy::Atlas drawn = load_drawn_atlas();
    std::vector<anatomy::Physique> bodies;
    for (const fs::path& file : body_files()) bodies.push_back(take(files::load_physique(file, drawn), file, "body"));
    return bodies;
}

fs::path body_file(const std::string& id) { return anatomy_folder() / "bodies" / (id + ".toml"); }

std::optional<std::string> body_of(const fs::path& file) {
    for (const fs::path& body : body_files())
        if (std::error_code ignored; fs::equivalent(file, body, ignored)) return body.stem().string();
    return std::nullopt;
}

std::vector<fs::path> toml_files(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".toml") found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

std::vector<fs::path> shipped_lessons() { return toml_files(platform::assets() / "lessons"); }

fs::path find_lesson(const std::string& lesson) {
    if (fs::is_regular_file(lesson)) return lesson;
    std::vector<std::string> ids;
    for (const fs::path& shipped : shipped_lessons()) {
        if (shipped.stem() == lesson) return shipped;
        ids.push_back(shipped.stem().string());
    }
    throw base::Failure(fmt::format("there is no lesson '{}': give the path of a .toml file, or one of: {}. {}", lesson,
                                    fmt::join(ids, ", "), base::did_you_mean(lesson, ids)));
}

fs::path find_model(const Inputs& inputs, mesh::Detail detail) {
    return inputs.model.empty() ? files::level_file(own_leg(inputs.body), detail) : fs::path(inputs.model);
}

mesh::Model load_model(const fs::path& file) { return take(files::load_model(file, platform::cache()), file, "model"); }

scene::World load_lesson_only(const Inputs& inputs) {
    const fs::path file = find_lesson(inputs.lesson);
    scene::World world;
    world.atlas = load_atlas(inputs.body);
    world.lesson = take(files::load_lesson(file, world.atlas), file, "lesson");
    return world;
}

scene::World load_world(const Inputs& inputs, mesh::Detail detail) {
    return load_world(inputs, detail, load_lesson_only(inputs));
}

scene::World load_world(const Inputs& inputs, mesh::Detail detail, const scene::World& loaded) {
    detail = inputs.detail.value_or(detail);
    const fs::path file = find_model(inputs, detail);
    return scene::make_world(loaded.atlas, load_model(file), loaded.lesson, detail);
}

} // namespace viewer
