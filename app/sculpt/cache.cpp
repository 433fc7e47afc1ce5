#include "sculpt/cache.h"

#include "base/failure.h"
#include "files/bytes.h"
#include "files/load.h"
#include "sculpt/needs.h"

#include <algorithm>
#include <fmt/format.h>

namespace sculpt {
namespace {

namespace fs = std::filesystem;

const std::string k_settled = "settled_";
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

std::optional<mesh::Model> kept_model(const fs::path& folder, const std::string& id, std::uint64_t key) {
    if (folder.empty()) return std::nullopt;
    const auto bytes = files::read_bytes(file_of(folder, id, key), k_largest_file);
    return bytes ? files::from_cache(*bytes) : std::nullopt;
}

void keep_model(const fs::path& folder, const std::string& id, std::uint64_t key, const mesh::Model& model) {
    if (folder.empty()) return;
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    std::vector<fs::path> old;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().stem().string();
        if (name.size() == id.size() + 17 && name.starts_with(id + "-")) old.push_back(entry.path());
    }
    for (const fs::path& file : old) fs::remove(file, ignored);
    try {
        files::write_atomically(file_of(folder, id, key), files::to_cache(model));
    } catch (const base::Failure&) {
        // the structure is made again next time
    }
}

} // namespace

std::uint64_t key_of(const std::vector<Shape>& shapes, std::size_t index, std::uint64_t maker) {
    const Shape& own = shapes[index];
    std::vector<std::byte> bytes;
    files::append_value(bytes, maker);
    append_shape(bytes, own);
    const std::vector<std::string> needs = all_needs(shapes, index);
    for (const Shape& other : shapes) {
        if (other.id == own.id) continue;
        const bool needed = std::ranges::find(needs, other.id) != needs.end();
        const bool near = !other.program.empty() && !own.program.empty() &&
                          other.program.box().overlaps(own.program.box().padded(k_reach));
        if (needed || near) append_shape(bytes, other);
    }
    return files::checksum(bytes);
}

std::optional<MeshLevels> kept(const fs::path& folder, const std::string& id, std::uint64_t key) {
    std::optional<mesh::Model> model = kept_model(folder, id, key);
    MeshLevels levels;
    if (!model || model->meshes.size() != levels.size()) return std::nullopt;
    std::ranges::move(model->meshes, levels.begin());
    return levels;
}

void keep(const fs::path& folder, std::uint64_t key, const MeshLevels& levels) {
    keep_model(folder, levels.front().id, key, {std::vector<mesh::Mesh>(levels.begin(), levels.end())});
}

std::uint64_t settled_key(const Levels& drawn, std::uint64_t maker) {
    std::vector<std::byte> bytes;
    files::append_value(bytes, maker);
    for (const mesh::Model& level : drawn) files::append_value(bytes, files::checksum(files::to_cache(level)));
    return files::checksum(bytes);
}

std::optional<Levels> kept_settled(const fs::path& folder, const std::string& body, std::uint64_t key) {
    std::optional<mesh::Model> model = kept_model(folder, k_settled + body, key);
    Levels levels;
    if (!model || model->meshes.size() % levels.size() != 0) return std::nullopt;
    const auto count = static_cast<std::ptrdiff_t>(model->meshes.size() / levels.size());
    auto next = model->meshes.begin();
    for (mesh::Model& level : levels) {
        level.meshes.assign(std::move_iterator(next), std::move_iterator(next + count));
        next += count;
    }
    return levels;
}

void keep_settled(const fs::path& folder, const std::string& body, std::uint64_t key, const Levels& levels) {
    mesh::Model all;
    for (const mesh::Model& level : levels)
        all.meshes.insert(all.meshes.end(), level.meshes.begin(), level.meshes.end());
    keep_model(folder, k_settled + body, key, all);
}

} // namespace sculpt
