// in: the interpolated vertex data; out: a Surface. One of MATERIAL_* is defined.

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

#ifdef MATERIAL_BONE
#include "bone.glsl"
#endif

#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON)
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

#ifdef MATERIAL_SKIN
#include "skin.glsl"
#endif

#ifdef MATERIAL_CLOTH
#include "cloth.glsl"
#endif

#ifdef MATERIAL_FURNITURE
#include "furniture.glsl"
#endif
