// in: a lit surface point; out: display-encoded colour. Key, fill and rim light over a hemisphere of ambient light.
struct Surface {
    vec3 albedo;      // linear
    vec3 normal;      // unit, world
    vec3 fibre;       // direction of fibres, as long as it is sure, up to 1
    float gloss;      // exponent of the highlight
    float specular;   // strength of the highlight
    float wrap;       // 0 hard terminator, 1 light reaches all round (thin, scattering tissue)
    vec3 scatter;     // colour that light picks up at the terminator
};

const vec3 k_key = vec3(1.00, 0.955, 0.89) * 1.30;
const vec3 k_fill = vec3(0.82, 0.90, 1.00) * 0.16;
const vec3 k_rim = vec3(0.93, 0.96, 1.00) * 0.32;
const vec3 k_sky = vec3(0.90, 0.95, 1.00) * 0.34;
const vec3 k_ground = vec3(0.90, 0.76, 0.66) * 0.17;

vec3 shade(Surface s, vec3 viewer, float visible) {
    vec3 key = key_direction.xyz;
    float towards = dot(s.normal, key);
    float facing = max(dot(s.normal, viewer), 0.0);

    // wrapped diffuse: the band that only wrapping reaches is tinted by what scatters inside the tissue
    float wrapped = clamp((towards + s.wrap) / (1.0 + s.wrap), 0.0, 1.0);
    float direct = clamp(towards, 0.0, 1.0);
    vec3 diffuse = k_key * visible * mix(vec3(direct), vec3(wrapped), s.scatter);
    diffuse += k_fill * (0.35 + 0.65 * facing);
    diffuse += mix(k_ground, k_sky, s.normal.y * 0.5 + 0.5);

    // highlight: Blinn-Phong, along fibres the anisotropic form of Kajiya & Kay 1989
    vec3 half_way = normalize(key + viewer);
    float along = dot(s.fibre, half_way);
    float across = sqrt(max(1.0 - along * along, 0.0));
    float isotropic = max(dot(s.normal, half_way), 0.0);
    float base = mix(isotropic, across * smoothstep(0.0, 0.6, isotropic), 0.4 * dot(s.fibre, s.fibre));
    float shine = pow(base, s.gloss) * s.specular * visible * smoothstep(-0.05, 0.25, towards);
    float edge = 1.0 - facing;
    float rim = edge * edge * edge * (0.4 + 0.6 * clamp(s.normal.y, 0.0, 1.0));
    return s.albedo * diffuse + k_key * shine + k_rim * rim * (0.15 + s.specular);
}

// Filmic curve (rational fit of Narkowicz 2015), exposed so that a white wall in the key light stays off white ...
vec3 tone(vec3 colour) {
    vec3 x = colour * 0.60;
    return x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14);
}

// ... then sRGB by square roots, within 0.3 % of the exact curve and much cheaper in software.
vec3 encode(vec3 linear) {
    vec3 a = sqrt(clamp(linear, 0.0, 1.0));
    vec3 b = sqrt(a);
    vec3 c = sqrt(b);
    return clamp(0.585122381 * a + 0.783140355 * b - 0.368262736 * c, 0.0, 1.0);
}

float luminance(vec3 c) { return dot(c, vec3(0.2126, 0.7152, 0.0722)); }

vec3 decode(vec3 srgb) { return srgb * (srgb * (srgb * 0.305306011 + 0.682171111) + 0.012522878); }
