// Two triangles that are an upright rectangle, from the vertex number alone.
uniform vec4 u_place; // a corner of it and the one across, 0..1 from the lower left of what is drawn into
uniform vec4 u_part;  // what of the picture lies in these corners, 0..1
out vec2 v_at;

void main() {
    // 0 1 2, 3 4 5: lower left, lower right, upper right; upper left, lower left, upper right
    vec2 corner = vec2(gl_VertexID == 1 || gl_VertexID == 2 || gl_VertexID == 5,
                       gl_VertexID == 2 || gl_VertexID == 3 || gl_VertexID == 5);
    v_at = mix(u_part.xy, u_part.zw, corner);
    gl_Position = vec4(mix(u_place.xy, u_place.zw, corner) * 2.0 - 1.0, 0.0, 1.0);
}
