// in: place in the whole picture and the line of sight; out: a calm gradient, a little lighter behind the middle, dithered
// against banding, with the dark on the floor. Covers the whole picture, so it does without roots and exponentials.
#include "frame.glsl"

in vec3 v_near;
in vec3 v_far;
uniform sampler2D t_floor;
uniform vec4 u_floor;   // middle (x, z), radius in metres; most that it can be dark, 0 when there is none
layout(location = 0) out vec4 o_colour;

float floor_dark() {
    float part = v_near.y / max(v_near.y - v_far.y, 1e-4);
    vec2 off = (mix(v_near.xz, v_far.xz, part) - u_floor.xy) / max(u_floor.z, 1e-3);
    return part > 0.0 && part < 1.0 ? u_floor.w * texture(t_floor, off * 0.5 + 0.5).r : 0.0;
}

void main() {
    vec2 at = pixel_of_whole(gl_FragCoord.xy) / whole.zw;
    vec3 colour = mix(background_bottom.rgb, background_top.rgb, at.y * at.y * (3.0 - 2.0 * at.y));
    vec2 off = (at - vec2(0.5, 0.58)) * vec2(whole.z / whole.w, 1.0);
    colour += 0.03 - 0.055 * min(dot(off, off), 1.2);
    colour = mix(colour, ink.rgb * 0.5, floor_dark());
    o_colour = vec4(clamp(colour + (grain_at(gl_FragCoord.xy) - 0.5) / 255.0, 0.0, 1.0), 1.0);
}
