// in: the interpolated vertex data; out: a Surface. One of MATERIAL_* is defined.

// World-space gradient of a value that varies over the surface, from its screen derivatives (Mikkelsen 2010).
vec3 surface_gradient(vec3 position, vec3 normal, float dx, float dy) {
    vec3 px = dFdx(position), py = dFdy(position);
    vec3 r1 = cross(py, normal), r2 = cross(normal, px);
    float area = dot(px, r1);
    return (dx * r1 + dy * r2) * (abs(area) > 1e-14 ? 1.0 / area : 0.0);
}

float luminance(vec3 c) { return dot(c, vec3(0.2126, 0.7152, 0.0722)); }

Surface base_surface(vec3 normal, vec3 albedo) {
    return Surface(albedo, normal, vec3(0.0), 24.0, 0.06, 0.1, vec3(0.0));
}

#ifdef MATERIAL_BONE
Surface material(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec2 tissue) {
    Surface s = base_surface(normal, albedo);
    // dry, faintly porous: no mirror-like light, cavities warm
    float dark = clamp(1.0 - luminance(albedo) * 1.7, 0.0, 1.0);
    s.albedo = albedo * mix(vec3(1.0), vec3(1.0, 0.86, 0.70), dark * 0.6);
    s.gloss = 14.0;
    s.specular = 0.07;
    s.wrap = 0.25;
    s.scatter = vec3(0.5, 0.36, 0.24);
    return s;
}
#endif

#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON)
#include "muscle.glsl"
#endif

#ifdef MATERIAL_SKIN
Surface material(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec2 tissue) {
    Surface s = base_surface(normal, albedo);
    s.gloss = 12.0;
    s.specular = 0.055;
    s.wrap = 0.45;
    s.scatter = vec3(0.85, 0.45, 0.32);
    return s;
}
#endif

#ifdef MATERIAL_CLOTH
Surface material(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec2 tissue) {
    Surface s = base_surface(normal, albedo);
    s.gloss = 6.0;
    s.specular = 0.02;
    s.wrap = 0.35;
    s.scatter = vec3(0.5);
    return s;
}
#endif

#ifdef MATERIAL_LEATHER
Surface material(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec2 tissue) {
    Surface s = base_surface(normal, albedo);
    s.gloss = 18.0;
    s.specular = 0.09 * clamp(1.4 - luminance(albedo) * 1.6, 0.1, 1.0);  // the paper on the couch is matt
    return s;
}
#endif
