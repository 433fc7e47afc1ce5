// in: the depth of the opaque picture; out, in half the size: of four pixels the farthest.
#include "frame.glsl"
#include "depth.glsl"

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy) * 2;
    gl_FragDepth = max(max(depth_at(at), depth_at(at + ivec2(1, 0))), max(depth_at(at + ivec2(0, 1)), depth_at(at + 1)));
}
