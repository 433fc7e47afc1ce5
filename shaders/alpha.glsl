// in: a surface point; out: how much light it takes.
/// A pane shows its outline: it takes more light where it is seen edge on. A muscle beside the body has no bone in which
/// its ends could hide: they fade.
float alpha_of(vec3 normal, vec3 viewer, vec2 fibre, float opacity) {
    float edge = 1.0 - abs(dot(normal, viewer));
#ifdef PANE
    return clamp(0.05 + 0.8 * edge * edge, 0.0, 0.8) * opacity;
#else
    float alpha = clamp(opacity * (1.0 + 0.9 * edge * edge * (1.0 - opacity)), 0.0, 1.0);
#ifdef GHOST
    alpha *= smoothstep(0.02, 0.08, fibre.x) * (1.0 - smoothstep(0.92, 0.98, fibre.x));
#endif
    return alpha;
#endif
}
