#include "render/programs.h"

#include "render/strain_colour.h"

#include <array>

namespace render {

namespace {
constexpr std::array<const char*, k_material_count> k_material_defines = {
    "MATERIAL_BONE",  "MATERIAL_MUSCLE",    "MATERIAL_TENDON", "MATERIAL_SKIN",
    "MATERIAL_CLOTH", "MATERIAL_FURNITURE", "MATERIAL_ANY"};

constexpr std::array<const char*, k_cut_look_count> k_look_defines = {
    "LOOK_PLAIN", "LOOK_SKIN", "LOOK_MUSCLE", "LOOK_TENDON", "LOOK_BONE", "LOOK_VESSEL", "LOOK_NERVE"};

void set_strain_map(gpu::Program& program) {
    const auto& samples = strain_samples();
    for (std::size_t i = 0; i < samples.size(); ++i)
        program.set(("u_strain_map[" + std::to_string(i) + "]").c_str(), samples[i]);
    program.set("u_slack_colour", k_slack_colour);
}

/// Texture units are fixed by name, once.
void set_units(gpu::Program& program) {
    program.use();
    for (const char* first : {"t_sum", "t_mask", "t_depth"}) program.set(first, 0);
    for (const char* second : {"t_absorbance", "t_total", "t_outline", "t_open", "t_glow", "t_picture", "t_floor"})
        program.set(second, 1);
    program.set("t_moments", 2);
    program.set("t_shadow", k_shadow_unit);
}
} // namespace

Material material_of(anatomy::Kind kind) {
    switch (kind) {
    case anatomy::Kind::bone:
    case anatomy::Kind::footprint: return Material::bone;
    case anatomy::Kind::muscle: return Material::muscle;
    case anatomy::Kind::tendon:
    case anatomy::Kind::fascia:
    case anatomy::Kind::nerve:
    case anatomy::Kind::vessel: return Material::tendon;
    case anatomy::Kind::skin:
    case anatomy::Kind::person:
    case anatomy::Kind::hand: return Material::skin;
    case anatomy::Kind::zone: // stripes on the skin: matt, without lines of ink of their own
    case anatomy::Kind::cloth: return Material::cloth;
    case anatomy::Kind::room: break;
    }
    return Material::furniture;
}

CutLook cut_look_of(anatomy::Kind kind) {
    switch (kind) {
    case anatomy::Kind::bone: return CutLook::bone;
    case anatomy::Kind::muscle: return CutLook::muscle;
    case anatomy::Kind::tendon:
    case anatomy::Kind::fascia: return CutLook::tendon;
    case anatomy::Kind::nerve: return CutLook::nerve;
    case anatomy::Kind::vessel: return CutLook::vessel;
    case anatomy::Kind::skin: return CutLook::skin;
    case anatomy::Kind::footprint:
    case anatomy::Kind::zone:
    case anatomy::Kind::hand:
    case anatomy::Kind::person:
    case anatomy::Kind::cloth:
    case anatomy::Kind::room: break;
    }
    return CutLook::plain;
}

Programs::Programs(const std::filesystem::path& shader_folder)
    : source_(shader_folder), paste_(shader_folder), language_(gpu::current_language()) {
    surface({.material = Material::muscle, .shadow = true, .contact_shadow = true, .relief = true});
    for (const Plain kind : {Plain::shadow, Plain::dithered_shadow, Plain::ids, Plain::mask}) plain(kind, false);
    // the others are for pictures that stand or that ask for them: the first picture need not wait for those
    for (const Flat kind : {Flat::background, Flat::floor, Flat::composite, Flat::line}) flat(kind);
}

gpu::Program Programs::make(const char* vertex, const char* fragment, const std::vector<std::string>& defines) {
    const gpu::ShaderText vertex_text = source_.assemble(vertex, language_, defines);
    gpu::Program program(vertex_text, source_.assemble(fragment, language_, defines));
    set_units(program);
    return program;
}

gpu::Program& Programs::surface(const SurfaceKind& kind) {
    const auto known = surfaces_.find(kind);
    if (known != surfaces_.end()) return known->second;
    std::vector<std::string> defines = {k_material_defines[static_cast<std::size_t>(kind.material)]};
    const bool layered = kind.layering == Layering::absorbing || kind.layering == Layering::transparent;
    if (kind.layering == Layering::absorbing) defines.emplace_back("ABSORBING");
    if (kind.layering == Layering::transparent) defines.emplace_back("TRANSPARENT");
    if (layered) defines.emplace_back("LAYERED");
    if (kind.layering != Layering::opaque) defines.emplace_back("SEEN_THROUGH");
    if (kind.ghost) defines.emplace_back("GHOST");
    if (kind.ghost && !kind.strain) defines.emplace_back("PANE");
    if (kind.strain) defines.emplace_back("STRAIN");
    if (kind.clip) defines.emplace_back("CLIP");
    if (kind.shadow) defines.emplace_back("SHADOW");
    if (kind.contact_shadow) defines.emplace_back("SOFT_SHADOW");
    if (kind.even_shadow) defines.emplace_back("EVEN_SHADOW");
    if (kind.vertex_lit) {
        defines.emplace_back("VERTEX_LIT");
        // the room's triangles are larger than shadows on them
        if (kind.material != Material::furniture) defines.emplace_back("VERTEX_SHADOW");
    }
    // seen through, the edge of a shadow need not be sharp
    if (kind.layering == Layering::transparent && kind.shadow && !kind.vertex_lit &&
        kind.material != Material::furniture)
        defines.emplace_back("VERTEX_SHADOW");
    if (kind.two_moments) defines.emplace_back("TWO_MOMENTS");
    if (kind.relief) defines.emplace_back("RELIEF");
    gpu::Program program = make("surface.vert", "surface.frag", defines);
    if (kind.strain) set_strain_map(program);
    return surfaces_.emplace(kind, std::move(program)).first->second;
}

gpu::Program& Programs::plain(Plain kind, bool clip) {
    const auto key = std::make_pair(kind, clip);
    const auto known = plains_.find(key);
    if (known != plains_.end()) return known->second;
    std::vector<std::string> defines;
    if (kind != Plain::bare) defines.emplace_back("DEPTH_ONLY");
    if (kind == Plain::shadow || kind == Plain::dithered_shadow) defines.emplace_back("SHADOW_MAP");
    if (kind == Plain::dithered_shadow) defines.emplace_back("DITHER");
    if (clip) defines.emplace_back("CLIP");
    static constexpr std::array<const char*, k_plain_count> k_fragments = {"shadow.frag", "shadow.frag", "ids.frag",
                                                                           "mask.frag", "bare.frag"};
    const char* fragment = k_fragments[static_cast<std::size_t>(kind)];
    return plains_.emplace(key, make("surface.vert", fragment, defines)).first->second;
}

gpu::Program& Programs::flat(Flat kind) {
    static constexpr std::array<const char*, k_flat_count> k_fragments = {
        "background.frag", "floor.frag",          "floor.frag",     "composite.frag",      "farthest.frag",
        "outline.frag",    "glow.frag",           "occlusion.frag", "occlusion_blur.frag", "ink.frag",
        "lens.frag",       "edges.frag",          "edges.frag",     "mean.frag",           "line.frag",
        "mask.frag",       "section_outline.frag"};
    const auto known = flats_.find(kind);
    if (known != flats_.end()) return known->second;
    const char* vertex = kind == Flat::line           ? "line.vert"
                         : kind == Flat::background   ? "background.vert"
                         : kind >= Flat::section_mask ? "section.vert"
                                                      : "fill.vert";
    std::vector<std::string> defines;
    if (kind == Flat::floor) defines.emplace_back("SHADOW");
    if (kind == Flat::bare_edges) defines.emplace_back("BARE");
    return flats_.emplace(kind, make(vertex, k_fragments[static_cast<std::size_t>(kind)], defines)).first->second;
}

int Programs::count() const {
    return static_cast<int>(surfaces_.size() + plains_.size() + flats_.size() + sections_.size());
}

gpu::Program& Programs::section(CutLook look) {
    const auto known = sections_.find(look);
    if (known != sections_.end()) return known->second;
    gpu::Program program = make("section.vert", "section.frag", {k_look_defines[static_cast<std::size_t>(look)]});
    set_strain_map(program);
    return sections_.emplace(look, std::move(program)).first->second;
}

} // namespace render
