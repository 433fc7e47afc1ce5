// Moment-based order-independent transparency (Muenstermann, Krumpen, Klein & Peters 2018, four power moments): a first
// pass sums absorbance and its moments over depth, in half the size, a second weighs each surface by the light that reaches
// it; how much all of them cover is summed for each pixel. Sums change smoothly with opacity, so nothing pops when a layer fades in or out.
const float k_most_opaque = 0.998;

float absorbance_of(float alpha) { return -log(1.0 - min(alpha, k_most_opaque)); }

/// -1 at the nearest, 1 at the farthest transparent thing.
float layer_depth(vec3 position) {
    float away = dot(position - eye.xyz, gaze.xyz);
    return clamp((away - depth_span.x) / max(depth_span.y - depth_span.x, 1e-3), 0.0, 1.0) * 2.0 - 1.0;
}

#ifdef TWO_MOMENTS
/// The same from mean and variance alone: of the distributions that have these, the one with most at `depth`. Sums of depth,
/// its square, and absorbance.
float transmittance(float depth, vec4 sums) {
    if (sums.a < 1e-5) return 1.0;
    float mean = sums.x / sums.a, off = depth - mean;
    float spread = max(sums.y / sums.a - mean * mean, 0.0) + 1e-5;
    float here = spread / (spread + off * off);
    return exp(-sums.a * ((off > 0.0 ? 1.0 - here : 0.0) + 0.25 * here));
}
#else
/// Part of the light that comes through everything before `depth`. `moments` of absorbance, `total` absorbance.
float transmittance(float depth, vec4 moments, float total) {
    if (total < 1e-5) return 1.0;
    // the bias keeps the moments those of a real distribution in spite of rounding
    vec4 b = mix(moments / total, vec4(0.0, 0.375, 0.0, 0.375), 2e-6);
    // Cholesky factors of the Hankel matrix (1 b1 b2; b1 b2 b3; b2 b3 b4)
    float l21_d11 = b.z - b.x * b.y;
    float d11 = b.y - b.x * b.x;
    float l21 = l21_d11 / d11;
    float d22 = (b.w - b.y * b.y) - l21_d11 * l21;
    // its product with c is (1, depth, depth^2)
    vec3 c = vec3(1.0, depth, depth * depth);
    c.y -= b.x;
    c.z -= b.y + l21 * c.y;
    c.y /= d11;
    c.z /= d22;
    c.y -= l21 * c.z;
    c.x -= dot(c.yz, b.xy);
    // the two other depths of the canonical distribution that has these moments
    float p = c.y / c.z, q = c.x / c.z;
    float root = sqrt(max(p * p * 0.25 - q, 0.0));
    float near = -0.5 * p - root, far = -0.5 * p + root;
    // polynomial through "absorbs before depth": a quarter at depth itself, all nearer, nothing farther
    float f_near = near < depth ? 1.0 : 0.0;
    float f_far = far < depth ? 1.0 : 0.0;
    float slope = (f_near - 0.25) / (near - depth);
    float slope_far = (f_far - f_near) / (far - near);
    float bend = (slope_far - slope) / (far - depth);
    // f(z) = 0.25 + slope (z - depth) + bend (z - depth)(z - near), in powers of z, averaged by the moments
    float constant = 0.25 - depth * slope + bend * depth * near;
    float first = slope - bend * (depth + near);
    float before = constant + first * b.x + bend * b.y;
    return clamp(exp(-total * clamp(before, 0.0, 1.0)), 0.0, 1.0);
}
#endif
