// in: the mask, and the same blurred; out: a line and a glow round what is marked, fainter where other structures hide it.
in vec2 v_at;
uniform sampler2D t_mask;
uniform sampler2D t_glow;
uniform vec4 u_line;       // sRGB colour, strength
uniform vec4 u_glow;
uniform float u_width;     // pixels
layout(location = 0) out vec4 o_colour;

/// How much of a ring round the pixel is marked (x), and not hidden (y).
vec2 ring(ivec2 at) {
    ivec2 most = textureSize(t_mask, 0) - 1;
    vec2 sum = vec2(0.0);
    for (int i = 0; i < 8; ++i) {
        float angle = float(i) * 0.78539816;
        vec2 direction = vec2(cos(angle), sin(angle));
        vec2 near = texelFetch(t_mask, clamp(at + ivec2(round(direction * u_width)), ivec2(0), most), 0).rg;
        vec2 nearer = texelFetch(t_mask, clamp(at + ivec2(round(direction * u_width * 0.5)), ivec2(0), most), 0).rg;
        sum += near * 0.4 + nearer * 0.6;
    }
    return sum / 8.0;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec2 spread = texture(t_glow, v_at).rg;
    if (spread.r <= 0.0) discard;
    float inside = texelFetch(t_mask, at, 0).r;
    // outside the structure only: neither must eat what it marks
    float outside = 1.0 - inside;
    // what hides the structure, such as a hand on it, hardly takes on its glow
    float seen = smoothstep(0.35, 0.85, spread.g / max(spread.r, 1e-3));
    float halo = smoothstep(0.0, 0.6, spread.r) * mix(0.1, 1.0, seen);
    float glow = outside * halo * u_glow.a;
    float line = 0.0;
    if (inside < 1.0) {
        vec2 sum = ring(at);
        line = outside * smoothstep(0.0, 0.30, sum.r) * mix(0.35, 1.0, smoothstep(0.0, 0.30, sum.g)) * u_line.a;
    }
    float alpha = line + glow * (1.0 - line);
    if (alpha <= 0.0) discard;
    o_colour = vec4((u_line.rgb * line + u_glow.rgb * (glow * (1.0 - line))) / alpha, alpha);
}
