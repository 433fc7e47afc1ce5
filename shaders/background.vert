// A triangle that covers the picture, from the vertex number alone, farther than all else; out: where the line of sight
// through a pixel begins and ends.
#include "frame.glsl"

out vec3 v_near;
out vec3 v_far;

vec3 seen_at(vec2 corner, float depth) {
    vec4 point = inverse_view_projection * vec4(corner, depth, 1.0);
    return point.xyz / point.w;
}

void main() {
    vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2)) * 2.0 - 1.0;
    v_near = seen_at(corner, -1.0);
    v_far = seen_at(corner, 1.0);
    gl_Position = vec4(corner, 1.0, 1.0);
}
