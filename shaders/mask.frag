// in: world position; out: where emphasised structures are (u_mark = red: all of them, green: the parts not hidden).
#include "frame.glsl"

in vec3 v_position;
uniform vec2 u_mark;
layout(location = 0) out vec4 o_mask;

void main() {
#ifdef CLIP
    if (cut_away(v_position)) discard;
#endif
    o_mask = vec4(u_mark, 0.0, 1.0);
}
