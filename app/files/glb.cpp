// Writes glTF 2.0 binary (Khronos specification 2.0.1, section 4.4, "Binary glTF Layout").
#include "anatomy/body.h"
#include "base/assert.h"
#include "base/failure.h"
#include "files/bytes.h"
#include "files/load.h"

#include <charconv>
#include <limits>

namespace files {

namespace {

// numbers of the OpenGL enumeration that the format uses
constexpr int k_unsigned_byte = 5121, k_unsigned_short = 5123, k_unsigned_int = 5125, k_float = 5126;
constexpr int k_array_buffer = 34962, k_element_array_buffer = 34963, k_no_target = 0;

std::string number(float value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return std::string(text, end);
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + "\"";
}

/// The lists of a glTF document as they grow, each a JSON text without its brackets.
class Document {
public:
    /// Appends `values` to the buffer and returns the index of an accessor for them.
    template <class T>
    int accessor(const std::vector<T>& values, std::string_view type, int component, int target,
                 const std::string& more = {}) {
        const int written = view(values, target);
        add(accessors_,
            "{\"bufferView\":" + std::to_string(written) + ",\"componentType\":" + std::to_string(component) +
                ",\"count\":" + std::to_string(values.size()) + ",\"type\":\"" + std::string(type) + "\"" + more + "}");
        return accessor_count_++;
    }

    /// A sparse accessor (section 3.6.2.3): zeros but for the vertices that move.
    int morph_accessor(const mesh::MorphTarget& morph, std::size_t vertices);
    void add_mesh(const mesh::Mesh& mesh);
    std::vector<std::byte> bytes();

private:
    static void add(std::string& list, const std::string& element) {
        if (!list.empty()) list += ',';
        list += element;
    }
    /// Appends `values` to the buffer and returns the index of a view of them.
    template <class T>
    int view(const std::vector<T>& values, int target) {
        const std::size_t offset = buffer_.size();
        append(buffer_, std::span<const T>(values));
        const std::size_t length = buffer_.size() - offset;
        buffer_.resize((buffer_.size() + 3) / 4 * 4);
        std::string text =
            "{\"buffer\":0,\"byteOffset\":" + std::to_string(offset) + ",\"byteLength\":" + std::to_string(length);
        if (target != k_no_target) text += ",\"target\":" + std::to_string(target);
        add(views_, text + "}");
        return view_count_++;
    }
    void add_skeleton();

    std::vector<std::byte> buffer_;
    std::string views_, accessors_, meshes_, nodes_, roots_, skin_;
    int accessor_count_ = 0, view_count_ = 0, node_count_ = 0;
    bool skinned_ = false;
};

/// Joints whose weight is 0 are written as 0: the format asks for it.
std::vector<std::array<std::uint8_t, 4>> used_joints(const mesh::Mesh& mesh) {
    std::vector<std::array<std::uint8_t, 4>> joints = mesh.joints;
    for (std::size_t v = 0; v < joints.size(); ++v)
        for (int i = 0; i < 4; ++i)
            if (mesh.weights[v][i] == 0.0f) joints[v][static_cast<std::size_t>(i)] = 0;
    return joints;
}

std::string morph_name(const mesh::MorphTarget& morph) {
    return std::string(mesh::k_bend_names[static_cast<std::size_t>(morph.bend)]) + "_" + number(morph.degrees);
}

std::string low_and_high(const std::vector<glm::vec3>& positions) {
    const mesh::Bounds box = mesh::bounds(std::span(positions));
    const auto triple = [](const glm::vec3& p) {
        return "[" + number(p.x) + "," + number(p.y) + "," + number(p.z) + "]";
    };
    return ",\"min\":" + triple(box.low) + ",\"max\":" + triple(box.high);
}

int Document::morph_accessor(const mesh::MorphTarget& morph, std::size_t vertices) {
    APP_ASSERT(morph.offsets.size() == morph.vertices.size());
    std::vector<std::uint32_t> moving = morph.vertices;
    std::vector<glm::vec3> offsets = morph.offsets;
    if (moving.empty()) moving.push_back(0), offsets.emplace_back(0.0f); // the format allows no empty list
    const bool small = vertices <= std::numeric_limits<std::uint16_t>::max();
    const int at =
        small ? view(std::vector<std::uint16_t>(moving.begin(), moving.end()), k_no_target) : view(moving, k_no_target);
    const int values = view(offsets, k_no_target);
    std::vector<glm::vec3> all = offsets; // what stays counts for the bounds
    if (moving.size() < vertices) all.emplace_back(0.0f);
    add(accessors_,
        "{\"componentType\":" + std::to_string(k_float) + ",\"count\":" + std::to_string(vertices) +
            ",\"type\":\"VEC3\"" + low_and_high(all) + ",\"sparse\":{\"count\":" + std::to_string(moving.size()) +
            ",\"indices\":{\"bufferView\":" + std::to_string(at) +
            ",\"byteOffset\":0,\"componentType\":" + std::to_string(small ? k_unsigned_short : k_unsigned_int) +
            // VTK 9 wants the offsets although 0 is the default
            "},\"values\":{\"bufferView\":" + std::to_string(values) + ",\"byteOffset\":0}}}");
    return accessor_count_++;
}

void Document::add_mesh(const mesh::Mesh& mesh) {
    if (mesh.positions.empty() || mesh.indices.empty())
        throw base::Failure("The structure '" + mesh.id + "' has no triangles, so it cannot be written.");
    std::string attributes;
    const auto attribute = [&](std::string_view name, const auto& values, std::string_view type, int component,
                               const std::string& more = {}) {
        if (values.empty()) return;
        APP_ASSERT(values.size() == mesh.positions.size());
        const int written = accessor(values, type, component, k_array_buffer, more);
        add(attributes, json_text(name) + ":" + std::to_string(written));
    };
    attribute("POSITION", mesh.positions, "VEC3", k_float, low_and_high(mesh.positions));
    attribute("NORMAL", mesh.normals, "VEC3", k_float);
    // the numbered sets must begin at 0: an unused first set is written as zeros
    const bool filler = mesh.fibre.empty() && !mesh.tissue.empty();
    attribute("TEXCOORD_0", filler ? std::vector<glm::vec2>(mesh.tissue.size(), glm::vec2(0.0f)) : mesh.fibre, "VEC2",
              k_float);
    attribute("TEXCOORD_1", mesh.tissue, "VEC2", k_float);
    attribute("COLOR_0", mesh.colours, "VEC4", k_float);
    const bool skinned = !mesh.joints.empty();
    if (skinned) {
        APP_ASSERT(mesh.weights.size() == mesh.joints.size());
        attribute("JOINTS_0", used_joints(mesh), "VEC4", k_unsigned_byte);
        attribute("WEIGHTS_0", mesh.weights, "VEC4", k_float);
    }
    const int indices = accessor(mesh.indices, "SCALAR", k_unsigned_int, k_element_array_buffer);
    std::string targets, names, weights;
    for (const mesh::MorphTarget& morph : mesh.morphs) {
        add(targets, "{\"POSITION\":" + std::to_string(morph_accessor(morph, mesh.positions.size())) + "}");
        add(names, json_text(morph_name(morph)));
        add(weights, "0");
    }
    add(meshes_, "{\"name\":" + json_text(mesh.id) + ",\"primitives\":[{\"attributes\":{" + attributes +
                     "},\"indices\":" + std::to_string(indices) + ",\"material\":0" +
                     (targets.empty() ? "}]}"
                                      : ",\"targets\":[" + targets + "]}],\"weights\":[" + weights +
                                            "],\"extras\":{\"targetNames\":[" + names + "]}}"));
    add(nodes_, "{\"name\":" + json_text(mesh.id) + ",\"mesh\":" + std::to_string(node_count_) +
                    (skinned ? ",\"skin\":0}" : "}"));
    add(roots_, std::to_string(node_count_++));
    skinned_ = skinned_ || skinned;
}

/// The bodies as joints at the origin: vertices stand in the rest position, so every bind matrix is the identity.
/// Called after the last mesh, so that node and mesh have the same index.
void Document::add_skeleton() {
    const std::vector<glm::mat4> identities(anatomy::k_body_count, glm::mat4(1.0f));
    const int matrices = accessor(identities, "MAT4", k_float, k_no_target);
    std::string joints;
    for (const std::string_view body : anatomy::k_body_names) {
        add(nodes_, "{\"name\":" + json_text(std::string(k_joint_prefix) + std::string(body)) + "}");
        add(joints, std::to_string(node_count_++));
    }
    add(nodes_, "{\"name\":\"skeleton\",\"children\":[" + joints + "]}");
    add(roots_, std::to_string(node_count_));
    skin_ = "{\"inverseBindMatrices\":" + std::to_string(matrices) + ",\"skeleton\":" + std::to_string(node_count_) +
            ",\"joints\":[" + joints + "]}";
}

std::vector<std::byte> Document::bytes() {
    if (skinned_) add_skeleton();
    // without a material of its own glTF shows everything as metal
    const std::string material =
        R"({"name":"tissue","pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0.6}})";
    std::string json = R"({"asset":{"version":"2.0","generator":"Pinstretch"},"scene":0,"scenes":[{"nodes":[)" +
                       roots_ + R"(]}],"nodes":[)" + nodes_ + R"(],"meshes":[)" + meshes_ + R"(],"materials":[)" +
                       material + "]" + R"(,"accessors":[)" + accessors_ + R"(],"bufferViews":[)" + views_ +
                       R"(],"buffers":[{"byteLength":)" + std::to_string(buffer_.size()) + "}]";
    if (skinned_) json += ",\"skins\":[" + skin_ + "]";
    json += "}";
    json.resize((json.size() + 3) / 4 * 4, ' ');
    const std::size_t total = 12 + 8 + json.size() + 8 + buffer_.size();
    if (total > std::numeric_limits<std::uint32_t>::max())
        throw base::Failure("The model is larger than the 4 GiB that a .glb file can hold.");
    std::vector<std::byte> out;
    out.reserve(total);
    const auto word = [&](std::size_t value) { append_value(out, static_cast<std::uint32_t>(value)); };
    for (const std::size_t value : {std::size_t{0x46546C67}, std::size_t{2}, total}) word(value); // "glTF", version
    word(json.size());
    word(0x4E4F534A); // "JSON"
    append(out, std::span<const char>(json));
    word(buffer_.size());
    word(0x004E4942); // "BIN"
    append(out, std::span<const std::byte>(buffer_));
    return out;
}

} // namespace

void write_glb(const mesh::Model& model, const std::filesystem::path& file) {
    if (model.meshes.empty()) throw base::Failure("Cannot write " + file.string() + ": the model is empty.");
    Document document;
    for (const mesh::Mesh& mesh : model.meshes) document.add_mesh(mesh);
    write_atomically(file, document.bytes());
}

} // namespace files
