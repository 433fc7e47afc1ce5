#include "sculpt/cache.h"

#include "base/failure.h"
#include "files/bytes.h"
#include "files/load.h"

#include <algorithm>
#include <fmt/format.h>

namespace sculpt {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t k_largest_file = 256u << 20; ///< bytes

void append_text(std::vector<std::byte>& bytes, const std::string& text) {
    files::append(bytes, std::span<const char>(text));
}

void append_shape(std::vector<std::byte>& bytes, const Shape& shape) {
    append_text(bytes, shape.written);
    files::append_value(bytes, shape.kind);
    files::append_value(bytes, shape.colour);
    files::append_value(bytes, shape.triangles);
}

fs::path file_of(const fs::path& folder, const std::string& id, std::uint64_t key) {
    return folder / fmt::format("{}-{:016x}.mesh", id, key);
}

} // namespace

std::uint64_t key_of(const std::vector<Shape>& shapes, std::size_t index, std::uint64_t maker) {
    const Shape& own = shapes[index];
    std::vector<std::byte> bytes;
    files::append_value(bytes, maker);
    append_shape(bytes, own);
    for (const Shape& other : shapes) {
        if (other.id == own.id) continue;
        const bool covered = std::ranges::find(own.hull.over, other.id) != own.hull.over.end();
        const bool near = !other.program.empty() && !own.program.empty() &&
                          other.program.box().overlaps(own.program.box().padded(k_reach));
        if (covered || near) append_shape(bytes, other);
    }
    return files::checksum(bytes);
}

std::optional<MeshLevels> kept(const fs::path& folder, const std::string& id, std::uint64_t key) {
    if (folder.empty()) return std::nullopt;
    const auto bytes = files::read_bytes(file_of(folder, id, key), k_largest_file);
    if (!bytes) return std::nullopt;
    std::optional<mesh::Model> model = files::from_cache(*bytes);
    MeshLevels levels;
    if (!model || model->meshes.size() != levels.size()) return std::nullopt;
    std::ranges::move(model->meshes, levels.begin());
    return levels;
}

void keep(const fs::path& folder, std::uint64_t key, const MeshLevels& levels) {
    if (folder.empty()) return;
    const std::string& id = levels.front().id;
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    std::vector<fs::path> old;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().stem().string();
        if (name.size() == id.size() + 17 && name.starts_with(id + "-")) old.push_back(entry.path());
    }
    for (const fs::path& file : old) fs::remove(file, ignored);
    try {
        files::write_atomically(file_of(folder, id, key),
                                files::to_cache({std::vector<mesh::Mesh>(levels.begin(), levels.end())}));
    } catch (const base::Failure&) {
        // the structure is made again next time
    }
}

} // namespace sculpt
