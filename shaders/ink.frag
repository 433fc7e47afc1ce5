// in: the depth of the opaque picture and how open its points are; out: openness in full size (r) and lines where one thing
// ends before another or two meet in a groove (g). Depth changes evenly across a plane, however it is seen, so what bends
// the depth is an edge.
#include "frame.glsl"
#include "depth.glsl"

uniform sampler2D t_open;
layout(location = 0) out vec4 o_veil;

/// Of the two nearest points of half the size, those at the distance of this one.
float openness(ivec2 at, float away) {
    // the blur has moved the points of half the size by one pixel
    ivec2 corner = (at + 1) / 2, odd = (at + 1) & 1, most = textureSize(t_open, 0) - 1;
    vec4 a = texelFetch(t_open, min(corner, most), 0), b = texelFetch(t_open, min(corner + 1, most), 0);
    vec2 off = abs((vec2(a.g, b.g) + vec2(a.b, b.b) / 255.0) * 12.0 - away);
    float narrow = 1.0 / (0.006 + 4.0 * sight.z * away);
    float part = 0.25 * float(odd.x + odd.y);
    vec2 weight = vec2(1.0 - part, max(part, 0.02)) * (max(1.0 - off * narrow, 0.0) + 1e-3);
    return dot(vec2(a.r, b.r), weight) / (weight.x + weight.y);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    float depth = depth_at(at);
    if (depth >= 1.0) {
        o_veil = vec4(1.0, 0.0, 0.0, 1.0);
        return;
    }
    float away = distance_of(depth);
    int reach = int(max(whole.w / 1300.0 + 0.5, 1.0));
    vec4 bend;
    float metres = slope_of(depth) / (pixel_size(away) * float(reach));
    for (int i = 0; i < 4; ++i) {
        ivec2 to = reach * (i == 0 ? ivec2(1, 0) : i == 1 ? ivec2(0, 1) : i == 2 ? ivec2(1, 1) : ivec2(1, -1));
        float ahead = (depth_at(at + to) - depth) * metres, behind = (depth_at(at - to) - depth) * metres;
        // seen from the side even a shallow fold bends the depth: count what is more than the surface's own slope
        float steep = min(abs(ahead), abs(behind));
        bend[i] = (ahead + behind) * (i < 2 ? 1.0 : 0.7) / (1.0 + 0.7 * steep);
    }
    float before = max(max(bend.x, bend.y), max(bend.z, bend.w));
    float within = max(max(-bend.x, -bend.y), max(-bend.z, -bend.w));
    float outline = smoothstep(2.5, 6.0, before);
    float groove = smoothstep(0.8, 2.4, within) * (1.0 - smoothstep(4.0, 9.0, within));
    o_veil = vec4(openness(at, away), max(outline, 0.5 * groove), 0.0, 1.0);
}
