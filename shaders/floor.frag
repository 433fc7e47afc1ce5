// in: place on the floor (y = 0); out: how dark it is there, of the most that it can be: dim below the couch, in the shadow of
// the couch, and fading out.
#include "frame.glsl"

in vec2 v_at;
uniform sampler2D t_shadow;
uniform vec4 u_floor;   // middle (x, z), radius in metres, unused
layout(location = 0) out vec4 o_dark;

#ifdef SHADOW
const int k_taps = 24;
const float k_width = 0.11;   // metres

float arrives(vec2 place) {
    vec3 at = (world_to_shadow * vec4(place.x, 0.01, place.y, 1.0)).xyz;
    if (at.x <= 0.0 || at.y <= 0.0 || at.x >= 1.0 || at.y >= 1.0) return 1.0;
    return min(at.z, 1.0) - 0.0006 <= texelFetch(t_shadow, ivec2(at.xy * picture.z), 0).r ? 1.0 : 0.0;
}

/// Light from a broad window: the shadow of things high above the floor is wide (points of a Vogel spiral).
float light_at(vec2 place, bool seen) {
    vec2 spoke = vec2(1.0, 0.0);
    float lit = 0.0;
    int taps = seen ? k_taps : 0;  // software renderers skip a loop of no rounds
    for (int i = 0; i < taps; ++i) {
        lit += arrives(place + spoke * (k_width * sqrt((float(i) + 0.5) / float(k_taps))));
        spoke = k_golden * spoke;
    }
    return lit / float(k_taps);
}
#else
float light_at(vec2 place, bool seen) { return 1.0; }
#endif

void main() {
    vec2 off = v_at * 2.0 - 1.0;
    float square = dot(off, off), dim = max(1.0 - 4.0 * square, 0.0);
    float fade = 1.0 - smoothstep(0.1, 0.95, square);
    float shade = 0.11 * dim * dim + 0.20 * (1.0 - light_at(u_floor.xy + off * u_floor.z, fade > 0.0));
    o_dark = vec4(fade * shade / 0.31, 0.0, 0.0, 1.0);
}
