// in: a point of the cut plane inside one structure; out: what the structure looks like when it is cut. One of LOOK_* is
// defined. The patterns are illustrative: they tell the tissues apart as a textbook's section does, none is measured.
#include "frame.glsl"
#include "light.glsl"
#define SHADOW
#include "shadow.glsl"
#include "emphasis.glsl"
#include "strain.glsl"

in vec3 v_position;
uniform sampler2D t_outline;   // distance from the nearest outline of skin, of what lies within, of what lies
                               // outside; 1 - tendon of the outlines near by
uniform float u_reach;         // metres at which t_outline ends
uniform vec3 u_origin;         // world, where the pattern starts
uniform vec3 u_across;         // two axes of the plane, 1/mm; along fibres the pattern is drawn out
uniform vec3 u_onward;
uniform vec4 u_colour;         // mean of the outline, linear; radius of the section in mm
uniform vec4 u_tissue;         // tendon, strain, thickness of a long bone's shaft in mm, unused
uniform vec4 u_along;          // of a long bone: dot(xyz, position) + w is 0 at one end, 1 at the other
layout(location = 0) out vec4 o_colour;

vec2 scattered(vec2 p) {   // hash without sine (Hoskins 2014)
    vec3 q = fract(p.xyx * vec3(0.1031, 0.1030, 0.0973));
    q += dot(q, q.yzx + 33.33);
    return fract((q.xx + q.yz) * q.zy);
}

/// Cells of about unit size (Worley 1996): distance from the wall, from the middle, and a number of the cell's own.
vec3 cells(vec2 p) {
    vec2 corner = floor(p), part = p - corner;
    float first = 8.0, second = 8.0, own = 0.0;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) {
            vec2 cell = vec2(x, y), at = scattered(corner + cell);
            vec2 away = cell + 0.12 + 0.76 * at - part;
            float square = dot(away, away);
            if (square < first) {
                second = first;
                first = square;
                own = at.x;
            } else {
                second = min(second, square);
            }
        }
    return vec3(sqrt(second) - sqrt(first), sqrt(first), own);
}

/// 1 on the walls between cells `size` mm wide, softened to the size of a pixel; fades where cells are too small to see.
float walls(float from_wall, float width, float size, float pixel) {
    float soft = pixel / size;
    float line = 1.0 - smoothstep(max(width - soft, 0.0), width + soft, from_wall);
    return mix(line, width * 1.9, smoothstep(0.25, 0.5, soft));
}

/// 1 deeper below an outline than `depth` mm, 0 nearer, softened to the size of a pixel but no wider than the rim itself.
float within(float away, float depth, float ragged, float pixel) {
    float soft = min(ragged + 0.6 * pixel, depth);
    return smoothstep(depth - soft, depth + soft, away);
}

#if defined(LOOK_SKIN)
vec3 tissue(vec2 at, float pixel, vec4 away) {
    // subcutaneous fat in lobules, larger ones parted by stronger septa
    vec2 bent = at + 0.7 * sin(at.yx * 0.61) + 0.3 * sin(at.yx * 1.7 + 1.0);
    vec3 lobule = cells(bent / 2.6), group = cells(bent / 9.0 + 3.7);
    vec3 fat = vec3(0.83, 0.57, 0.22) * (0.93 + 0.14 * lobule.z) * (1.06 - 0.16 * lobule.y);
    fat = mix(fat, vec3(0.90, 0.76, 0.50), 0.36 * walls(lobule.x, 0.10, 2.6, pixel));
    fat = mix(fat, vec3(0.93, 0.83, 0.66), 0.42 * walls(group.x, 0.05, 9.0, pixel));
    // the dermis, ragged toward the fat, and a thin line of epidermis
    float dermis = 2.0 + 0.22 * sin(at.x * 1.9) * sin(at.y * 2.3) + 0.25 * (lobule.y - 0.4);
    vec3 leather = vec3(0.74, 0.47, 0.37) * (0.96 + 0.08 * lobule.z);
    vec3 skin = mix(vec3(0.60, 0.32, 0.22), leather, within(away.x, 0.2, 0.1, pixel));
    return mix(skin, fat, within(away.x, dermis, 0.2, pixel));
}
#elif defined(LOOK_MUSCLE) || defined(LOOK_TENDON)
vec3 tissue(vec2 at, float pixel, vec4 away) {
    vec2 bent = at + 0.25 * sin(at.yx * 0.9);
    vec3 fascicle = cells(bent / 1.5), bundle = cells(bent / 5.5 + 8.1);
    float net = max(0.38 * walls(fascicle.x, 0.09, 1.5, pixel), 0.85 * walls(bundle.x, 0.045, 5.5, pixel));
    float sheet = smoothstep(0.2, 0.6, 1.0 - away.w);  // an aponeurosis is a thicker, whiter rim
    float rim = 1.0 - within(away.y, mix(0.4, 1.0, sheet), 0.1, pixel);
    vec3 white = vec3(0.78, 0.71, 0.56);
    vec3 sinew = mix(white * (0.93 + 0.10 * fascicle.z), vec3(0.50, 0.45, 0.36), 0.5 * net);
#ifdef LOOK_TENDON
    return mix(sinew, vec3(0.60, 0.55, 0.45), 0.6 * rim);
#else
    vec3 flesh = strain_tint(vec3(0.190, 0.034, 0.025), u_tissue.y);
    vec3 coat = mix(flesh, vec3(0.85, 0.60, 0.48), 0.32);
    flesh *= (0.82 + 0.30 * fascicle.z) * (0.94 + 0.12 * bundle.z) * (1.08 - 0.20 * fascicle.y);
    flesh = mix(flesh, coat, net);
    flesh = mix(flesh, mix(mix(coat, vec3(0.80, 0.62, 0.52), 0.6), white, sheet), 0.9 * rim);
    // muscle 0, aponeurosis 0.6, free tendon 1: where all of the outline is tendon, so is what lies within
    return mix(flesh, sinew, smoothstep(0.66, 0.90, u_tissue.x + 0.1 * (bundle.z - 0.5)));
#endif
}
#elif defined(LOOK_BONE)
vec3 tissue(vec2 at, float pixel, vec4 away) {
    float end = min(u_along.w + dot(u_along.xyz, v_position), 1.0 - u_along.w - dot(u_along.xyz, v_position));
    float shaft = u_tissue.z > 0.0 ? smoothstep(0.10, 0.30, end) : 0.0;
    vec3 pore = cells((at + 0.3 * sin(at.yx * 1.3)) / 1.15), osteon = cells(at / 0.45 + 5.0);
    float compact = mix(1.1, u_tissue.z, shaft) + 0.5 * (pore.z - 0.5);
    vec3 ivory = vec3(0.76, 0.67, 0.49) * (0.95 + 0.08 * osteon.z) * mix(0.80, 1.0, smoothstep(0.0, 0.35, away.y));
    // spongy bone: a net of trabeculae round red marrow, thinning out toward the shaft's yellow marrow
    vec3 marrow = mix(vec3(0.40, 0.16, 0.095), vec3(0.80, 0.55, 0.20), smoothstep(0.35, 1.0, shaft));
    marrow *= 1.04 - 0.16 * pore.y;
    float net = walls(pore.x, 0.20, 1.15, pixel) * (1.0 - 0.9 * smoothstep(0.55, 1.0, shaft));
    vec3 inside = mix(marrow, vec3(0.72, 0.58, 0.38), net);
    return mix(ivory, inside, within(away.y, compact, 0.25, pixel));
}
#elif defined(LOOK_VESSEL)
vec3 tissue(vec2 at, float pixel, vec4 away) {
    float wall = clamp(0.28 * u_colour.a, 0.25, 1.2);
    vec3 coat = mix(u_colour.rgb, vec3(0.80, 0.66, 0.58), 0.45);
    return mix(coat, u_colour.rgb * 0.22, within(away.y, wall, 0.1, pixel));
}
#elif defined(LOOK_NERVE)
vec3 tissue(vec2 at, float pixel, vec4 away) {
    vec3 fascicle = cells(at / 1.3);
    vec3 bundle = vec3(0.80, 0.60, 0.22) * (0.92 + 0.16 * fascicle.z) * (1.05 - 0.25 * fascicle.y);
    float sheath = max(walls(fascicle.x, 0.20, 1.3, pixel), 1.0 - within(away.y, 0.4, 0.1, pixel));
    return mix(bundle, vec3(0.86, 0.81, 0.66), sheath);
}
#else   // what the model does not know from inside: people, cloth, couch
vec3 tissue(vec2 at, float pixel, vec4 away) {
    float stripe = abs(fract((at.x + at.y) / 7.0) - 0.5) * 2.0;
    float hatch = (1.0 - smoothstep(0.10, 0.16 + pixel * 0.3, stripe)) * (1.0 - smoothstep(0.8, 1.8, pixel));
    vec3 pale = mix(u_colour.rgb, vec3(luminance(u_colour.rgb)), 0.45) * 0.8 + 0.06;
    pale *= 1.0 - 0.16 * hatch;
    return mix(pale * 0.62, pale, within(away.z, 0.6, 0.15, pixel));
}
#endif

void main() {
    vec3 from = (v_position - u_origin);
    vec2 at = vec2(dot(u_across, from), dot(u_onward, from));
    vec4 away = texelFetch(t_outline, ivec2(gl_FragCoord.xy), 0);
    away.xyz *= u_reach * 1000.0;
    float pixel = max(length(dFdx(at)), length(dFdy(at)));
    // nearly even light, as on a plate: the cut must read the same from every side
    vec3 normal = clip_plane.xyz;
    float direct = max(dot(normal, key_direction.xyz), 0.0);
    vec3 even = 1.2 * (fill_light.rgb + sky_light.rgb) + vec3(0.32);
    vec3 lit = even + 0.26 * key_light.rgb * direct * key_visibility(v_position, normal);
    vec3 colour = tissue(at, pixel, away) * lit;
    o_colour = vec4(finished(emphasised(colour, normal, to_viewer(v_position))), 1.0);
}
