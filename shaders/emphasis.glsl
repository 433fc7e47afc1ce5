// in: lit colour, normal, direction to the viewer; out: the colour with the light of what the lesson or the user points at;
// and the ink where a surface turns away.
uniform vec3 u_emphasis, u_edge_emphasis;   // linear

vec3 emphasised(vec3 colour, vec3 normal, vec3 viewer) {
    float edge = 1.0 - max(dot(normal, viewer), 0.0);
    return colour + u_emphasis + u_edge_emphasis * (edge * edge);
}

/// A line of ink where a rounded surface turns away: wide where it turns slowly, as a pen draws it. What is flat has none.
float contour(float facing) {
#ifdef SEEN_THROUGH
    float strength = ink.w;
#else
    float strength = gaze.w;
#endif
#ifdef MATERIAL_ANY
    float turns = u_material == k_cloth ? 0.0 : 1.0;
#elif !defined(MATERIAL_FURNITURE) && !defined(MATERIAL_CLOTH)
    const float turns = 1.0;  // nothing of a body is flat
#elif defined(VERTEX_LIT)
    const float turns = 0.0;
#else
    float turns = clamp(fwidth(facing) * 50.0, 0.0, 1.0);
#endif
#ifdef VERTEX_LIT
    const float pixel = 0.0;
#else
    // a line thinner than a pixel is pale rather than dotted
    float pixel = fwidth(facing);
#endif
    float soft = max(pixel, 0.18);
    return 0.85 * strength * turns * clamp((0.17 - facing) / soft + 0.5, 0.0, 1.0);
}
