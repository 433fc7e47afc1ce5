#pragma once
// cache: structures made before, each under a key of everything that it depends on.

#include "sculpt/leg.h"

#include <optional>

namespace sculpt {

/// How far a structure sees others: for the space they share and the light they take from each other, mm.
inline constexpr float k_reach = 25.0f;

/// One mesh a level of detail.
using MeshLevels = std::array<mesh::Mesh, mesh::k_detail_count>;

/// A number that changes when shapes[index] would come out differently: it covers the shape, what it covers (hull), all
/// shapes within reach and `maker`.
std::uint64_t key_of(const std::vector<Shape>& shapes, std::size_t index, std::uint64_t maker);

/// The structure kept under this key, or nullopt. An empty folder keeps nothing.
std::optional<MeshLevels> kept(const std::filesystem::path& folder, const std::string& id, std::uint64_t key);
/// Keeps it and drops what was kept of the same structure before. Failing to write is no error.
void keep(const std::filesystem::path& folder, std::uint64_t key, const MeshLevels& levels);

/// All levels of a body that has been settled, under a key of the drawn model and of `maker`; the same rules.
std::uint64_t settled_key(const Levels& drawn, std::uint64_t maker);
std::optional<Levels> kept_settled(const std::filesystem::path& folder, const std::string& body, std::uint64_t key);
void keep_settled(const std::filesystem::path& folder, const std::string& body, std::uint64_t key,
                  const Levels& levels);

} // namespace sculpt
