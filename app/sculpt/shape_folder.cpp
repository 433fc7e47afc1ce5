// The shape files of a folder together, and the checks that need them all.

#include "base/nearest_word.h"
#include "sculpt/shape_file.h"

#include <algorithm>
#include <set>

namespace sculpt {
namespace {

/// Across files: every id once, every mirrored or covered structure there and with shapes of its own.
void check_ids(const std::vector<Shape>& shapes, const std::string& folder,
               std::vector<base::Diagnostic>& diagnostics) {
    std::set<std::string> seen;
    std::vector<std::string> solid;
    for (const Shape& shape : shapes) {
        if (!seen.insert(shape.id).second)
            diagnostics.push_back(
                {base::Severity::error, folder, 0, shape.id, "This structure is described twice.", {}});
        if (shape.mirror_of.empty() && shape.hull.over.empty()) solid.push_back(shape.id);
    }
    const auto check = [&](const std::string& key, const std::string& wanted) {
        if (std::find(solid.begin(), solid.end(), wanted) == solid.end())
            diagnostics.push_back({base::Severity::error, folder, 0, key,
                                   "There is no structure '" + wanted + "' with shapes of its own.",
                                   base::did_you_mean(wanted, solid)});
    };
    for (const Shape& shape : shapes) {
        if (!shape.mirror_of.empty()) check(shape.id + ".mirror_of", shape.mirror_of);
        for (const std::string& id : shape.hull.over) check(shape.id + ".hull.over", id);
    }
}

} // namespace

base::Loaded<std::vector<Shape>> load_shape_folder(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> found;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable))
        if (entry.path().extension() == ".toml") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    base::Loaded<std::vector<Shape>> all;
    std::vector<Shape> shapes;
    for (const auto& file : found) {
        const std::string name = file.filename().string();
        anatomy::Kind usual;
        if (name.starts_with("bones"))
            usual = anatomy::Kind::bone;
        else if (name.starts_with("muscles"))
            usual = anatomy::Kind::muscle;
        else if (name.starts_with("fascia"))
            usual = anatomy::Kind::fascia;
        else if (name.starts_with("nerves"))
            usual = anatomy::Kind::nerve;
        else if (name.starts_with("vessels"))
            usual = anatomy::Kind::vessel;
        else if (name.starts_with("people"))
            usual = anatomy::Kind::person;
        else if (name.starts_with("skin"))
            usual = anatomy::Kind::skin;
        else
            continue;
        base::Loaded<std::vector<Shape>> one = load_shapes(file, usual);
        all.diagnostics.insert(all.diagnostics.end(), one.diagnostics.begin(), one.diagnostics.end());
        if (one.value) shapes.insert(shapes.end(), one.value->begin(), one.value->end());
    }
    if (found.empty())
        all.diagnostics.push_back(
            {base::Severity::error, folder.string(), 0, "", "There are no shape files in this folder.", {}});
    if (!base::has_error(all.diagnostics)) check_ids(shapes, folder.string(), all.diagnostics);
    if (!base::has_error(all.diagnostics)) all.value = std::move(shapes);
    return all;
}

} // namespace sculpt
