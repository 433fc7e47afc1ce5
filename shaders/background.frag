// in: place in the picture; out: a calm gradient, a little lighter behind the middle, dithered against banding.
#include "frame.glsl"

in vec2 v_at;
layout(location = 0) out vec4 o_colour;

void main() {
    float up = smoothstep(0.0, 1.0, v_at.y);
    vec3 colour = mix(background_bottom.rgb, background_top.rgb, up);
    vec2 off = (v_at - vec2(0.5, 0.58)) * vec2(picture.x / picture.y, 1.0);
    colour += 0.035 * exp(-2.2 * dot(off, off)) - 0.03 * smoothstep(0.35, 1.1, length(off));
    // interleaved gradient noise (Jimenez 2014)
    float grain = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715))));
    o_colour = vec4(clamp(colour + (grain - 0.5) / 255.0, 0.0, 1.0), 1.0);
}
