// in: strain from slack, fibre coordinate; out: linear colour. The colour map is that of render::strain_colour.
uniform vec3 u_strain_map[16];   // sRGB samples of the map at equal steps

vec3 strain_map(float t) {
    float at = clamp(t, 0.0, 1.0) * 15.0;
    int low = int(min(floor(at), 14.0));
    return mix(u_strain_map[low], u_strain_map[low + 1], at - float(low));
}

// Slack tissue keeps its own colour; what is stretched takes the map's, and ticks across the fibres that widen with
// strain say the same to who does not see the colours.
vec3 strain_albedo(vec3 albedo, float strain, float s) {
    float t = strain / max(picture.w, 1e-4);
    vec3 mapped = decode(strain_map(t)) * 0.92;
    float ticks = abs(fract(s * 28.0) - 0.5) * 2.0;
    float width = 0.10 + 0.34 * clamp(t, 0.0, 1.0);
    float soft = clamp(fwidth(s) * 56.0, 0.02, 1.0);
    float tick = (1.0 - smoothstep(width - soft, width + soft, ticks)) * smoothstep(0.02, 0.10, t);
    mapped *= 1.0 - 0.30 * tick;
    return mix(albedo, mapped, smoothstep(0.0, 0.08, t));
}
