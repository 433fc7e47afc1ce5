// in: world-space surface point; out: the picture, or the sums of order-independent transparency.
#include "frame.glsl"
#ifdef LAYERED
#include "layers.glsl"
in float v_layer;
#endif
#if !defined(ABSORBING) && !defined(PANE)
#include "shadow.glsl"
#ifdef VERTEX_LIT
in vec3 v_lit;
in vec3 v_shaded;   // without the key light, where shadows have edges
#else
#if defined(RELIEF) && (defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON) || defined(MATERIAL_SKIN))
#define WET
#endif
#include "light.glsl"
#ifdef VERTEX_SHADOW
in float v_visible;
#endif
#ifdef STRAIN
in float v_along;
#include "strain.glsl"
#endif
#include "materials.glsl"
#include "emphasis.glsl"
#endif
#endif

in vec3 v_position;
#ifndef ABSORBING
in vec3 v_normal;
in vec2 v_fibre;
in vec3 v_tissue;
in vec4 v_colour;
#endif

#ifdef SEEN_THROUGH
in float v_alpha;
#endif

#ifdef ABSORBING
layout(location = 0) out vec4 o_moments;
#ifndef TWO_MOMENTS
layout(location = 1) out vec4 o_total;
#endif
#elif defined(TRANSPARENT)
#ifndef TWO_MOMENTS
uniform sampler2D t_total;
#endif
uniform sampler2D t_moments;               // in half the size, as the total
layout(location = 0) out vec4 o_sum;       // colour and 1, times alpha and the light that reaches it
layout(location = 1) out vec4 o_absorbance;
#else
layout(location = 0) out vec4 o_colour;
#endif

#ifndef ABSORBING
vec3 picture_colour(vec3 normal, vec3 viewer) {
#ifdef PANE
    vec3 pane = mix(vec3(0.35, 0.52, 0.74), vec3(0.12, 0.26, 0.48), 1.0 - abs(dot(normal, viewer)));
    return mix(pane, vec3(0.62, 0.78, 0.96), ground_light.w);
#elif defined(VERTEX_LIT)
#ifdef VERTEX_SHADOW
    vec3 colour = v_lit;
#else
    vec3 colour = mix(v_shaded, v_lit, key_visibility(v_position, normal));
#endif
#ifdef MATERIAL_MUSCLE
    // one even line a bundle of fibres (5 in 8 mm), as long as the pixels can show it
    float line = abs(fract(v_fibre.y * 2.5) * 2.0 - 1.0) - 0.5;
    colour *= 1.0 + 0.2 * line * (1.0 - smoothstep(0.15, 0.5, fwidth(v_fibre.y) * 5.0));
#endif
    return colour;
#else
#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON)
    vec3 albedo = tissue_albedo(v_colour, v_fibre, v_tissue);
#else
    vec3 albedo = v_colour.rgb;
#endif
#ifdef STRAIN
    albedo = strain_albedo(albedo, v_fibre, strain_here(), tendon_share(v_fibre, v_tissue));
#endif
    Surface surface = material(v_position, normal, albedo, v_fibre, v_tissue);
#ifdef VERTEX_SHADOW
    float visible = v_visible;
#else
    float visible = key_visibility(v_position, normal);
#endif
    vec3 colour = finished(emphasised(shade(surface, viewer, visible), normal, viewer));
    float line = contour(dot(normal, viewer));
    return mix(colour, ink.rgb, line);
#endif
}
#endif

void main() {
#ifdef CLIP
    if (cut_away(v_position)) discard;
#endif
#ifdef ABSORBING
    float absorbed = absorbance_of(v_alpha);
    float z2 = v_layer * v_layer;
#ifdef TWO_MOMENTS
    o_moments = absorbed * vec4(v_layer, z2, 0.0, 1.0);
#else
    o_moments = absorbed * vec4(v_layer, z2, z2 * v_layer, z2 * z2);
    o_total = vec4(absorbed);
#endif
#else
    vec3 viewer = to_viewer(v_position);
    vec3 normal = normalize(v_normal);
#ifdef CLIP
    normal *= dot(normal, viewer) < 0.0 ? -1.0 : 1.0;  // the other side, seen through the cut
#endif
    vec3 colour = picture_colour(normal, viewer);
#ifdef TRANSPARENT
    ivec2 at = ivec2(gl_FragCoord.xy) / 2;
#ifdef TWO_MOMENTS
    float reached = transmittance(v_layer, texelFetch(t_moments, at, 0));
#else
    float reached = transmittance(v_layer, texelFetch(t_moments, at, 0), texelFetch(t_total, at, 0).r);
#endif
    o_sum = vec4(colour, 1.0) * (v_alpha * reached);
    o_absorbance = vec4(absorbance_of(v_alpha));
#elif defined(SEEN_THROUGH)
    o_colour = vec4(colour, v_alpha);
#else
    o_colour = vec4(colour, 1.0);
#endif
#endif
}
