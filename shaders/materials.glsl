// in: the interpolated vertex data; out: a Surface. One of MATERIAL_* is defined.

// World-space gradient of a value that varies over the surface, from its screen derivatives (Mikkelsen 2010).
vec3 surface_gradient(vec3 position, vec3 normal, float dx, float dy) {
    vec3 px = dFdx(position), py = dFdy(position);
    vec3 r1 = cross(py, normal), r2 = cross(normal, px);
    float area = dot(px, r1);
    return (dx * r1 + dy * r2) * (abs(area) > 1e-14 ? 1.0 / area : 0.0);
}

Surface base_surface(vec3 normal, vec3 albedo) {
    return Surface(albedo, normal, vec3(0.0), 24.0, 0.06, 0.1, vec3(0.0));
}

#include "relief.glsl"

#ifdef MATERIAL_BONE
#include "bone.glsl"
#endif

#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON)
Surface material(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec2 tissue) {
#ifdef MATERIAL_MUSCLE
    float tendon = clamp(tissue.x, 0.0, 1.0);
#else
    const float tendon = 1.0;
#endif
    Surface s = base_surface(normal, albedo);
    float du = dFdx(fibre.y), dv = dFdy(fibre.y);
    du -= floor(du + 0.5);  // the angle wraps round
    dv -= floor(dv + 0.5);
    vec3 round_about = surface_gradient(position, normal, du, dv);
    float steep = length(round_about);
    if (steep > 0.5) {
        s.fibre = normalize(cross(normal, round_about));
        // fascicles run from end to end: so many round the belly, drawn together toward the tendons
        const float k_bundles = 22.0, k_fascicles = 71.0;
        float wander = 0.016 * sin(fibre.x * 17.0 + fibre.y * 31.0) + 0.006 * sin(fibre.x * 59.0 - fibre.y * 83.0);
        float across = fibre.y + wander;
        float step_size = abs(du) + abs(dv);
        // where the angle turns too fast for a fibre (at the ends, on the seam), or its lines do not lead from origin to
        // insertion, there is no telling the direction
        vec3 onward = surface_gradient(position, normal, dFdx(fibre.x), dFdy(fibre.x));
        float agreement = abs(dot(s.fibre, onward)) / max(length(onward), 1e-5);
        float sure = (1.0 - smoothstep(18.0, 45.0, steep)) * smoothstep(0.55, 0.92, agreement);
        s.fibre *= sure;
        float wide = sure * (1.0 - smoothstep(0.2, 0.45, step_size * k_bundles));
        float fine = sure * (1.0 - smoothstep(0.2, 0.45, step_size * k_fascicles));
        float a = across * k_bundles * 6.2831853, b = across * k_fascicles * 6.2831853 + 0.9 * sin(a * 0.5);
        float groove = 0.55 * wide * sin(a) + 0.45 * fine * sin(b);
        float depth = mix(1.0, 0.35, tendon);
        s.albedo *= 1.0 + 0.16 * groove * depth;
        s.normal = normalize(normal - normalize(round_about) * ((0.11 * wide * cos(a) + 0.10 * fine * cos(b)) * depth));
    }
    s.gloss = mix(26.0, 44.0, tendon);
    s.specular = mix(0.17, 0.24, tendon);
    s.wrap = 0.22;
    s.scatter = mix(vec3(0.55, 0.18, 0.14), vec3(0.4, 0.34, 0.26), tendon);
    return s;
}
#endif

#ifdef MATERIAL_SKIN
#include "skin.glsl"
#endif

#ifdef MATERIAL_FURNITURE
#include "furniture.glsl"
#endif
