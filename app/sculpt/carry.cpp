#include "sculpt/carry.h"

#include "base/assert.h"
#include "base/smooth.h"

#include <algorithm>

namespace sculpt {

void paint_weights(mesh::Mesh& mesh, const Carry& carry) {
    if (carry.bodies.empty()) return;
    APP_ASSERT(carry.between.size() + 1 == carry.bodies.size());
    mesh.joints.clear();
    mesh.weights.clear();
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const float at = carry.by == CarryBy::height ? mesh.positions[v].y * 1000.0f : mesh.fibre[v].x;
        // the last passage that has begun decides; earlier ones are over by then
        std::size_t first = 0;
        float share = 0.0f;
        for (std::size_t i = 0; i < carry.between.size(); ++i) {
            const auto passed = static_cast<float>(base::smoothstep(carry.between[i].x, carry.between[i].y, at));
            if (passed > 0.0f) first = i, share = passed;
        }
        const auto body = [&](std::size_t i) { return static_cast<std::uint8_t>(anatomy::index(carry.bodies[i])); };
        const std::size_t second = std::min(first + 1, carry.bodies.size() - 1);
        mesh.joints.push_back({body(first), body(second), 0, 0});
        mesh.weights.emplace_back(1.0f - share, share, 0.0f, 0.0f);
    }
}

} // namespace sculpt
