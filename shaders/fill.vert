// A triangle that covers the picture, from the vertex number alone; u_depth in clip space, 0 where nobody says otherwise.
uniform float u_depth;
out vec2 v_at;   // 0..1, bottom left to top right

void main() {
    vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
    v_at = corner;
    gl_Position = vec4(corner * 2.0 - 1.0, u_depth, 1.0);
}
