// in: the three sums of surface.frag; out: premultiplied colour over the opaque picture.
in vec2 v_at;
uniform sampler2D t_sum;
uniform sampler2D t_weight;
uniform sampler2D t_front;
layout(location = 0) out vec4 o_colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 front = texelFetch(t_front, at, 0);
    if (front.a >= 1.0) discard;
    vec4 sum = texelFetch(t_sum, at, 0);
    float weight = texelFetch(t_weight, at, 0).r;
    vec3 rest = sum.rgb / max(weight, 1e-5) * (1.0 - sum.a);
    o_colour = vec4(front.rgb + front.a * rest, 1.0 - front.a * sum.a);
}
