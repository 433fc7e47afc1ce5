// in: the depth of the opaque picture and how open its points are; out: premultiplied shade of hollows and lines of ink over
// that picture, where one thing ends before another or two meet in a groove. Depth changes evenly across a plane, however it
// is seen, so what bends the depth is an edge.
#include "frame.glsl"
#include "depth.glsl"

uniform sampler2D t_open;
layout(location = 0) out vec4 o_colour;

/// Of the points of half the size round this one, those at its distance.
float openness(ivec2 at, float away) {
    // the blur has moved the points of half the size by one pixel
    ivec2 corner = (at + 1) / 2, odd = (at + 1) & 1, most = textureSize(t_open, 0) - 1;
    vec4 a = texelFetch(t_open, min(corner, most), 0), b = texelFetch(t_open, min(corner + odd, most), 0);
    vec2 off = abs((vec2(a.g, b.g) + vec2(a.b, b.b) / 255.0) * 12.0 - away);
    float narrow = 1.0 / (0.006 + 4.0 * sight.z * away);
    vec2 weight = max(1.0 - off * narrow, 0.0) + 1e-3;
    return dot(vec2(a.r, b.r), weight) / (weight.x + weight.y);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    float depth = depth_at(at);
    if (depth >= 1.0) discard;
    float away = distance_of(depth);
    // lines lie within what they end, as wide as this
    int reach = int(max(whole.w / 1300.0 + 1.5, 2.0));
    float metres = slope_of(depth) / (pixel_size(away) * float(reach));
    vec2 ahead = vec2(depth_at(at + ivec2(reach, 0)), depth_at(at + ivec2(0, reach)));
    vec2 behind = vec2(depth_at(at - ivec2(reach, 0)), depth_at(at - ivec2(0, reach)));
    ahead = (ahead - depth) * metres;
    behind = (behind - depth) * metres;
    // seen from the side even a shallow fold bends the depth: count what is more than the surface's own slope
    vec2 bend = (ahead + behind) / (1.0 + 0.7 * min(abs(ahead), abs(behind)));
    float before = max(bend.x, bend.y), within = max(-bend.x, -bend.y);
    float outline = smoothstep(2.5, 6.0, before);
    float groove = smoothstep(0.8, 2.4, within) * (1.0 - smoothstep(4.0, 9.0, within));
    float hollow = background_bottom.w * (1.0 - openness(at, away));
    // a line is never thinner than a pixel, so in a small picture it is paler
    float line = max(0.85 * outline, 0.5 * groove) * ink.w * clamp(whole.w / 700.0, 0.65, 1.0);
    if (hollow + line <= 0.004) discard;
    // light that goes to and fro in a hollow of flesh is red
    vec3 shade = vec3(0.16, 0.07, 0.05) * hollow;
    o_colour = vec4(mix(shade, ink.rgb, line), 1.0 - (1.0 - hollow) * (1.0 - line));
}
