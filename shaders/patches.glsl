// in: a rest position in millimetres; out: patches that stay where they are on a moving body.
/// Nearly a sine of a third the cost.
vec3 swing(vec3 x) {
    vec3 t = abs(fract(x * 0.15915494) * 2.0 - 1.0);
    return t * t * (6.0 - 4.0 * t) - 1.0;
}

/// Soft irregular patches about 12 units wide, -1..1.
float patches(vec3 p) {
    vec3 q = p * 0.27;
    q += 1.15 * swing(q.yzx * 0.83 + vec3(0.0, 1.7, 3.1));
    vec3 waves = swing(q + 0.6 * q.zxy);
    return (waves.x * waves.y + waves.z) * 0.6;
}
