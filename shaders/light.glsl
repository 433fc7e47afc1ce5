// in: a lit surface point; out: display-encoded colour. Key, fill and rim light over a hemisphere of ambient light, and a
// window that is mirrored in what is moist.
struct Surface {
    vec3 albedo;      // linear
    vec3 normal;      // unit, world
    vec3 fibre;       // direction of fibres, as long as it is sure, up to 1
    vec3 film;        // unit, normal of the film of moisture
    float rough;      // width of the highlight: alpha of the microfacet distribution
    float mirror;     // part of the light that is mirrored where one looks straight on
    float wet;        // how much of a film of moisture there is
    float wrap;       // 0 hard terminator, 1 light reaches all round (thin, scattering tissue)
    vec3 scatter;     // colour that light picks up at the terminator
};

#ifdef RELIEF
/// Microfacet highlight of the key light, as a share of the light of a white matt surface that faces it: distribution GGX
/// (Walter, Marschner, Li & Torrance 2007), stretched along fibres (Burley 2012), with the shortened visibility of Kelemen &
/// Szirmay-Kalos 2001.
float highlight(vec3 normal, vec3 fibre, vec3 half_way, float towards_half, float rough, float mirror) {
    float sure = dot(fibre, fibre);
    float along = rough * (1.0 - 0.25 * sure), across = rough * (1.0 + 0.5 * sure);
    float n = max(dot(normal, half_way), 0.0), t = dot(fibre, half_way);
    float b = max(1.0 - n * n - t * t, 0.0);
    // the fraction is widened by squares of along and across: one division instead of three
    float both = along * across, q = t * t * across * across + b * along * along + n * n * both * both;
    return mirror * 0.25 * both * both * both / (towards_half * towards_half * q * q);
}

#ifdef WET
// how far the edges of mirrored windows are blurred
#ifdef MATERIAL_SKIN
const float k_blur = 0.28;
#else
const float k_blur = 0.23;
#endif

/// What is seen in the direction `r` of the surroundings: sky and ground, the window of the key light with its soft edge, and
/// a dimmer one across from it.
vec3 surroundings(vec3 r) {
    vec3 light = mix(ground_light.rgb, sky_light.rgb, clamp(1.1 * r.y + 0.39, 0.0, 1.0));
    vec2 at = vec2(dot(r, window_right.xyz), dot(r, window_up.xyz));
    const float sharp = 0.65 / k_blur;
    vec2 in_window = clamp(vec2(0.34, 0.22) * sharp + 0.5 - abs(at) * sharp, 0.0, 1.0);
    float before = clamp(dot(r, key_direction.xyz) * 4.3 - 0.15, 0.0, 1.0);
    light += key_light.rgb * (3.0 * in_window.x * in_window.y * before);
    vec2 strip = clamp((vec2(0.08 + 1.37 * k_blur, 0.87) - abs(at - vec2(-0.72, 0.15))) / vec2(1.2 * k_blur, 0.34), 0.0, 1.0);
    return light + rim_light.rgb * (2.0 * strip.x * strip.y);
}
#endif
#endif

vec3 shade(Surface s, vec3 viewer, float visible) {
    vec3 key = key_direction.xyz;
    float towards = dot(s.normal, key);
    float facing = max(dot(s.normal, viewer), 0.0);

    // wrapped diffuse: the band that only wrapping reaches is tinted by what scatters inside the tissue
    float wrapped = clamp((towards + s.wrap) / (1.0 + s.wrap), 0.0, 1.0);
    float direct = clamp(towards, 0.0, 1.0);
#ifdef RELIEF
    // what enters beside the edge of a shadow comes out within it, red the farthest; the shadow map knows nothing of that
    vec3 arrives = mix(vec3(visible), vec3(sqrt(visible)), 0.75 * s.scatter);
    float seeps = 0.45 + 0.55 * visible;
    vec3 diffuse = key_light.rgb * (direct * arrives + (wrapped - direct) * seeps * s.scatter);
#else
    vec3 diffuse = key_light.rgb * visible * mix(vec3(direct), vec3(wrapped), s.scatter);
#endif
    diffuse += fill_light.rgb * (0.35 + 0.65 * facing);
    diffuse += mix(ground_light.rgb, sky_light.rgb, s.normal.y * 0.5 + 0.5);

    vec3 half_way = normalize(key + viewer);
    float edge = 1.0 - facing;
    float rim = edge * edge * edge * (0.4 + 0.6 * clamp(s.normal.y, 0.0, 1.0));
    float lit = visible * smoothstep(-0.05, 0.25, towards);
#ifdef RELIEF
    float towards_half = max(dot(key, half_way), 0.25);
    float shine = highlight(s.normal, s.fibre, half_way, towards_half, s.rough, s.mirror);
    vec3 colour = s.albedo * diffuse;
#ifdef WET
    shine += s.wet * highlight(s.film, vec3(0.0), half_way, towards_half, 0.13, 0.022);
    // Fresnel's share in Schlick's form (1994)
    float grazing = 1.0 - max(dot(s.film, viewer), 0.0), square = grazing * grazing;
    float mirrored = 0.025 + 0.5 * square * square * grazing;
    vec3 r = reflect(-viewer, s.film);
    colour += surroundings(r) * (mirrored * s.wet * sky_light.w * (0.35 + 0.65 * visible));
#endif
    return colour + key_light.rgb * (shine * lit) + rim_light.rgb * (rim * (0.15 + 4.0 * s.mirror));
#else
    // Blinn-Phong, along fibres the anisotropic form of Kajiya & Kay 1989
    float along = dot(s.fibre, half_way);
    float across = sqrt(max(1.0 - along * along, 0.0));
    float isotropic = max(dot(s.normal, half_way), 0.0);
    float base = mix(isotropic, across * smoothstep(0.0, 0.6, isotropic), 0.4 * dot(s.fibre, s.fibre));
    float narrow = 1.0 / (s.rough * s.rough);
    float shine = pow(base, 2.0 * narrow - 2.0) * (0.25 * s.mirror * narrow);
    return s.albedo * diffuse + key_light.rgb * (shine * lit) + rim_light.rgb * (rim * (0.15 + 4.0 * s.mirror));
#endif
}

float luminance(vec3 c) { return dot(c, vec3(0.2126, 0.7152, 0.0722)); }

// Filmic curve (rational fit of Narkowicz 2015), exposed so that a white wall in the key light stays off white ...
vec3 tone(vec3 colour) {
    vec3 x = colour * key_light.w;
    return x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14);
}

// ... then sRGB by one square root, fitted to within 0.9 of 255 steps of the exact curve and much cheaper in software.
vec3 encode(vec3 linear) {
    vec3 c = clamp(linear, 0.0, 1.0);
    vec3 root = sqrt(c + 0.001);
    return clamp(root * (0.31549066 * c + 1.45513201) - 0.71898113 * c - 0.04900124, 0.0, 1.0);
}

/// What the screen shows of linear light: toned, encoded, and graded as the look asks for. Strain keeps its colours.
vec3 finished(vec3 colour) {
    vec3 c = encode(tone(colour));
#ifndef STRAIN
    c = mix(vec3(luminance(c)), c, fill_light.w);
#endif
    c += rim_light.w * (c * (1.0 - c) * (2.0 * c - 1.0)) * 2.0;
    return clamp(c, 0.0, 1.0);
}

vec3 decode(vec3 srgb) { return srgb * (srgb * (srgb * 0.305306011 + 0.682171111) + 0.012522878); }
