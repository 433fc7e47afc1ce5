// in: world position and normal; out: how much of the key light arrives, 0..1.
uniform sampler2D t_shadow;

/// One point, hard edge.
float key_arrives(vec3 position) {
    vec3 at = (world_to_shadow * vec4(position, 1.0)).xyz;
    if (at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0) return 1.0;
    return min(at.z, 1.0) - 0.0006 <= texelFetch(t_shadow, ivec2(at.xy * picture.z), 0).r ? 1.0 : 0.0;
}

#ifndef SHADOW
float key_visibility(vec3 position, vec3 normal) { return 1.0; }
#elif defined(SOFT_SHADOW) && !defined(TRANSPARENT) && !defined(OVER) && !defined(VERTEX_SHADOW)
// Percentage-closer soft shadows (Fernando 2005): the farther what casts the shadow, the wider its edge.
// Illustrative: tangent of half the angle at which the window of the key light is seen; metres to the farthest caster whose
// distance counts.
const float k_window = 0.10, k_farthest = 0.45;
const int k_search_taps = 10, k_taps = 20;

float nearest_at(vec2 at) {
    return texelFetch(t_shadow, clamp(ivec2(at * picture.z), ivec2(0), ivec2(int(picture.z) - 1)), 0).r;
}

float key_visibility(vec3 position, vec3 normal) {
    vec3 lifted = position + normal * (key_direction.w * 2.0);
    vec3 at = (world_to_shadow * vec4(lifted, 1.0)).xyz;
    if (at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0) return 1.0;
    float here = min(at.z, 1.0) - 0.0005;
    // how the depth of the surface itself changes across the map, so that it does not shade itself
    vec3 in_map = mat3(world_to_shadow) * normal / (shadow_scale.xyz * shadow_scale.xyz);
    vec2 tilt = clamp(-in_map.xy / (abs(in_map.z) > 1e-4 ? in_map.z : 1e-4), -1.5, 1.5);
    float turn = grain_at(gl_FragCoord.xy) * 6.2831853;
    vec2 spoke = vec2(cos(turn), sin(turn));
    vec2 reach = shadow_scale.xy * (k_window * k_farthest);
    float sum = 0.0, count = 0.0;
    for (int i = 0; i < k_search_taps; ++i) {
        vec2 aside = spoke * reach * sqrt((float(i) + 0.5) / float(k_search_taps));
        float nearest = nearest_at(at.xy + aside);
        float before = step(nearest, here + min(dot(tilt, aside), 0.0) - 0.0004);
        sum += nearest * before;
        count += before;
        spoke = k_golden * spoke;
    }
    if (count < 0.5) return 1.0;
    float gap = max(here - sum / count, 0.0) / shadow_scale.z;
    float radius = clamp(gap * k_window, key_direction.w * 2.2, k_window * k_farthest);
    float lit = 0.0;
    for (int i = 0; i < k_taps; ++i) {
        vec2 aside = spoke * shadow_scale.xy * (radius * sqrt((float(i) + 0.5) / float(k_taps)));
        lit += step(here + min(dot(tilt, aside), 0.0), nearest_at(at.xy + aside));
        spoke = k_golden * spoke;
    }
    return lit / float(k_taps);
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
