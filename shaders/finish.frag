// in: ink.frag's openness and lines; out: premultiplied shade of hollows and ink over the opaque picture, both one pixel
// soft.
#include "frame.glsl"

uniform sampler2D t_veil;
layout(location = 0) out vec4 o_colour;

vec2 veil_at(ivec2 at) { return texelFetch(t_veil, clamp(at, ivec2(0), ivec2(picture.xy) - 1), 0).rg; }

vec2 row(ivec2 at) {
    return 0.35 * (veil_at(at + ivec2(1, 0)) + veil_at(at - ivec2(1, 0))) + 0.3 * veil_at(at);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec2 veil = 0.35 * (row(at + ivec2(0, 1)) + row(at - ivec2(0, 1))) + 0.3 * row(at);
    float hollow = background_bottom.w * (1.0 - veil.r);
    // a line is never thinner than a pixel, so in a small picture it is paler
    float line = min(1.5 * veil.g, 1.0) * ink.w * clamp(whole.w / 700.0, 0.65, 1.0);
    if (hollow + line <= 0.004) discard;
    // light that goes to and fro in a hollow of flesh is red
    vec3 shade = vec3(0.16, 0.07, 0.05) * hollow;
    o_colour = vec4(mix(shade, ink.rgb, line), 1.0 - (1.0 - hollow) * (1.0 - line));
}
