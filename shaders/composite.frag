// in: the sums of surface.frag; out: premultiplied colour over the opaque picture.
in vec2 v_at;
uniform sampler2D t_sum;
uniform sampler2D t_absorbance;
layout(location = 0) out vec4 o_colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    float absorbed = texelFetch(t_absorbance, at, 0).r;
    if (absorbed <= 0.0) discard;
    vec4 sum = texelFetch(t_sum, at, 0);
    float covered = 1.0 - exp(-absorbed);  // exact, whatever the weights
    o_colour = vec4(sum.rgb / max(sum.a, 1e-6) * covered, covered);
}
