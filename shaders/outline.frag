// in: the mask; out: a soft line round what is marked, fainter where other structures hide it.
in vec2 v_at;
uniform sampler2D t_mask;
uniform vec4 u_line;       // sRGB colour, strength
uniform float u_width;     // pixels
layout(location = 0) out vec4 o_colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    ivec2 most = textureSize(t_mask, 0) - 1;
    vec2 here = texelFetch(t_mask, at, 0).rg;
    vec2 sum = vec2(0.0);
    for (int i = 0; i < 8; ++i) {
        float angle = float(i) * 0.78539816;
        vec2 direction = vec2(cos(angle), sin(angle));
        vec2 near = texelFetch(t_mask, clamp(at + ivec2(round(direction * u_width)), ivec2(0), most), 0).rg;
        vec2 nearer = texelFetch(t_mask, clamp(at + ivec2(round(direction * u_width * 0.5)), ivec2(0), most), 0).rg;
        sum += near * 0.4 + nearer * 0.6;
    }
    // outside the structure only: the line must not eat what it marks
    float outer = (1.0 - here.r) * smoothstep(0.0, 0.30, sum.r / 8.0);
    float seen = smoothstep(0.0, 0.30, sum.g / 8.0);
    float alpha = outer * mix(0.35, 1.0, seen) * u_line.a;
    if (alpha <= 0.0) discard;
    o_colour = vec4(u_line.rgb, alpha);
}
