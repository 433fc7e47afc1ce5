#pragma once
// Programs: every shader combination the passes use, compiled when first needed and kept.

#include "anatomy/atlas.h"
#include "gpu/program.h"
#include "render/paste.h"

#include <compare>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace render {

/// What a surface is shaded as; several kinds of structure share one. `any` is told by a uniform which of bone, tendon,
/// skin and cloth it is: where light is worked out at vertices these share a program. Numbers as in materials.glsl.
enum class Material { bone, muscle, tendon, skin, cloth, furniture, any };
inline constexpr int k_material_count = 7;
Material material_of(anatomy::Kind kind);

/// A transparent surface is drawn twice: first how much light it takes where, then what it looks like; or once, over
/// what lies behind it.
enum class Layering { opaque, absorbing, transparent, over };

/// One combination of surface.frag.
struct SurfaceKind {
    Material material = Material::bone;
    Layering layering = Layering::opaque;
    bool ghost = false, strain = false, clip = false;
    bool shadow = false, contact_shadow = false, even_shadow = false, relief = false;
    bool vertex_lit = false;  ///< light at each vertex instead of each pixel
    bool two_moments = false; ///< see Quality
    auto operator<=>(const SurfaceKind&) const = default;
};

/// Passes that need no light, or next to none.
enum class Plain {
    shadow,          ///< depth alone, from the light
    dithered_shadow, ///< the same for faded items
    ids,
    mask,
    bare ///< one light, no effects: the least that any picture costs
};
inline constexpr int k_plain_count = 5;

/// Passes over the whole of a target, ribbons, or the plane of the cut.
enum class Flat {
    background,
    floor,
    bare_floor, ///< without the shadow map
    composite,
    farthest, ///< depth of half the size
    outline,
    glow,
    occlusion,
    occlusion_blur,
    ink,
    lens,
    edges,
    bare_edges, ///< without a backdrop
    mean,       ///< of several pictures
    line,
    section_mask,
    section_outline
};
inline constexpr int k_flat_count = 17;

/// What a structure looks like where it is cut.
enum class CutLook { plain, skin, muscle, tendon, bone, vessel, nerve };
inline constexpr int k_cut_look_count = 7;
CutLook cut_look_of(anatomy::Kind kind);

/// Where every program looks for the shadow map; nothing else is bound there.
inline constexpr int k_shadow_unit = 3;

class Programs {
public:
    /// Compiles what nearly every picture needs, so that a broken shader shows at once. Throws base::Failure.
    explicit Programs(const std::filesystem::path& shader_folder);

    gpu::Program& surface(const SurfaceKind& kind);
    gpu::Program& plain(Plain kind, bool clip);
    gpu::Program& flat(Flat kind);
    gpu::Program& section(CutLook look);
    Paste& paste() { return paste_; }

    /// Compiled so far, without paste().
    int count() const;

private:
    gpu::Program make(const char* vertex, const char* fragment, const std::vector<std::string>& defines);

    gpu::ShaderSource source_;
    Paste paste_;
    gpu::Language language_;
    std::map<SurfaceKind, gpu::Program> surfaces_;
    std::map<std::pair<Plain, bool>, gpu::Program> plains_;
    std::map<Flat, gpu::Program> flats_;
    std::map<CutLook, gpu::Program> sections_;
};

} // namespace render
