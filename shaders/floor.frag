// in: a point of the floor; out: how much darker the background is there: the shadow of the couch, softened, and the
// dimness below it, fading out.
#include "frame.glsl"
#include "shadow.glsl"

in vec3 v_position;
uniform vec4 u_floor;
uniform int u_taps;   // of the shadow
layout(location = 0) out vec4 o_colour;

void main() {
    vec2 off = (v_position.xz - u_floor.xy) / u_floor.z;
    float square = dot(off, off);
    float fade = 1.0 - smoothstep(0.1, 1.0, square);
    float dim = max(1.0 - 4.0 * square, 0.0);
    float shade = 0.11 * dim * dim;
#ifdef SHADOW
    // light from a broad window: the shadow of things high above the floor is wide (Vogel spiral, turned by noise)
    float lit = 0.0, turn = grain_at(gl_FragCoord.xy) * 6.2831853;
    vec2 spoke = vec2(cos(turn), sin(turn));
    for (int i = 0; i < u_taps; ++i) {
        vec2 aside = spoke * (0.028 * sqrt(float(i) + 0.5));
        lit += key_arrives(v_position + vec3(aside.x, 0.01, aside.y));
        spoke = k_golden * spoke;
    }
    shade += 0.20 * (1.0 - lit / float(u_taps));
#endif
    o_colour = vec4(ink.rgb * 0.5, fade * shade);
}
