// in: the depth of the opaque picture; out, in half the size: how open a point is to its surroundings (r) and its distance
// (g, b: coarse and fine). Scalable ambient obscurance (McGuire, Mara & Luebke 2012): points of a spiral that lie above the
// surface and near it count against it.
#include "frame.glsl"
#include "depth.glsl"

uniform float u_taps;
layout(location = 0) out vec4 o_open;

const float k_radius = 0.045;             // metres: a hand's breadth shades what it lies on. Illustrative
const float k_farthest = 12.0;            // metres that g and b can tell

/// The way to the neighbouring point on the same surface: of two opposite ones that whose depth changes less.
vec3 slope(ivec2 at, ivec2 to, vec3 here) {
    float ahead = distance_of(depth_at(at + to)), behind = distance_of(depth_at(at - to));
    vec3 a = place_of(vec2(at + to) + 0.5, ahead) - here, b = here - place_of(vec2(at - to) + 0.5, behind);
    return abs(ahead - here.z) < abs(behind - here.z) ? a : b;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy) * 2;
    float depth = depth_at(at);
    if (depth >= 1.0) {
        o_open = vec4(1.0);
        return;
    }
    float away = distance_of(depth);
    vec3 here = place_of(vec2(at) + 0.5, away);
    vec3 normal = normalize(cross(slope(at, ivec2(0, 1), here), slope(at, ivec2(1, 0), here)));
    float pixel = pixel_size(away);
    float reach = clamp(k_radius / pixel, 4.0, 0.16 * whole.w);
    float radius = reach * pixel, square = radius * radius;
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    float turn = (float(cell.x * 4 + cell.y) + 0.5) / 16.0;  // the blur evens out exactly these sixteen
    vec2 spoke = spoke_at(turn + focus.z);
    float sum = 0.0;
    for (float i = 0.0; i < u_taps; i += 1.0) {
        ivec2 there = at + ivec2(spoke * (reach * (i + fract(turn * 7.0) + 0.2) / u_taps) + 0.5);
        spoke = k_golden * spoke;
        vec3 v = place_of(vec2(there) + 0.5, distance_of(depth_at(there))) - here;
        float vv = dot(v, v), above = dot(v, normal) - 0.06 * pixel - 0.012 * radius;
        float near = max(1.0 - vv / square, 0.0);
        sum += near * near * near * max(above, 0.0) * inversesqrt(vv * (vv + 0.01 * square) + 1e-12) * radius * 0.14;
    }
    float open = max(1.0 - 5.0 * sum / u_taps, 0.0);
    float far = min(away / k_farthest, 0.999) * 255.0;
    o_open = vec4(open, floor(far) / 255.0, fract(far), 1.0);
}
