#include "viewer/commands.h"
#include "viewer/session.h"

#include "files/load.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace viewer {

namespace fs = std::filesystem;

namespace {

/// A body is read against the anatomy that it lies beside.
std::vector<base::Diagnostic> body_diagnostics(const fs::path& file) {
    const auto atlas = files::load_atlas(fs::absolute(file).parent_path().parent_path());
    return atlas ? files::load_physique(file, *atlas.value).diagnostics : atlas.diagnostics;
}

std::vector<base::Diagnostic> folder_diagnostics(const fs::path& folder) {
    const auto atlas = files::load_atlas(folder);
    std::vector<base::Diagnostic> all = atlas.diagnostics;
    if (!atlas) return all;
    for (const fs::path& body : toml_files(folder / "bodies"))
        std::ranges::move(files::load_physique(body, *atlas.value).diagnostics, std::back_inserter(all));
    return all;
}

std::vector<base::Diagnostic> diagnostics_of(const fs::path& file) {
    if (fs::is_directory(file)) return folder_diagnostics(file);
    if (file.extension() == ".toml") {
        // The files of an anatomy folder refer to each other: they are checked together.
        if (fs::exists(file.parent_path() / "structures.toml"))
            return files::load_atlas(file.parent_path()).diagnostics;
        if (file.parent_path().filename() == "bodies") return body_diagnostics(file);
        if (file.parent_path().filename() == "shapes")
            throw UsageError("check: " + file.string() + " is a shape file; make_leg, which reads it, checks it");
        return files::load_lesson(file, load_atlas(Inputs{}.body)).diagnostics;
    }
    return files::import_model(file).diagnostics;
}

} // namespace

int run(const CheckCommand& command) {
    int errors = 0, warnings = 0;
    for (const std::string& file : command.files) {
        for (const base::Diagnostic& diagnostic : diagnostics_of(file)) {
            fmt::print("{}\n", base::to_string(diagnostic));
            (diagnostic.severity == base::Severity::error ? errors : warnings) += 1;
        }
    }
    fmt::print("{} file(s) checked: {} error(s), {} warning(s)\n", command.files.size(), errors, warnings);
    return errors == 0 ? 0 : 1;
}

} // namespace viewer
