// in: model-space vertex, standard attributes; out: world-space surface point for surface.frag, shadow, ids and mask.
#include "frame.glsl"
#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON) || defined(MATERIAL_ANY)
#include "tissue.glsl"
#ifndef VERTEX_LIT
#include "patches.glsl"
#endif
#endif

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec2 a_fibre;    // s, fascicle line
layout(location = 3) in vec2 a_tissue;   // tendon scale, depth below skin / 0.1 m
layout(location = 4) in vec4 a_colour;   // linear, times occlusion
layout(location = 5) in float a_along;    // 0..1 along the muscle
layout(location = 6) in vec3 a_rest;     // position before anything moved

uniform mat4 u_model;
uniform mat3 u_normal;

#ifdef VERTEX_SHADOW
#include "shadow.glsl"
#endif
#ifdef DEPTH_ONLY
#ifdef SHADOW_MAP
uniform mat4 u_to_clip;
#endif
#else
uniform vec4 u_colour;   // linear; opacity
#ifdef SEEN_THROUGH
#include "alpha.glsl"
out float v_alpha;
#endif
#ifdef LAYERED
#include "layers.glsl"
out float v_layer;       // see layer_depth()
#endif
#endif
#if !defined(DEPTH_ONLY) && !defined(ABSORBING)
out vec3 v_normal;
out vec2 v_fibre;
#ifdef VERTEX_LIT
// light is worked out here, once a vertex; where triangles are large, with and without the key light
#include "light.glsl"
#include "materials.glsl"
#include "emphasis.glsl"
out vec3 v_lit;
out vec3 v_shaded;
#else
out vec3 v_tissue;
out vec4 v_colour;
#ifdef STRAIN
out float v_along;
#endif
out vec3 v_rest;
#ifdef VERTEX_SHADOW
out float v_visible;
#endif
#endif
#endif
out vec3 v_position;

invariant gl_Position;  // the same point has the same depth in every pass

#ifdef VERTEX_LIT
void light_vertex() {
    vec3 normal = normalize(v_normal), viewer = to_viewer(v_position);
#ifdef CLIP
    normal *= dot(normal, viewer) < 0.0 ? -1.0 : 1.0;
#endif
    vec3 albedo = u_colour.rgb * a_colour.rgb;
#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON)
    vec3 tissue = vec3(a_tissue.x, density_of(a_tissue.x), 0.0);
    albedo = tissue_albedo(flesh_of(albedo, tissue.x), a_fibre, tissue);
#else
    const vec3 tissue = vec3(0.0);
#endif
    Surface surface = material(v_position, normal, albedo, a_fibre, tissue);
    float visible = 1.0;
#ifdef VERTEX_SHADOW
    visible = key_visibility(v_position, normal);
#endif
    float line = 0.5 * contour(dot(normal, viewer));  // spread over triangles: as dark as a line it would be a stain
    v_lit = mix(finished(emphasised(shade(surface, viewer, visible), normal, viewer)), ink.rgb, line);
    v_shaded = v_lit;
#if defined(SHADOW) && !defined(VERTEX_SHADOW)
    v_shaded = mix(finished(emphasised(shade(surface, viewer, 0.0), normal, viewer)), ink.rgb, line);
#endif
}
#endif

void main() {
    vec4 world = u_model * vec4(a_position, 1.0);
    v_position = world.xyz;
#ifdef DEPTH_ONLY
#ifdef SHADOW_MAP
    gl_Position = u_to_clip * world;
#else
    gl_Position = view_projection * world;
#endif
#else
#ifdef SEEN_THROUGH
    v_alpha = alpha_of(normalize(u_normal * a_normal), to_viewer(v_position), a_fibre, u_colour.a);
#endif
#ifdef LAYERED
    v_layer = layer_depth(v_position);
#endif
#ifndef ABSORBING
    v_normal = u_normal * a_normal;
    v_fibre = a_fibre;
#ifdef VERTEX_LIT
    light_vertex();
#else
#if defined(MATERIAL_MUSCLE) || defined(MATERIAL_TENDON)
    // triangles are smaller than what changes slowly over a muscle
    v_colour = flesh_of(u_colour.rgb * a_colour.rgb, a_tissue.x);
    v_tissue = vec3(a_tissue.x, density_of(a_tissue.x), 0.75 + 0.45 * patches(a_rest * 500.0));
#else
    v_colour = vec4(u_colour.rgb * a_colour.rgb, 1.0);
    v_tissue = vec3(0.0);
#endif
#ifdef STRAIN
    v_along = a_along;
#endif
    v_rest = a_rest;
#ifdef VERTEX_SHADOW
    v_visible = key_visibility(v_position, normalize(v_normal));
#endif
#endif
#endif
    gl_Position = view_projection * world;
#endif
}
