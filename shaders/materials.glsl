// in: the interpolated vertex data; out: a Surface. One of MATERIAL_* is defined; MATERIAL_ANY is all but muscle and
// furniture, for the lower levels: without relief they differ in so little that one program does for them.

#ifdef RELIEF
// World-space gradient of a value that varies over the surface, from its screen derivatives (Mikkelsen 2010).
vec3 surface_gradient(vec3 position, vec3 normal, float dx, float dy) {
    vec3 px = dFdx(position), py = dFdy(position);
    vec3 r1 = cross(py, normal), r2 = cross(normal, px);
    float area = dot(px, r1);
    return (dx * r1 + dy * r2) * (abs(area) > 1e-14 ? 1.0 / area : 0.0);
}
#endif

Surface base_surface(vec3 normal, vec3 albedo) {
    return Surface(albedo, normal, vec3(0.0), normal, 0.28, 0.02, 0.0, 0.1, vec3(0.0));
}

#include "relief.glsl"

#if defined(MATERIAL_BONE) || defined(MATERIAL_ANY)
#include "bone.glsl"
#endif

#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON) || defined(MATERIAL_ANY)
#include "tissue.glsl"
#include "muscle.glsl"
#endif

#ifdef STRAIN
float tendon_share(vec2 fibre, vec3 tissue) {
#ifdef MATERIAL_MUSCLE
    return tendinous(fibre, tissue).y;
#else
    return 0.0;
#endif
}
#endif

#if defined(MATERIAL_SKIN) || defined(MATERIAL_ANY)
#include "skin.glsl"
#endif

#if defined(MATERIAL_CLOTH) || defined(MATERIAL_ANY)
#include "cloth.glsl"
#endif

#ifdef MATERIAL_FURNITURE
#include "furniture.glsl"
#endif

#ifdef MATERIAL_ANY
uniform int u_material;   // as render::Material counts them
const int k_bone = 0, k_tendon = 2, k_skin = 3, k_cloth = 4;
#endif

Surface material(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec3 tissue) {
#ifdef MATERIAL_ANY
    if (u_material == k_bone) return bone_surface(position, normal, albedo, fibre, tissue);
    if (u_material == k_tendon) return tissue_surface(position, normal, albedo, fibre, tissue);
    if (u_material == k_cloth) return cloth_surface(position, normal, albedo, fibre, tissue);
    return skin_surface(position, normal, albedo, fibre, tissue);
#elif defined(MATERIAL_BONE)
    return bone_surface(position, normal, albedo, fibre, tissue);
#elif defined(MATERIAL_SKIN)
    return skin_surface(position, normal, albedo, fibre, tissue);
#elif defined(MATERIAL_CLOTH)
    return cloth_surface(position, normal, albedo, fibre, tissue);
#elif defined(MATERIAL_FURNITURE)
    return furniture_surface(position, normal, albedo, fibre, tissue);
#else
    return tissue_surface(position, normal, albedo, fibre, tissue);
#endif
}
