// A square on the floor (y = 0) from the vertex number alone; out: world position.
#include "frame.glsl"

uniform vec4 u_floor;   // middle (x, z), half side in metres, unused
out vec3 v_position;

void main() {
    // two triangles: corners 0 1 2 and 2 1 3
    int corner = gl_VertexID < 3 ? gl_VertexID : gl_VertexID == 3 ? 2 : gl_VertexID == 4 ? 1 : 3;
    vec2 at = vec2(float(corner & 1), float(corner >> 1)) * 2.0 - 1.0;
    v_position = vec3(u_floor.x + at.x * u_floor.z, 0.0, u_floor.y + at.y * u_floor.z);
    gl_Position = view_projection * vec4(v_position, 1.0);
}
