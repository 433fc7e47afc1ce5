// in: the interpolated vertex data of a bone; out: a Surface.
Surface bone_surface(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec3 tissue) {
    Surface s = base_surface(normal, albedo);
    vec3 p = rest_mm();
    float pixel = pixel_mm(p);
    // dry, faintly porous: no mirror-like light; old grease in patches, cavities warm and dark
    float stain = patches(p * 0.8), grain = furrows(p * vec3(1.1, 0.28, 1.1));
    float shown = drawable(1.2, pixel);
    float dark = clamp(1.0 - luminance(albedo) * 1.55, 0.0, 1.0);
    s.albedo = albedo * vec3(1.05, 1.0, 0.90) * mix(vec3(1.0), vec3(0.98, 0.80, 0.58), dark * 0.75);
    s.albedo *= vec3(1.0) + stain * vec3(0.02, 0.03, 0.055) + 0.035 * grain * shown;
    s.normal = raised(position, normal, 0.000022 * grain * shown + 0.00004 * stain * drawable(10.0, pixel));
    s.rough = 0.36;
    s.mirror = 0.034 + 0.008 * stain;
    s.wrap = 0.25;
    s.scatter = vec3(0.5, 0.36, 0.24);
    return s;
}
