// make_leg: writes the model from the shape programs. Runs at build time.

#include "base/failure.h"
#include "files/load.h"
#include "mesh/mesh.h"
#include "sculpt/footprint.h"
#include "sculpt/leg.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace {

void report(const mesh::Mesh& mesh, int count, int of) {
    fmt::print("[{:2}/{}] {:28} {:6} triangles {:9.1f} cm3\n", count, of, mesh.id, mesh.indices.size() / 3,
               mesh::volume(mesh) * 1e6);
    std::fflush(stdout);
}

void print(const std::vector<base::Diagnostic>& diagnostics) {
    for (const auto& diagnostic : diagnostics) fmt::print(stderr, "{}\n", base::to_string(diagnostic));
}

int run(const std::string& anatomy, const std::string& shapes_folder, const std::string& out,
        const std::vector<std::string>& only) {
    auto shapes = sculpt::load_shape_folder(shapes_folder);
    print(shapes.diagnostics);
    if (!shapes) return 1;
    std::optional<anatomy::Atlas> atlas;
    if (!anatomy.empty()) {
        auto loaded = files::load_atlas(anatomy);
        print(loaded.diagnostics);
        if (!loaded) return 1;
        atlas = std::move(loaded.value);
        sculpt::colour_as_in(*atlas, *shapes.value);
    }
    mesh::Model model = sculpt::make_leg(std::move(*shapes.value), only, report);
    if (atlas)
        for (mesh::Mesh& footprint : sculpt::make_footprints(*atlas, model.meshes))
            model.meshes.push_back(std::move(footprint));
    files::write_glb(model, out);
    std::size_t triangles = 0;
    for (const auto& mesh : model.meshes) triangles += mesh.indices.size() / 3;
    fmt::print("{}: {} structures, {} triangles\n", out, model.meshes.size(), triangles);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Makes the model of the leg from the shape programs."};
    std::string anatomy, shapes, out;
    std::vector<std::string> only;
    app.add_option("--shapes", shapes, "Folder of the shape files")->required()->check(CLI::ExistingDirectory);
    app.add_option("--anatomy", anatomy, "Folder of structures.toml and footprints.toml, for colours and attachments")
        ->check(CLI::ExistingDirectory);
    app.add_option("--out", out, "The .glb to write")->required();
    app.add_option("--only", only, "Make these structures alone (ids, separated by commas)")->delimiter(',');
    CLI11_PARSE(app, argc, argv);
    try {
        return run(anatomy, shapes, out, only);
    } catch (const base::Failure& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
}
