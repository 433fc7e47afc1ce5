// make_leg: writes the model from the shape programs. Runs at build time.

#include "base/failure.h"
#include "files/load.h"
#include "mesh/mesh.h"
#include "sculpt/leg.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace {

void report(const mesh::Mesh& mesh, int count, int of) {
    fmt::print("[{:2}/{}] {:28} {:6} triangles {:9.1f} cm3\n", count, of, mesh.id, mesh.indices.size() / 3,
               mesh::volume(mesh) * 1e6);
    std::fflush(stdout);
}

int run(const std::string& shapes_folder, const std::string& out, const std::vector<std::string>& only) {
    const auto shapes = sculpt::load_shape_folder(shapes_folder);
    for (const auto& diagnostic : shapes.diagnostics) fmt::print(stderr, "{}\n", base::to_string(diagnostic));
    if (!shapes) return 1;
    const mesh::Model model = sculpt::make_leg(*shapes.value, only, report);
    files::write_glb(model, out);
    std::size_t triangles = 0;
    for (const auto& mesh : model.meshes) triangles += mesh.indices.size() / 3;
    fmt::print("{}: {} structures, {} triangles\n", out, model.meshes.size(), triangles);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Makes the model of the leg from the shape programs."};
    std::string shapes, out;
    std::vector<std::string> only;
    app.add_option("--shapes", shapes, "Folder of the shape files")->required()->check(CLI::ExistingDirectory);
    app.add_option("--out", out, "The .glb to write")->required();
    app.add_option("--only", only, "Make these structures alone (ids, separated by commas)")->delimiter(',');
    CLI11_PARSE(app, argc, argv);
    try {
        return run(shapes, out, only);
    } catch (const base::Failure& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
}
