// in: world position and normal; out: how much of the key light arrives, 0..1.
uniform sampler2D t_shadow;

#ifndef SHADOW
float key_visibility(vec3 position, vec3 normal) { return 1.0; }
#elif defined(SOFT_SHADOW) && !defined(SEEN_THROUGH) && !defined(VERTEX_SHADOW)
// Percentage-closer soft shadows (Fernando 2005): the farther what casts the shadow, the wider its edge.
// Illustrative: tangent of half the angle at which the window of the key light is seen; metres to the farthest caster whose
// distance counts.
const float k_window = 0.10, k_farthest = 0.45;
// The four pixels of a quad share what they find: each takes every fourth point of one spiral.
const int k_search_taps = 16, k_taps = 32;
const mat2 k_golden_four = mat2(-0.9847135, -0.1741820, 0.1741820, -0.9847135);

/// Mean over the quad of pixels that are shaded together (Penner 2011).
vec2 quad_mean(vec2 value) {
    vec2 odd = vec2(ivec2(gl_FragCoord.xy) & 1) - 0.5;
    value -= odd.x * dFdx(value);
    return value - odd.y * dFdy(value);
}

/// The middle of the texel nearest to `at` that has place `i` in the pattern of 4 x 4 by which faded things let light through: as
/// many points of each place find its exact share, without grain.
vec2 in_pattern(vec2 at, int i) {
    ivec2 texel = ivec2(at), off = (ivec2(i, i >> 2) - texel) & 3;
    return vec2(texel + off - ((off >> 1) << 2)) + 0.5;
}

/// At a texel; the map's margin is as wide as the farthest that is looked at.
float nearest_at(vec2 at) { return texelFetch(t_shadow, ivec2(at), 0).r; }

float key_visibility(vec3 position, vec3 normal) {
    vec3 lifted = position + normal * (key_direction.w * 2.0);
    vec3 at = (world_to_shadow * vec4(lifted, 1.0)).xyz;
    bool beside = at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0;
    float here = min(at.z, 1.0) - 0.0005;
    // how the depth of the surface itself changes from texel to texel, so that it does not shade itself
    vec3 in_map = mat3(world_to_shadow) * normal;
    vec2 most = 1.5 / picture.zz;
    vec2 tilt = clamp(in_map.xy * (shadow_tilt.xy / (abs(in_map.z) > 1e-4 ? in_map.z : 1e-4)), -most, most);
    vec2 reach = shadow_scale.xy * (k_window * k_farthest);
    vec2 most_reach = reach + 2.0;  // and as far as in_pattern() looks
    vec2 middle = clamp(at.xy * picture.z, most_reach, picture.zz - 1.0 - most_reach);
    ivec2 odd = ivec2(gl_FragCoord.xy) & 1;
    float first = float(odd.x + 2 * odd.y);
    vec2 quad = floor(0.5 * gl_FragCoord.xy) + floor(0.5 * whole.xy);  // in the whole picture
    vec2 spoke = spoke_at(grain_at(quad - whole.xy) + 0.3819660 * first + focus.z);
    vec2 found = vec2(0.0);  // sum of the depths of what lies before, their number
    for (int i = 0; i < k_search_taps; i += 4) {
        vec2 aside = spoke * reach * sqrt((float(i) + first + 0.5) / float(k_search_taps));
        aside = in_pattern(middle + aside, i + int(first)) - middle;
        float nearest = nearest_at(middle + aside);
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
        aside = in_pattern(middle + aside, i + int(first)) - middle;
        arrives += step(here + min(dot(tilt, aside), 0.0), nearest_at(middle + aside));
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
#elif defined(SOFT_SHADOW) || defined(EVEN_SHADOW)
/// Whether light reaches the corners of a square of texels.
vec4 lit_at(float here, ivec2 corner, int side) {
    return step(vec4(here), vec4(texelFetch(t_shadow, corner, 0).r, texelFetch(t_shadow, corner + ivec2(side, 0), 0).r,
                                 texelFetch(t_shadow, corner + ivec2(0, side), 0).r, texelFetch(t_shadow, corner + side, 0).r));
}

// Tent-weighted percentage-closer filtering (Reeves, Salesin & Cook 1987) on plain fetches: software renderers pay
// for every filtered tap. As wide as the pattern by which faded things let light through.
float key_visibility(vec3 position, vec3 normal) {
    vec3 at = (world_to_shadow * vec4(position + normal * (key_direction.w * 2.0), 1.0)).xyz;
    if (at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0) return 1.0;
    vec2 texel = at.xy * picture.z - 0.5, part = texel - floor(texel);
    ivec2 corner = clamp(ivec2(floor(texel)), ivec2(1), ivec2(int(picture.z) - 3));
    float here = min(at.z, 1.0) - 0.0006;
    vec4 across = vec4(1.0 - part.x, 2.0 - part.x, 1.0 + part.x, part.x);
    vec4 upward = vec4(1.0 - part.y, 2.0 - part.y, 1.0 + part.y, part.y);
    // the middle and the corners; only where these differ the rest, in a loop of no rounds elsewhere: that is what software
    // renderers can skip
    vec4 inner = lit_at(here, corner, 1), outer = lit_at(here, corner - 1, 3);
    float sum = dot(inner, vec4(1.0)) + dot(outer, vec4(1.0));
    int rows = sum < 0.5 || sum > 7.5 ? 0 : 4;
    float lit = 0.0;
    for (int y = 0; y < rows; ++y) {
        ivec2 row = corner + ivec2(-1, y - 1);
        vec4 nearest = vec4(texelFetch(t_shadow, row, 0).r, texelFetch(t_shadow, row + ivec2(1, 0), 0).r,
                            texelFetch(t_shadow, row + ivec2(2, 0), 0).r, texelFetch(t_shadow, row + ivec2(3, 0), 0).r);
        lit += dot(step(vec4(here), nearest), across) * upward[y];
    }
    return rows > 0 ? lit / 16.0 : sum / 8.0;
}
#else
// The same over four texels.
float key_visibility(vec3 position, vec3 normal) {
    vec3 at = (world_to_shadow * vec4(position + normal * (key_direction.w * 2.0), 1.0)).xyz;
    bool beside = picture.z < 1.0 || at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0;
    vec2 texel = at.xy * picture.z - 0.5, low = floor(texel), part = texel - low;
    ivec2 corner = clamp(ivec2(low), ivec2(0), ivec2(max(int(picture.z) - 2, 0)));
    vec4 nearest = vec4(texelFetch(t_shadow, corner, 0).r, texelFetch(t_shadow, corner + ivec2(1, 0), 0).r,
                        texelFetch(t_shadow, corner + ivec2(0, 1), 0).r, texelFetch(t_shadow, corner + ivec2(1, 1), 0).r);
    vec4 lit = step(vec4(min(at.z, 1.0) - 0.0006), nearest);
    vec2 rows = mix(lit.xz, lit.yw, part.x);
    return beside ? 1.0 : mix(rows.x, rows.y, part.y);
}
#endif
