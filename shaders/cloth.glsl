// in: the interpolated vertex data of linen; out: a Surface: matt, with the weave where it can be seen.
Surface cloth_surface(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec3 tissue) {
    Surface s = base_surface(normal, albedo);
    vec3 p = rest_mm();
    float shown = drawable(2.0, pixel_mm(p));
    vec3 threads = swing(p * 3.1);
    float weave = threads.x * threads.y + threads.y * threads.z + threads.z * threads.x;
    s.albedo = albedo * (1.0 + 0.02 * patches(p * 0.2) + 0.03 * weave * shown);
    s.normal = raised(position, normal, 0.00006 * weave * shown);
    s.rough = 0.55;
    s.mirror = 0.02;
    s.wrap = 0.35;
    s.scatter = vec3(0.5);
    return s;
}
