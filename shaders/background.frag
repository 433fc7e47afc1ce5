// in: place in the picture; out: a calm gradient, a little lighter behind the middle, dithered against banding. Covers
// the whole picture, so it does without roots and exponentials.
#include "frame.glsl"

in vec2 v_at;
layout(location = 0) out vec4 o_colour;

void main() {
    vec3 colour = mix(background_bottom.rgb, background_top.rgb, v_at.y * v_at.y * (3.0 - 2.0 * v_at.y));
    vec2 off = (v_at - vec2(0.5, 0.58)) * vec2(picture.x / picture.y, 1.0);
    colour += 0.03 - 0.055 * min(dot(off, off), 1.2);
    // interleaved gradient noise (Jimenez 2014)
    float grain = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715))));
    o_colour = vec4(clamp(colour + (grain - 0.5) / 255.0, 0.0, 1.0), 1.0);
}
