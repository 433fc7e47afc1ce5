// in: world position; out: where emphasised structures are (u_mark = red: all of them, green: the parts not hidden).
#include "frame.glsl"

in vec3 v_position;
uniform vec2 u_mark;
#ifdef FADES
in float v_gone;
#endif
layout(location = 0) out vec4 o_mask;

void main() {
#ifdef CLIP
    if (cut_away(v_position)) discard;
#endif
#ifdef FADES
    if (v_gone > 0.5) discard;  // hardly to be seen any more
#endif
    o_mask = vec4(u_mark, 0.0, 1.0);
}
