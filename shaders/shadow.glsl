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
    float lit = 0.0;
#ifdef SOFT_SHADOW
    const int reach = 3;
#else
    const int reach = 1;
#endif
    float width = float(reach);
    float total = 0.0;
    for (int y = 1 - reach; y <= reach; ++y) {
        float weight_y = width - abs(float(y) - part.y);
        for (int x = 1 - reach; x <= reach; ++x) {
            float weight = weight_y * (width - abs(float(x) - part.x));
            float nearest = texelFetch(t_shadow, clamp(corner + ivec2(x, y), ivec2(0), most), 0).r;
            lit += here <= nearest ? weight : 0.0;
            total += weight;
        }
    }
    return lit / total;
}
#endif
