// in: the finished picture; out: its edges without stairs. Where light changes, the edge is followed to where its step ends,
// and the pixel takes so much of its neighbour across the edge as a straight line from step to step would cover; single
// pixels are blended with those round them (Lottes 2009, fast approximate anti-aliasing; the covered share as in Reshetov
// 2009). What has no edge is left as it is.
#include "frame.glsl"
#ifdef BARE
#include "ground.glsl"
#endif

uniform sampler2D t_picture;
layout(location = 0) out vec4 o_colour;

const float k_least = 0.03, k_least_part = 0.09;  // change of light, in all and of the lightest, that is an edge
const int k_search = 14;                          // pixels
const float k_dots = 0.5;                         // most that a single pixel gives away

const vec3 k_light = vec3(0.299, 0.587, 0.114);

vec4 colour_at(ivec2 at) { return texelFetch(t_picture, clamp(at, ivec2(0), ivec2(picture.xy) - 1), 0); }

float light_at(ivec2 at) {
    vec4 c = colour_at(at);
#ifdef BARE
    // an edge is one against the ground that is left out
    c.rgb += (1.0 - c.a) * clamp(ground_at(vec2(at) + 0.5), 0.0, 1.0);
#endif
    return dot(c.rgb, k_light);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    float here = light_at(at);
    float n = light_at(at + ivec2(0, 1)), s = light_at(at - ivec2(0, 1));
    float e = light_at(at + ivec2(1, 0)), w = light_at(at - ivec2(1, 0));
    float most = max(max(max(n, s), max(e, w)), here), range = most - min(min(min(n, s), min(e, w)), here);
    float least = max(k_least, k_least_part * most);
    if (range < least) discard;
    float ne = light_at(at + ivec2(1, 1)), nw = light_at(at + ivec2(-1, 1));
    float se = light_at(at + ivec2(1, -1)), sw = light_at(at - ivec2(1, 1));
    float upward = 2.0 * abs(n + s - 2.0 * here) + abs(ne + se - 2.0 * e) + abs(nw + sw - 2.0 * w);
    float sideways = 2.0 * abs(e + w - 2.0 * here) + abs(ne + nw - 2.0 * n) + abs(se + sw - 2.0 * s);
    bool level = upward >= sideways;
    ivec2 along = level ? ivec2(1, 0) : ivec2(0, 1), across = level ? ivec2(0, 1) : ivec2(1, 0);
    float ahead = level ? n : e, behind = level ? s : w;
    if (abs(behind - here) > abs(ahead - here)) {
        ahead = behind;
        across = -across;
    }
    // the light of both sides together changes where the step ends
    float middle = 0.5 * (here + ahead), enough = 0.25 * abs(ahead - here);
    vec2 ends = vec2(0.0), run = vec2(float(k_search));
    bvec2 found = bvec2(false);
    int rounds = range < least ? 0 : k_search;  // in software what is discarded runs on, but skips a loop of no rounds
    for (int i = 1; i <= rounds && !(found.x && found.y); ++i) {
        ivec2 one = at + along * i, other = at - along * i;
        vec2 change = 0.5 * vec2(light_at(one) + light_at(one + across), light_at(other) + light_at(other + across)) - middle;
        bvec2 ended = bvec2(abs(change.x) >= enough, abs(change.y) >= enough);
        if (!found.x && ended.x) {
            ends.x = change.x;
            run.x = float(i);
        }
        if (!found.y && ended.y) {
            ends.y = change.y;
            run.y = float(i);
        }
        found = bvec2(found.x || ended.x, found.y || ended.y);
    }
    bool first = run.x <= run.y;
    // a pixel on the side that the line from step to step does not cut keeps its colour
    bool cut = (first ? found.x : found.y) && ((first ? ends.x : ends.y) < 0.0) != (here < middle);
    float covered = cut ? 0.5 - (min(run.x, run.y) - 0.5) / (run.x + run.y - 1.0) : 0.0;
    float lone = clamp(abs((2.0 * (n + s + e + w) + ne + nw + se + sw) / 12.0 - here) / range, 0.0, 1.0);
    lone = lone * lone * (3.0 - 2.0 * lone);
    float part = max(covered, k_dots * lone * lone) * smoothstep(least, 1.5 * least, range);
    o_colour = mix(colour_at(at), colour_at(at + across), part);
}
