#include "mesh/relief.h"
#include "sculpt/settle_parts.h"

namespace sculpt {
SoftPart::SoftPart(const anatomy::Atlas& atlas, const mesh::Mesh& m, const anatomy::Structure& structure, int i,
                   mesh::Bend bend, float low, float high)
    : mesh(&m), kind(structure.kind), index(i), follower(atlas, m, structure, bend),
      bone_gap(m.positions.size(), k_bone_gap), layer_gap(m.positions.size(), k_deepest_layer),
      fascia_gap(m.positions.size(), -1.0f), skin_gap(m.positions.size(), k_thickest),
      pushed(m.positions.size(), glm::vec3(0.0f)), pushed_rest(pushed) {
    if (kind == anatomy::Kind::muscle) belly = tissue::belly(atlas, m);
    for (std::uint32_t v = 0; v < m.positions.size(); ++v)
        if (m.positions[v].y > low && m.positions[v].y < high) watched.push_back(v);
}

std::vector<glm::vec3> SoftPart::whole() const {
    if (!belly) return now;
    tissue::Deformed held{now, mesh::area_normals(now, mesh->indices)};
    tissue::keep_volume(*mesh, *belly, held);
    return held.positions;
}

} // namespace sculpt
