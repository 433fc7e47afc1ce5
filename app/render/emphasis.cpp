#include "render/emphasis.h"

namespace render {

void set_emphasis(gpu::Program& program, const scene::Item& item) {
    struct Light {
        glm::vec3 colour;
        float all_over, at_edges; ///< added to linear colour; at_edges where the surface turns away
    };
    constexpr Light k_highlit = {{1.0f, 0.62f, 0.22f}, 0.04f, 0.34f};
    constexpr Light k_hovered = {{0.75f, 0.86f, 1.0f}, 0.05f, 0.18f};
    constexpr Light k_selected = {{0.30f, 0.62f, 1.0f}, 0.02f, 0.20f};
    constexpr float k_over_strain = 0.25f; // the colours must stay those of the legend
    glm::vec3 all_over(0.0f), at_edges(0.0f);
    const auto add = [&](const Light& light, float strength) {
        all_over += light.colour * (light.all_over * strength);
        at_edges += light.colour * (light.at_edges * strength);
    };
    add(k_highlit, item.highlight * (item.colouring == scene::Colouring::strain ? k_over_strain : 1.0f));
    if (item.hovered) add(k_hovered, 1.0f);
    if (item.selected) add(k_selected, 1.0f);
    program.set("u_emphasis", all_over);
    program.set("u_edge_emphasis", at_edges);
}

} // namespace render
