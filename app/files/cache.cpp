// Mesh cache: magic, version, byte order mark, checksum, size, then plain arrays in the machine's byte order.
#include "anatomy/body.h"
#include "files/bytes.h"
#include "files/load.h"

#include <algorithm>
#include <cstring>

namespace files {

namespace {

constexpr std::array<char, 8> k_magic = {'P', 'S', 'T', 'R', 'M', 'E', 'S', 'H'};
constexpr std::uint32_t k_byte_order = 0x01020304;
constexpr std::size_t k_header = k_magic.size() + 4 + 4 + 8 + 8;

/// Takes plain values off the front of bytes; once something does not fit, it gives nothing more.
class Cursor {
public:
    explicit Cursor(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class T>
    T value() {
        T taken{};
        if (bytes_.size() < sizeof(T)) fits_ = false;
        if (!fits_) return taken;
        std::memcpy(&taken, bytes_.data(), sizeof(T));
        bytes_ = bytes_.subspan(sizeof(T));
        return taken;
    }

    /// A count, then that many values. The count is checked before anything is allocated.
    template <class T>
    void list(T& values) {
        using Value = typename T::value_type;
        const std::uint64_t count = value<std::uint64_t>();
        if (count > bytes_.size() / sizeof(Value)) fits_ = false;
        if (!fits_ || count == 0) return;
        values.resize(count);
        std::memcpy(static_cast<void*>(values.data()), bytes_.data(), count * sizeof(Value));
        bytes_ = bytes_.subspan(count * sizeof(Value));
    }

    bool fits() const { return fits_; }
    bool at_end() const { return fits_ && bytes_.empty(); }

private:
    std::span<const std::byte> bytes_;
    bool fits_ = true;
};

template <class T>
void append_list(std::vector<std::byte>& bytes, const T& values) {
    append_value(bytes, static_cast<std::uint64_t>(values.size()));
    append(bytes, std::span<const typename T::value_type>(values));
}

/// Every list of a mesh in the order of the cache, for writer and reader alike.
template <class Mesh, class Visit>
void each_list(Mesh& mesh, Visit&& visit) {
    visit(mesh.id);
    visit(mesh.positions);
    visit(mesh.normals);
    visit(mesh.fibre);
    visit(mesh.tissue);
    visit(mesh.colours);
    visit(mesh.joints);
    visit(mesh.weights);
    visit(mesh.indices);
    visit(mesh.relief);
}

template <class Morph, class Visit>
void each_morph_list(Morph& morph, Visit&& visit) {
    visit(morph.vertices);
    visit(morph.offsets);
}

void append_mesh(std::vector<std::byte>& bytes, const mesh::Mesh& mesh) {
    const auto list = [&](const auto& values) { append_list(bytes, values); };
    each_list(mesh, list);
    append_value(bytes, static_cast<std::uint64_t>(mesh.morphs.size()));
    for (const mesh::MorphTarget& morph : mesh.morphs) {
        append_value(bytes, morph.bend);
        append_value(bytes, morph.degrees);
        each_morph_list(morph, list);
    }
}

mesh::Mesh take_mesh(Cursor& cursor) {
    mesh::Mesh mesh;
    const auto list = [&](auto& values) { cursor.list(values); };
    each_list(mesh, list);
    const auto morphs = cursor.value<std::uint64_t>();
    for (std::uint64_t i = 0; i < morphs && cursor.fits(); ++i) {
        mesh::MorphTarget& morph = mesh.morphs.emplace_back();
        morph.bend = cursor.value<mesh::Bend>();
        morph.degrees = cursor.value<float>();
        each_morph_list(morph, list);
    }
    return mesh;
}

/// What the arrays may be trusted with: nobody who uses them can read beyond their ends.
bool consistent(const mesh::Mesh& mesh) {
    const std::size_t n = mesh.positions.size();
    const auto fits = [n](const auto& list) { return list.empty() || list.size() == n; };
    const auto known = [](const std::array<std::uint8_t, 4>& four) {
        return std::ranges::all_of(four, [](std::uint8_t joint) { return joint < anatomy::k_body_count; });
    };
    const auto below = [n](std::uint32_t index) { return index < n; };
    const auto whole = [&](const mesh::MorphTarget& morph) {
        return static_cast<std::size_t>(morph.bend) < mesh::k_bend_count &&
               morph.offsets.size() == morph.vertices.size() && std::ranges::all_of(morph.vertices, below);
    };
    return fits(mesh.normals) && fits(mesh.fibre) && fits(mesh.tissue) && fits(mesh.colours) && fits(mesh.joints) &&
           fits(mesh.relief) && mesh.joints.size() == mesh.weights.size() && mesh.indices.size() % 3 == 0 &&
           std::ranges::all_of(mesh.joints, known) && std::ranges::all_of(mesh.indices, below) &&
           std::ranges::all_of(mesh.morphs, whole);
}

} // namespace

std::vector<std::byte> to_cache(const mesh::Model& model) {
    std::vector<std::byte> body;
    append_value(body, static_cast<std::uint64_t>(model.meshes.size()));
    for (const mesh::Mesh& mesh : model.meshes) append_mesh(body, mesh);
    std::vector<std::byte> bytes;
    bytes.reserve(k_header + body.size());
    append(bytes, std::span<const char>(k_magic));
    append_value(bytes, k_cache_version);
    append_value(bytes, k_byte_order);
    append_value(bytes, checksum(body));
    append_value(bytes, static_cast<std::uint64_t>(body.size()));
    append(bytes, std::span<const std::byte>(body));
    return bytes;
}

std::optional<mesh::Model> from_cache(std::span<const std::byte> bytes) {
    Cursor header(bytes);
    if (header.value<std::array<char, 8>>() != k_magic || header.value<std::uint32_t>() != k_cache_version ||
        header.value<std::uint32_t>() != k_byte_order)
        return std::nullopt;
    const auto sum = header.value<std::uint64_t>(), size = header.value<std::uint64_t>();
    if (!header.fits() || size != bytes.size() - k_header) return std::nullopt;
    const std::span<const std::byte> body = bytes.subspan(k_header);
    if (checksum(body) != sum) return std::nullopt;
    Cursor cursor(body);
    mesh::Model model;
    const auto count = cursor.value<std::uint64_t>();
    for (std::uint64_t i = 0; i < count && cursor.fits(); ++i) {
        model.meshes.push_back(take_mesh(cursor));
        if (!consistent(model.meshes.back())) return std::nullopt;
    }
    if (!cursor.at_end()) return std::nullopt;
    return model;
}

} // namespace files
