// in: place in the whole picture; out: a calm gradient, a little lighter behind the middle, dithered against banding. Covers
// the whole picture, so it does without roots and exponentials.
#include "frame.glsl"

layout(location = 0) out vec4 o_colour;

void main() {
    vec2 at = pixel_of_whole(gl_FragCoord.xy) / whole.zw;
    vec3 colour = mix(background_bottom.rgb, background_top.rgb, at.y * at.y * (3.0 - 2.0 * at.y));
    vec2 off = (at - vec2(0.5, 0.58)) * vec2(whole.z / whole.w, 1.0);
    colour += 0.03 - 0.055 * min(dot(off, off), 1.2);
    o_colour = vec4(clamp(colour + (grain_at(gl_FragCoord.xy) - 0.5) / 255.0, 0.0, 1.0), 1.0);
}
