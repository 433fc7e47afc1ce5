// in: a mask; out: the same blurred along u_step (texels of the mask), in the size of the target.
in vec2 v_at;
uniform sampler2D t_mask;
uniform vec2 u_step;
layout(location = 0) out vec4 o_mask;

void main() {
    vec2 sum = vec2(0.0);
    float total = 0.0;
    for (int i = -4; i <= 4; ++i) {
        float weight = exp(-0.14 * float(i * i));
        sum += weight * texture(t_mask, v_at + float(i) * u_step).rg;
        total += weight;
    }
    o_mask = vec4(sum / total, 0.0, 1.0);
}
