#include "anatomy/body.h"
#include "base/failure.h"
#include "files/import.h"
#include "files/load.h"
#include "mesh/relief.h"

#include <algorithm>
#include <assimp/Importer.hpp>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <cctype>
#include <charconv>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace files {

namespace {

/// Shorter offsets are rounding, metres.
constexpr float k_still = 1e-6f;

bool is_gltf(std::string_view file) {
    std::string ending(file.substr(std::min(file.size(), file.rfind('.'))));
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".glb" || ending == ".gltf";
}

std::string structure_id(const aiString& name) {
    const std::string_view whole(name.C_Str());
    return std::string(whole.substr(0, whole.find_first_of("./")));
}

/// Channel `channel` as the file has it: Assimp turns glTF's second coordinate upside down.
std::vector<glm::vec2> texture(const aiMesh& from, unsigned channel, bool flipped) {
    std::vector<glm::vec2> to;
    if (!from.HasTextureCoords(channel)) return to;
    for (unsigned v = 0; v < from.mNumVertices; ++v) {
        const aiVector3D& uv = from.mTextureCoords[channel][v];
        to.emplace_back(uv.x, flipped ? 1.0f - uv.y : uv.y);
    }
    return to;
}

/// Joints and weights when every bone is a body; none at all otherwise, for then the skeleton is a stranger's.
void copy_weights(const aiMesh& from, mesh::Mesh& to) {
    if (!from.HasBones()) return;
    std::vector<std::array<std::uint8_t, 4>> joints(from.mNumVertices);
    std::vector<glm::vec4> weights(from.mNumVertices, glm::vec4(0.0f));
    for (unsigned b = 0; b < from.mNumBones; ++b) {
        const aiBone& bone = *from.mBones[b];
        std::string_view name(bone.mName.C_Str());
        if (name.starts_with(k_joint_prefix)) name.remove_prefix(k_joint_prefix.size());
        const std::optional<anatomy::Body> body = anatomy::body_from_name(name);
        if (!body) return;
        for (unsigned i = 0; i < bone.mNumWeights; ++i) {
            const aiVertexWeight& weight = bone.mWeights[i];
            if (weight.mVertexId >= from.mNumVertices || !(weight.mWeight > 0.0f)) continue;
            // of more than four the smallest gives way
            glm::vec4& four = weights[weight.mVertexId];
            int slot = 0;
            for (int k = 1; k < 4; ++k)
                if (four[k] < four[slot]) slot = k;
            if (weight.mWeight <= four[slot]) continue;
            four[slot] = weight.mWeight;
            joints[weight.mVertexId][static_cast<std::size_t>(slot)] = static_cast<std::uint8_t>(anatomy::index(*body));
        }
    }
    for (glm::vec4& four : weights) {
        const float sum = four.x + four.y + four.z + four.w;
        four = sum > 0.0f ? four / sum : glm::vec4(1.0f, 0.0f, 0.0f, 0.0f);
    }
    to.joints = std::move(joints);
    to.weights = std::move(weights);
}

/// A correction shape that moves nothing yet, from its name: movement and degrees. nullopt for a stranger's morph
/// target.
std::optional<mesh::MorphTarget> named_morph(std::string_view name) {
    const std::size_t bend_ends = std::min(name.rfind('_'), name.size());
    const auto bend = std::ranges::find(mesh::k_bend_names, name.substr(0, bend_ends));
    if (bend_ends == name.size() || bend == mesh::k_bend_names.end()) return std::nullopt;
    name.remove_prefix(bend_ends + 1);
    float degrees = 0.0f;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), degrees);
    if (failed != std::errc() || end != name.data() + name.size() || !std::isfinite(degrees) || degrees == 0.0f)
        return std::nullopt;
    return mesh::MorphTarget{static_cast<mesh::Bend>(bend - mesh::k_bend_names.begin()), degrees, {}, {}};
}

/// Assimp unfolds every shape to whole positions: what does not move is dropped again.
void copy_morphs(const aiMesh& from, const aiMatrix3x3& turn, mesh::Mesh& to) {
    for (unsigned m = 0; m < from.mNumAnimMeshes; ++m) {
        const aiAnimMesh& shape = *from.mAnimMeshes[m];
        std::optional<mesh::MorphTarget> morph = named_morph(shape.mName.C_Str());
        if (!morph || !shape.HasPositions() || shape.mNumVertices != from.mNumVertices) continue;
        for (unsigned v = 0; v < from.mNumVertices; ++v) {
            const aiVector3D offset = turn * (shape.mVertices[v] - from.mVertices[v]);
            if (offset.SquareLength() <= k_still * k_still) continue;
            morph->vertices.push_back(v);
            morph->offsets.emplace_back(offset.x, offset.y, offset.z);
        }
        to.morphs.push_back(*std::move(morph));
    }
    const auto place = [](const mesh::MorphTarget& morph) { return std::pair(morph.bend, morph.degrees); };
    std::ranges::sort(to.morphs, {}, place);
}

mesh::Mesh converted(const aiMesh& from, const aiMatrix4x4& place, bool flipped) {
    mesh::Mesh to;
    const aiMatrix3x3 turn(place);
    const aiMatrix3x3 normal_turn = aiMatrix3x3(turn).Inverse().Transpose();
    const bool moved = !place.IsIdentity();
    for (unsigned v = 0; v < from.mNumVertices; ++v) {
        const aiVector3D p = moved ? place * from.mVertices[v] : from.mVertices[v];
        to.positions.emplace_back(p.x, p.y, p.z);
        if (!from.HasNormals()) continue;
        aiVector3D n = from.mNormals[v];
        if (moved) n = (normal_turn * n).NormalizeSafe();
        to.normals.emplace_back(n.x, n.y, n.z);
    }
    to.fibre = texture(from, 0, flipped);
    to.tissue = texture(from, 1, flipped);
    if (from.HasVertexColors(0))
        for (unsigned v = 0; v < from.mNumVertices; ++v) {
            const aiColor4D& c = from.mColors[0][v];
            to.colours.emplace_back(c.r, c.g, c.b, c.a);
        }
    copy_weights(from, to);
    copy_morphs(from, turn, to);
    const bool mirrored = turn.Determinant() < 0.0f;
    for (unsigned f = 0; f < from.mNumFaces; ++f) {
        const aiFace& face = from.mFaces[f];
        if (face.mNumIndices != 3) continue;
        const std::array<unsigned, 3> corner = {face.mIndices[0], face.mIndices[mirrored ? 2 : 1],
                                                face.mIndices[mirrored ? 1 : 2]};
        to.indices.insert(to.indices.end(), corner.begin(), corner.end());
    }
    return to;
}

template <class T>
void join(std::vector<T>& into, const std::vector<T>& more) {
    if (into.empty() || more.empty())
        into.clear();
    else
        into.insert(into.end(), more.begin(), more.end());
}

/// A node's primitives become one mesh; an attribute stays only if all of them have it.
void join(mesh::Mesh& into, const mesh::Mesh& more) {
    const auto offset = static_cast<std::uint32_t>(into.positions.size());
    into.morphs.clear(); // ours have one primitive
    join(into.positions, more.positions);
    join(into.normals, more.normals);
    join(into.fibre, more.fibre);
    join(into.tissue, more.tissue);
    join(into.colours, more.colours);
    join(into.joints, more.joints);
    join(into.weights, more.weights);
    for (const std::uint32_t index : more.indices) into.indices.push_back(index + offset);
}

/// Whether it follows several bones or a muscle's strand: only that changes its shape.
bool bends(const mesh::Mesh& mesh) { return !mesh.joints.empty() || !mesh.fibre.empty() || !mesh.morphs.empty(); }

void collect(const aiScene& scene, const aiNode& node, const aiMatrix4x4& above, bool flipped, mesh::Model& model) {
    const aiMatrix4x4 place = above * node.mTransformation;
    mesh::Mesh whole;
    for (unsigned m = 0; m < node.mNumMeshes; ++m) {
        const mesh::Mesh part = converted(*scene.mMeshes[node.mMeshes[m]], place, flipped);
        if (part.indices.empty()) continue;
        if (whole.indices.empty())
            whole = part;
        else
            join(whole, part);
    }
    whole.id = structure_id(node.mName);
    if (bends(whole)) mesh::find_relief(whole);
    if (!whole.indices.empty()) model.meshes.push_back(std::move(whole));
    for (unsigned c = 0; c < node.mNumChildren; ++c) collect(scene, *node.mChildren[c], place, flipped, model);
}

} // namespace

mesh::Model read_with_assimp(const char* file) {
    Assimp::Importer importer;
    importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_POINT | aiPrimitiveType_LINE);
    const bool gltf = is_gltf(file);
    // glTF comes with shared vertices; in other formats every triangle may have its own
    const unsigned steps = aiProcess_Triangulate | aiProcess_SortByPType | aiProcess_GenSmoothNormals |
                           (gltf ? 0u : unsigned{aiProcess_JoinIdenticalVertices});
    const aiScene* scene = importer.ReadFile(file, steps);
    if (!scene || !scene->mRootNode) {
        std::string why = importer.GetErrorString();
        std::ranges::replace_if(
            why, [](unsigned char c) { return c < 0x20; }, ' ');
        why = why.substr(0, 200);
        while (why.ends_with(' ')) why.pop_back();
        throw base::Failure("The model cannot be read: " + why + (why.ends_with('.') ? "" : "."));
    }
    mesh::Model model;
    collect(*scene, *scene->mRootNode, aiMatrix4x4(), gltf, model);
    if (model.meshes.empty()) throw base::Failure("The model has no triangles.");
    return model;
}

} // namespace files
