// in: model-space vertex, standard attributes; out: world-space surface point for surface.frag, shadow, ids and mask.
#include "frame.glsl"

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec2 a_fibre;    // s, fascicle line
layout(location = 3) in vec2 a_tissue;   // tendon scale, depth below skin / 0.1 m
layout(location = 4) in vec4 a_colour;   // linear, times occlusion
layout(location = 5) in float a_strain;
layout(location = 6) in vec3 a_rest;     // position before anything moved

uniform mat4 u_model;
uniform mat3 u_normal;

#ifdef DEPTH_ONLY
#ifdef SHADOW_MAP
uniform mat4 u_to_clip;
#endif
#else
out vec3 v_normal;
out vec2 v_fibre;
out vec2 v_tissue;
out vec4 v_colour;
out float v_strain;
out vec3 v_rest;
#endif
out vec3 v_position;

invariant gl_Position;  // the same point has the same depth in every pass

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
    v_normal = u_normal * a_normal;
    v_fibre = a_fibre;
    v_tissue = a_tissue;
    v_colour = a_colour;
    v_strain = a_strain;
    v_rest = a_rest;
    gl_Position = view_projection * world;
#endif
}
