// in: the vertex data of a muscle, tendon or fascia; out: what of its look is the same all over a triangle, or nearly so.
const vec3 k_flesh = vec3(0.27, 0.060, 0.044);
const vec3 k_pearl = vec3(0.76, 0.71, 0.62);  // what COLOR_0 is mixed with by tissue.x

/// Colour of the flesh, and how light the place is (a): the vertex colour is a straight mixture of flesh and pearl, darkened by
/// occlusion. Takes it apart.
vec4 flesh_of(vec3 albedo, float scale) {
#ifndef MATERIAL_MUSCLE
    return vec4(albedo, 1.0);
#else
    float share = clamp(scale, 0.0, 1.0);
    float light = albedo.r / mix(k_flesh.r, k_pearl.r, share);
    vec3 rest = max(albedo - k_pearl * light * share, vec3(0.0)) / max(1.0 - share, 0.1);
    return vec4(mix(rest, k_flesh * light, smoothstep(0.5, 0.85, share)), light);
#endif
}

/// Through a thin sheet of tendon the muscle shines.
float density_of(float scale) { return mix(0.22, 0.64, smoothstep(0.28, 0.66, scale)); }
