// in: the line of sight; out: the ground, dithered against banding, with the dark on the floor. Covers the
// whole picture, so it does without roots and exponentials.
#include "frame.glsl"
#include "ground.glsl"

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
    vec3 colour = mix(ground_at(gl_FragCoord.xy), ink.rgb * 0.5, floor_dark());
    o_colour = vec4(clamp(colour + (grain_at(gl_FragCoord.xy) - 0.5) / 255.0, 0.0, 1.0), 1.0);
}
