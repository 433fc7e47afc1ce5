// in: world position; out: structure + 1 and the bits of the depth under each pixel.
#include "frame.glsl"

in vec3 v_position;
uniform uint u_id;
layout(location = 0) out uvec2 o_id;

void main() {
#ifdef CLIP
    if (cut_away(v_position)) discard;
#endif
    o_id = uvec2(u_id, floatBitsToUint(gl_FragCoord.z));
}
