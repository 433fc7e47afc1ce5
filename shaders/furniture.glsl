// in: the interpolated vertex data of the room; out: a Surface. Dark things are leather, the white cover is paper.
Surface furniture_surface(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec3 tissue) {
    Surface s = base_surface(normal, albedo);
    vec3 p = rest_mm();
    float pixel = pixel_mm(p);
    float leather = clamp(1.4 - luminance(albedo) * 1.6, 0.1, 1.0);
    float creases = patches(p * 0.35), grain = furrows(p * 0.8);
    float shown = drawable(1.3, pixel);
    s.albedo = albedo * (1.0 + 0.02 * creases + 0.06 * grain * shown * leather);
    s.normal = raised(position, normal, 0.0004 * creases * drawable(14.0, pixel) + 0.00005 * grain * shown * leather);
    s.rough = 0.32;
    s.mirror = 0.036 * leather;
    return s;
}
