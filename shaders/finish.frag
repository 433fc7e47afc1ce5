// in: ink.frag's openness and lines; out: premultiplied shade of hollows and ink over the opaque picture, both one pixel
// soft.
#include "frame.glsl"

in vec2 v_at;
uniform sampler2D t_veil;
layout(location = 0) out vec4 o_colour;

void main() {
    vec2 half_pixel = 0.7 / picture.xy;
    vec2 veil = 0.25 * (texture(t_veil, v_at + half_pixel * vec2(1.0, 1.0)).rg +
                        texture(t_veil, v_at + half_pixel * vec2(-1.0, 1.0)).rg +
                        texture(t_veil, v_at + half_pixel * vec2(1.0, -1.0)).rg +
                        texture(t_veil, v_at + half_pixel * vec2(-1.0, -1.0)).rg);
    float hollow = background_bottom.w * (1.0 - veil.r);
    // a line is never thinner than a pixel, so in a small picture it is paler
    float line = min(1.5 * veil.g, 1.0) * ink.w * clamp(whole.w / 700.0, 0.65, 1.0);
    if (hollow + line <= 0.004) discard;
    // light that goes to and fro in a hollow of flesh is red
    vec3 shade = vec3(0.16, 0.07, 0.05) * hollow;
    o_colour = vec4(mix(shade, ink.rgb, line), 1.0 - (1.0 - hollow) * (1.0 - line));
}
