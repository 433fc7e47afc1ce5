// in: world position and normal; out: how much of the key light arrives, 0..1.
uniform sampler2D t_shadow;

#ifndef SHADOW
float key_visibility(vec3 position, vec3 normal) { return 1.0; }
#elif defined(SOFT_SHADOW) && !defined(TRANSPARENT) && !defined(OVER) && !defined(VERTEX_SHADOW)
// Percentage-closer soft shadows (Fernando 2005): the farther what casts the shadow, the wider its edge.
// Illustrative: tangent of half the angle at which the window of the key light is seen; metres to the farthest caster whose
// distance counts.
const float k_window = 0.10, k_farthest = 0.45;
// The four pixels of a quad share what they find: each takes every fourth point of one spiral.
const int k_search_taps = 16, k_taps = 24;
const mat2 k_golden_four = mat2(-0.9847135, -0.1741820, 0.1741820, -0.9847135);

/// Mean over the quad of pixels that are shaded together (Penner 2011).
vec2 quad_mean(vec2 value) {
    vec2 odd = vec2(ivec2(gl_FragCoord.xy) & 1) - 0.5;
    value -= odd.x * dFdx(value);
    return value - odd.y * dFdy(value);
}

float nearest_at(vec2 at) {
    return texelFetch(t_shadow, clamp(ivec2(at * picture.z), ivec2(0), ivec2(int(picture.z) - 1)), 0).r;
}

float key_visibility(vec3 position, vec3 normal) {
    vec3 lifted = position + normal * (key_direction.w * 2.0);
    vec3 at = (world_to_shadow * vec4(lifted, 1.0)).xyz;
    bool beside = at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0;
    float here = min(at.z, 1.0) - 0.0005;
    // how the depth of the surface itself changes across the map, so that it does not shade itself
    vec3 in_map = mat3(world_to_shadow) * normal / (shadow_scale.xyz * shadow_scale.xyz);
    vec2 tilt = clamp(-in_map.xy / (abs(in_map.z) > 1e-4 ? in_map.z : 1e-4), -1.5, 1.5);
    ivec2 odd = ivec2(gl_FragCoord.xy) & 1;
    float first = float(odd.x + 2 * odd.y);
    float turn = grain_at(0.5 * (gl_FragCoord.xy - whole.xy)) * 6.2831853 + 2.3999632 * first;
    vec2 spoke = vec2(cos(turn), sin(turn));
    vec2 reach = shadow_scale.xy * (k_window * k_farthest);
    vec2 found = vec2(0.0);  // sum of the depths of what lies before, their number
    for (int i = 0; i < k_search_taps; i += 4) {
        vec2 aside = spoke * reach * sqrt((float(i) + first + 0.5) / float(k_search_taps));
        float nearest = nearest_at(at.xy + aside);
        found += vec2(nearest, 1.0) * step(nearest, here + min(dot(tilt, aside), 0.0) - 0.0004);
        spoke = k_golden_four * spoke;
    }
    found = quad_mean(found) * (4.0 / float(k_search_taps));
    float gap = max(here - found.x / max(found.y, 1e-4), 0.0) / shadow_scale.z;
    float radius = clamp(gap * k_window, key_direction.w * 2.2, k_window * k_farthest);
    // a loop of no rounds is what software renderers can skip, unlike a branch: only edges of shadows are looked at closely
    float lit = 1.0 - found.y;
    int taps = beside || lit < 0.01 || lit > 0.99 ? 0 : k_taps;
    float arrives = 0.0;
    for (int i = 0; i < taps; i += 4) {
        vec2 aside = spoke * shadow_scale.xy * (radius * sqrt((float(i) + first + 0.5) / float(k_taps)));
        arrives += step(here + min(dot(tilt, aside), 0.0), nearest_at(at.xy + aside));
        spoke = k_golden_four * spoke;
    }
    if (taps > 0) lit = arrives * (4.0 / float(k_taps));
    lit = quad_mean(vec2(lit)).x;
    return beside ? 1.0 : lit;
}
#elif defined(VERTEX_SHADOW) && !defined(SOFT_SHADOW)
// Between vertices light is even anyway: one point tells as much as four.
float key_visibility(vec3 position, vec3 normal) {
    if (picture.z < 1.0) return 1.0;
    vec3 at = (world_to_shadow * vec4(position + normal * (key_direction.w * 2.0), 1.0)).xyz;
    if (at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0) return 1.0;
    return min(at.z, 1.0) - 0.0006 <= texelFetch(t_shadow, ivec2(at.xy * picture.z), 0).r ? 1.0 : 0.0;
}
#else
// Tent-weighted percentage-closer filtering (Reeves, Salesin & Cook 1987) on plain fetches: software renderers pay
// for every filtered tap.
float key_visibility(vec3 position, vec3 normal) {
    if (picture.z < 1.0) return 1.0;
    vec3 lifted = position + normal * (key_direction.w * 2.0);
    vec3 at = (world_to_shadow * vec4(lifted, 1.0)).xyz;
    if (at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0) return 1.0;
    float side = picture.z;
    vec2 texel = at.xy * side - 0.5;
    ivec2 corner = ivec2(floor(texel));
    vec2 part = texel - vec2(corner);
    float here = min(at.z, 1.0) - 0.0006;
    ivec2 most = ivec2(int(side) - 1);
#ifdef SOFT_SHADOW
    const int reach = 2;  // as wide as the pattern by which faded things let light through
#else
    const int reach = 1;
#endif
    float lit = 0.0, total = 0.0;
    for (int y = 1 - reach; y <= reach; ++y)
        for (int x = 1 - reach; x <= reach; ++x) {
            vec2 near = float(reach) - abs(vec2(x, y) - part);
            float nearest = texelFetch(t_shadow, clamp(corner + ivec2(x, y), ivec2(0), most), 0).r;
            lit += here <= nearest ? near.x * near.y : 0.0;
            total += near.x * near.y;
        }
    return lit / total;
}
#endif
