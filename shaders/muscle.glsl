// in: the interpolated vertex data of a muscle, tendon or fascia; out: its colour and Surface.
//
// fibre.y is the fascicle line: the same all along a fascicle, one more 8 mm farther across (sculpt/fascicles.h), so that
// bundles have their size in millimetres whatever the girth. tissue.x goes from muscle (0) over aponeurosis (0.6) to free
// tendon (1); y: how dense a sheet of tendon is (tissue.glsl); z: how moist the surface is (surface.vert).

const vec3 k_sheen = vec3(0.68, 0.66, 0.64);
const float k_bundles = 5.0;   // in 8 mm

/// A number 0..1 for each whole number, without a sine: software renderers pay for those (Hoskins 2014).
float scattered(float n) {
    float f = fract(n * 0.1031);
    f *= f + 33.33;
    return fract(f * (f + f));
}

/// Smooth noise of one variable, -1..1.
float noise(float x) {
    float n = floor(x), t = x - n;
    return 2.0 * mix(scattered(n), scattered(n + 1.0), t * t * (3.0 - 2.0 * t)) - 1.0;
}

/// How much of the surface is sheet (x) and cord (y) of tendon. Muscle and tendon meet in fingers: each bundle ends a
/// little earlier or later than the next.
vec2 tendinous(vec2 fibre, vec3 tissue) {
#ifndef MATERIAL_MUSCLE
    return vec2(1.0);
#else
#ifdef RELIEF
    float seen = 1.0 - smoothstep(0.25, 0.7, fwidth(fibre.y) * k_bundles);
    float finger = seen * (0.7 * noise(fibre.y * 2.6) + 0.5 * noise(fibre.y * 6.3 + 40.0));
#else
    const float finger = 0.0;
#endif
    // fingers only where a sheet runs out, neither on bare flesh nor within it (0.6: sculpt::k_aponeurosis)
    float sheet = tissue.x + 0.22 * finger * clamp(11.0 * tissue.x * (0.6 - tissue.x), 0.0, 1.0);
    // strands of tendon side by side: flesh shines through between them, the more the thinner the sheet
    float between = clamp(0.85 - 0.55 * finger, 0.0, 1.0);
    float covers = smoothstep(0.12, 0.60, sheet) * mix(between, 1.0, smoothstep(0.35, 0.75, tissue.x));
    return vec2(covers, smoothstep(0.70, 0.92, tissue.x + 0.14 * finger));
#endif
}

vec3 tissue_albedo(vec4 flesh, vec2 fibre, vec3 tissue) {
#ifndef MATERIAL_MUSCLE
    return flesh.rgb;
#else
    vec2 part = tendinous(fibre, tissue);
    return mix(mix(flesh.rgb, k_sheen * flesh.a, tissue.y * part.x), k_pearl * flesh.a, part.y);
#endif
}

/// Height of the relief (x) and its slope across the fibres (y), both about -1..1, of bundles `frequency` to the band.
vec2 relief(float line, float frequency) {
    float x = line * frequency;
    float a = x + 0.34 * noise(x * 0.71);  // no two bundles are alike
    float tone = noise(x * 0.43 + 17.0);
    return turned(vec2(a - 0.25, a)) * (0.55 + 0.3 * tone) + vec2(0.5 * tone, 0.0);
}

/// Bundles of the width that suits the picture: their own when near, as many together when far as a few pixels show.
/// Each halving of the number fades in, so that nothing swims.
vec2 bundles(float line, float pixel) {
    float level = max(log2(k_bundles * pixel * 4.5), 0.0);
    float whole = floor(level), frequency = k_bundles * exp2(-whole);
    float next = smoothstep(0.2, 0.8, level - whole);
    return mix(relief(line, frequency), relief(line, 0.5 * frequency), next);
}

Surface tissue_surface(vec3 position, vec3 normal, vec3 albedo, vec2 fibre, vec3 tissue) {
    vec2 part = tendinous(fibre, tissue);
    Surface s = base_surface(normal, albedo);
#ifdef RELIEF
    float dx = dFdx(fibre.y), dy = dFdy(fibre.y);
    vec3 across = surface_gradient(position, normal, dx, dy);
    float steep = length(across);
    // what differs from pixel to pixel must be asked for where all pixels come by
    vec3 onward = surface_gradient(position, normal, dFdx(fibre.x), dFdy(fibre.x));
#ifdef STRAIN
    vec3 wrinkled = raised(position, normal, wrinkle(fibre.x, strain_here()));
    float waved = crimp(fibre, strain_here());
#endif
    if (steep > 1.0) {
        s.fibre = cross(normal, across) / steep;
        // where the lines do not lead from origin to insertion (at the ends) there is no telling the direction
        float along = dot(s.fibre, onward), agreement = along * along / max(dot(onward, onward), 1e-10);
        float sure = smoothstep(0.20, 0.72, agreement) * smoothstep(6.0, 25.0, steep);
        s.fibre *= sure;
        float pixel = abs(dx) + abs(dy);
        float line = fibre.y + dot(vec2(0.05, 0.025), turned(vec2(dot(fibre, vec2(6.5, 0.37)), dot(fibre, vec2(15.4, -0.81)))));
#ifdef STRAIN
        line += waved;
        normal = wrinkled;
#endif
        vec2 coarse = bundles(line, pixel) * sure;
        float fine_pixel = pixel * k_bundles * 4.0;
        vec2 fine = relief(line, k_bundles * 3.7) * sure * (1.0 - smoothstep(0.15, 0.32, fine_pixel));
#ifdef MATERIAL_MUSCLE
        float soft = mix(mix(1.0, 0.50, part.x), 0.42, part.y);
#else
        const float soft = 0.85;  // fibres are all that a sheet of fascia has to show
#endif
        s.albedo *= 1.0 + (0.24 * coarse.x + 0.13 * fine.x) * soft;
        s.normal = normalize(normal - across / steep * ((0.22 * coarse.y + 0.12 * fine.y) * soft));
    }
#endif
    s.rough = mix(mix(0.29, 0.25, part.x), 0.18, part.y);
    s.mirror = mix(mix(0.043, 0.062, part.x), 0.045, part.y);
    // the film of moisture lies in patches and evens out the finest relief
    s.film = normalize(normal + 1.3 * s.normal);
    s.wet = mix(mix(0.55, 0.85, part.x), 0.6, part.y) * tissue.z;
#ifdef STRAIN
    s.mirror *= 0.4;  // a shine would be read as a colour
    s.wet *= 0.25;
#endif
    s.wrap = 0.22;
    s.scatter = mix(vec3(0.55, 0.18, 0.14), vec3(0.4, 0.34, 0.26), max(0.5 * part.x, part.y));
    return s;
}
