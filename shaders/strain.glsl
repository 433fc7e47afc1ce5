// in: strain from slack (below 0: minus the share by which the tissue is slack) and fibre coordinates; out: linear colour
// and relief. The colours are those of render::strain_colour. What says the same without colour: bands across the muscle
// at equal steps of material, that move apart and grow wider with strain; fibres that wave where they are slack.
uniform vec3 u_strain_map[16];   // sRGB samples of the map at equal steps
uniform vec3 u_slack_colour;     // sRGB

const float k_bands = 24.0;      // from origin to insertion, as scene::k_material_bands
// Illustrative: how many waves and wrinkles a slack muscle has, and how deep these are (metres), as scene/limp.cpp.
const float k_waves = 17.0, k_wrinkles = 30.0, k_wrinkle_height = 0.0008;

vec3 strain_map(float t) {
    float at = clamp(t, 0.0, 1.0) * 15.0;
    int low = int(min(floor(at), 14.0));
    return mix(u_strain_map[low], u_strain_map[low + 1], at - float(low));
}

/// Of the top of the map.
float strain_part(float strain) { return clamp(strain / max(picture.w, 1e-4), 0.0, 1.0); }

/// 1 where slack, 0 where taut.
float limpness(float strain) { return smoothstep(0.0, 0.012, -strain); }

/// Without a pattern, for a cut.
vec3 strain_tint(vec3 albedo, float strain) {
    vec3 taut = mix(albedo, decode(strain_map(strain_part(strain))) * 0.92, smoothstep(0.0, 0.02, strain));
    return mix(taut, decode(u_slack_colour) * 0.8, limpness(strain));
}

#ifdef STRAIN
const int k_nodes = 64;          // as tissue::k_strand_nodes
uniform float u_strain[k_nodes]; // at equal steps of material

/// Told for each pixel and not at vertices: where taut meets slack it changes faster than coarse triangles can follow.
float strain_here() {
    float place = clamp(v_along, 0.0, 1.0) * float(k_nodes - 1);
    int node = min(int(place), k_nodes - 2);
    return mix(u_strain[node], u_strain[node + 1], place - float(node));
}

/// How far a slack fibre waves to the side, in fascicle lines (8 mm): a sine of such height that its arc is longer than
/// its chord by what the fibre is too long. The arc of A sin(2 pi x / l) is l (1 + (pi A / l)^2) to second order.
/// Neighbours wave to the same side of the muscle, though lines are counted from its middle to both sides.
float crimp(vec2 fibre, float strain) {
    float slack = clamp(-strain, 0.0, 0.45);
    float wave = 400.0 / k_waves;                                  // mm, on a muscle of 400 mm
    float height = wave / 3.1415927 * sqrt(slack / (1.0 - slack)); // mm
    vec2 along = vec2(dFdx(fibre.x), dFdy(fibre.x)), across = vec2(dFdx(fibre.y), dFdy(fibre.y));
    float turn = along.x * across.y - along.y * across.x;
    float side = clamp(4.0 * turn / max(length(along) * length(across), 1e-12), -1.0, 1.0);
    return height / 8.0 * side * sin(6.2831853 * fibre.x * k_waves);
}

float wrinkle(float s, float strain) {
    return k_wrinkle_height * smoothstep(0.0, 0.05, -strain) * sin(6.2831853 * s * k_wrinkles);
}

/// 1 within `half_width` of a whole number, softened to the size of a pixel.
float stripe(float x, float half_width, float pixel) {
    float away = abs(fract(x + 0.5) - 0.5);
    float soft = clamp(pixel * 0.7, 0.001, 0.5);
    return 1.0 - smoothstep(half_width - soft, half_width + soft, away);
}

/// `bare`: how much of the surface is free tendon, which keeps its own colour (its strain is a tenth of the scale).
vec3 strain_albedo(vec3 albedo, vec2 fibre, float strain, float bare) {
    float t = strain_part(strain), limp = limpness(strain);
    vec3 colour = mix(decode(strain_map(t)) * 0.92, decode(u_slack_colour) * 0.85, limp);

    float line = fibre.y + crimp(fibre, strain);
    float line_pixel = fwidth(line);
    // too fine to draw they darken as much together
    float fibres = mix(stripe(line, 0.10, line_pixel), 0.20, smoothstep(0.25, 0.5, line_pixel));
    colour *= 1.0 - mix(0.10, 0.62, limp) * fibres;

    float band = fibre.x * k_bands, pixel = fwidth(band);
    float core = mix(mix(0.05, 0.27, t), 0.035, limp);
    float drawn = 1.0 - smoothstep(0.3, 0.6, pixel);
    float seam = stripe(band, core + 0.07, pixel) * drawn * (1.0 - limp);
    colour = mix(colour, vec3(0.80), 0.75 * seam * (1.0 - 0.6 * t));
    colour = mix(colour, vec3(0.012, 0.010, 0.014), stripe(band, core, pixel) * drawn * mix(0.98, 0.55, limp));
    return mix(colour, albedo, bare);
}
#endif
