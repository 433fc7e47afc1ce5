// in: place beside a piece of outline; out: how far it is, in parts of u_reach, and how little of it is tendon. The least
// of all pieces counts.
in vec4 v_place;
uniform float u_reach;    // metres
uniform vec3 u_channel;   // 0 for the channel that this outline goes into, 1 for the others
layout(location = 0) out vec4 o_distance;

void main() {
    float beyond_ends = v_place.x - clamp(v_place.x, 0.0, v_place.z);
    float away = length(vec2(beyond_ends, v_place.y)) / u_reach;
    o_distance = vec4(max(vec3(away), u_channel), 1.0 - v_place.w);
}
