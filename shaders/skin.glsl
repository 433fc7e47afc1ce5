// in: the interpolated vertex data of people and what they wear; out: a Surface. Skin is told from cloth by its hue, which
// shadow and occlusion do not change.
Surface skin_surface(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec3 tissue) {
    Surface s = base_surface(normal, albedo);
    vec3 p = rest_mm();
    float pixel = pixel_mm(p);
    float skin = smoothstep(0.12, 0.30, 1.0 - albedo.b / max(albedo.r, 1e-3));
    // skin: blood under it in patches, furrows and pores near by; cloth: loops of terry, uneven dye
    float flush = patches(p) + 0.35 * patches(p * 3.1 + 20.0) * drawable(4.0, pixel);
    vec3 blood = vec3(1.0) + flush * vec3(0.018, -0.034, -0.042);
    float fine = mix(0.62, 1.25, skin);
    float lines = furrows(p * fine) * drawable(1.0 / fine, pixel);
    s.albedo = albedo * (mix(vec3(1.0 + 0.020 * flush), blood, skin) + mix(0.11, 0.05, skin) * lines);
    s.normal = raised(position, normal, mix(0.00016, 0.000022, skin) * lines);
    s.film = normalize(normal + s.normal);
    s.rough = mix(0.55, 0.36, skin);
    s.mirror = mix(0.02, 0.034 + 0.008 * flush, skin);
    s.wet = 0.28 * skin;
    s.wrap = mix(0.35, 0.45, skin);
    s.scatter = mix(vec3(0.5), vec3(0.85, 0.43, 0.30), skin);
    return s;
}
