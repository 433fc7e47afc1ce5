// in: a surface point; out: its colour under one light and nothing else: what any picture of these triangles costs at
// least. For benchmarks.
#include "frame.glsl"

in vec3 v_normal;
in vec4 v_colour;
uniform vec4 u_colour;
layout(location = 0) out vec4 o_colour;

void main() {
    float lit = 0.3 + 0.7 * max(dot(normalize(v_normal), key_direction.xyz), 0.0);
    o_colour = vec4(sqrt(u_colour.rgb * v_colour.rgb * lit), 1.0);
}
