// make_leg: writes the model from the shape programs. Runs at build time, and by hand to look at single structures.

#include "base/failure.h"
#include "files/bytes.h"
#include "files/load.h"
#include "maker/views.h"
#include "platform/folders.h"
#include "sculpt/body_shape.h"
#include "sculpt/cache.h"
#include "sculpt/footprint.h"
#include "sculpt/leg.h"
#include "sculpt/settle.h"
#include "tissue/scale.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <utility>

namespace {

struct Words {
    std::filesystem::path anatomy, shapes; ///< empty: the program's own
    std::string body, out, cache, views;
    std::vector<std::string> only;
    int size = 1400;
};

std::filesystem::path anatomy_folder(const Words& words) {
    return words.anatomy.empty() ? platform::assets() / "anatomy" : words.anatomy;
}

void report(const mesh::Mesh& mesh, bool kept, int count, int of) {
    fmt::print("[{:2}/{}] {:28} {:6} triangles {:9.1f} cm3{}\n", count, of, mesh.id, mesh.indices.size() / 3,
               mesh::volume(mesh) * 1e6, kept ? "  (kept)" : "");
    std::fflush(stdout);
}

template <class T>
T take(base::Loaded<T> loaded) {
    for (const auto& diagnostic : loaded.diagnostics) fmt::print(stderr, "{}\n", base::to_string(diagnostic));
    if (!loaded) throw base::Failure("The anatomy files have the errors above; nothing was made.");
    return std::move(*loaded.value);
}

/// Stands for this program: another build of it makes everything anew.
std::uint64_t own_checksum() {
    const auto bytes = files::read_bytes(platform::executable(), 1u << 30);
    return bytes ? files::checksum(*bytes) : 0;
}

void write(const sculpt::Levels& levels, const std::filesystem::path& out) {
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::filesystem::path file = files::level_file(out, static_cast<mesh::Detail>(i));
        files::write_glb(levels[i], file);
        std::size_t triangles = 0;
        for (const auto& mesh : levels[i].meshes) triangles += mesh.indices.size() / 3;
        fmt::print("{}: {} structures, {} triangles\n", file.string(), levels[i].meshes.size(), triangles);
    }
}

void put_on(const anatomy::Physique& physique, anatomy::Atlas& atlas, sculpt::Levels& levels) {
    const sculpt::BodyShape shape(levels.front(), atlas, physique);
    for (mesh::Model& level : levels) level = shape.put_on(std::move(level));
    atlas = tissue::scaled(std::move(atlas), physique);
}

/// Lets the flesh of the bent knee settle, or takes what did so before.
void settle(const Words& words, const anatomy::Atlas& atlas, sculpt::Levels& levels) {
    const std::string body = std::filesystem::path(words.body).stem().string();
    // the movement comes from the anatomy files
    std::vector<std::byte> maker;
    files::append_value(maker, own_checksum());
    const std::filesystem::path anatomy = anatomy_folder(words);
    for (const char* name : {"joints.toml", "muscles.toml", "structures.toml"})
        if (const auto bytes = files::read_bytes(anatomy / name, 1u << 24))
            files::append(maker, std::span<const std::byte>(*bytes));
    const std::uint64_t key = sculpt::settled_key(levels, files::checksum(maker));
    if (auto kept = sculpt::kept_settled(words.cache, body, key)) {
        levels = *std::move(kept);
        return;
    }
    sculpt::settle(levels, atlas);
    sculpt::keep_settled(words.cache, body, key, levels);
}

void run(const Words& words) {
    if (words.out.empty() && words.views.empty())
        throw base::Failure("Nothing to write: give --out FILE.glb, --views FOLDER, or both.");
    const std::filesystem::path anatomy = anatomy_folder(words);
    const std::filesystem::path folder = words.shapes.empty() ? anatomy / "shapes" : words.shapes;
    std::vector<sculpt::Shape> shapes = take(sculpt::load_shape_folder(folder));
    anatomy::Atlas atlas = take(files::load_atlas(anatomy));
    sculpt::colour_as_in(atlas, shapes);
    sculpt::Levels levels = sculpt::make_leg(std::move(shapes), {words.only, words.cache, own_checksum(), report});
    if (!words.body.empty()) put_on(take(files::load_physique(words.body, atlas)), atlas, levels);
    for (std::size_t i = levels.size(); i-- > 0;) { // on the surfaces as they are now
        // the triangles of the least level are larger than some areas
        const mesh::Detail surface = std::min(static_cast<mesh::Detail>(i), mesh::Detail::low);
        const auto& meshes = levels[static_cast<std::size_t>(surface)].meshes;
        for (mesh::Mesh& footprint : sculpt::make_footprints(atlas, meshes, static_cast<mesh::Detail>(i)))
            levels[i].meshes.push_back(std::move(footprint));
    }
    settle(words, atlas, levels);
    if (!words.out.empty()) write(levels, words.out);
    if (!words.views.empty())
        maker::write_views(levels.front(), atlas, words.views, words.only.empty() ? "leg" : words.only.front(),
                           words.size);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Makes the model of the leg from the shape programs, in four levels of detail."};
    Words words;
    app.add_option("--shapes", words.shapes, "Folder of the shape files (else the anatomy's shapes)")
        ->check(CLI::ExistingDirectory);
    app.add_option("--anatomy", words.anatomy, "Folder of the anatomy files (else the program's own)")
        ->check(CLI::ExistingDirectory);
    app.add_option("--body", words.body,
                   "The body to make: a file of anatomy/bodies; without it the body as drawn, lean")
        ->check(CLI::ExistingFile);
    app.add_option("--out", words.out,
                   "The .glb to write; the lower levels go beside it (NAME_half.glb, NAME_low.glb, NAME_least.glb)");
    app.add_option("--cache", words.cache, "Folder that keeps what was made, so that only what changed is made again");
    app.add_option("--only", words.only, "Make these structures alone (ids, separated by commas)")->delimiter(',');
    app.add_option("--views", words.views, "Folder for four pictures: from behind, outside, front and inside");
    app.add_option("--size", words.size, "Width and height of the pictures in pixels")
        ->check(CLI::Range(64, 8192))
        ->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    try {
        run(words);
        return 0;
    } catch (const base::Failure& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
}
