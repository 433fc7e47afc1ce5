// in: world-space surface point; out: the picture, or the three sums of order-independent transparency.
#include "frame.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "materials.glsl"
#ifdef STRAIN
#include "strain.glsl"
#endif

in vec3 v_position;
in vec3 v_normal;
in vec2 v_fibre;
in vec2 v_tissue;
in vec4 v_colour;
in float v_strain;

uniform vec4 u_colour;   // linear; opacity
uniform vec4 u_state;    // highlight, hovered, selected, unused

#ifdef TRANSPARENT
// Nearest layer exact, the rest weighted (McGuire & Bavoil 2013): one blend function serves all three targets.
uniform sampler2D t_front_depth;
layout(location = 0) out vec4 o_sum;       // colour x alpha x weight; alpha multiplies what shines through
layout(location = 1) out vec4 o_weight;    // alpha x weight
layout(location = 2) out vec4 o_front;     // nearest layer: colour x alpha; alpha as above
#else
layout(location = 0) out vec4 o_colour;
#endif

vec3 emphasised(vec3 colour, vec3 normal, vec3 viewer) {
    float edge = 1.0 - max(dot(normal, viewer), 0.0);
    colour += vec3(1.0, 0.62, 0.22) * u_state.x * (0.04 + 0.34 * edge * edge);
    colour += vec3(0.75, 0.86, 1.0) * u_state.y * (0.05 + 0.18 * edge * edge);
    colour += vec3(0.30, 0.62, 1.0) * u_state.z * (0.02 + 0.20 * edge * edge);
    return colour;
}

#ifdef TRANSPARENT
void put(vec3 colour, float alpha) {
    float front = texelFetch(t_front_depth, ivec2(gl_FragCoord.xy), 0).r;
    if (gl_FragCoord.z <= front + 1e-6) {
        o_sum = vec4(0.0);
        o_weight = vec4(0.0);
        o_front = vec4(colour * alpha, alpha);
        return;
    }
    float away = dot(v_position - eye.xyz, gaze.xyz);
    float part = clamp((away - depth_span.x) / max(depth_span.y - depth_span.x, 1e-3), 0.0, 1.0);
    float weight = exp2(6.0 - 14.0 * part);  // within what half floats tell apart
    o_sum = vec4(colour * (alpha * weight), alpha);
    o_weight = vec4(alpha * weight);
    o_front = vec4(0.0);
}
#endif

void main() {
#ifdef CLIP
    if (cut_away(v_position)) discard;
#endif
    vec3 viewer = to_viewer(v_position);
    vec3 normal = normalize(v_normal);
    vec3 albedo = u_colour.rgb * v_colour.rgb;

#ifdef GHOST
    // a pane of light: almost nothing face on, a soft line at the edge
    float rim = 1.0 - abs(dot(normal, viewer));
    float haze = clamp(0.05 + 0.55 * rim * rim * rim, 0.0, 0.6) * u_colour.a;
    put(mix(vec3(0.35, 0.52, 0.74), vec3(0.62, 0.76, 0.92), rim), haze);
#else
#ifdef STRAIN
    albedo = strain_albedo(albedo, v_strain, v_fibre.x);
#endif
    Surface surface = material(v_position, normal, albedo, v_fibre, v_tissue);
    float visible = key_visibility(v_position, normal);
#ifdef CLIP
    if (!gl_FrontFacing) {
        // the inside of a closed structure, seen through the cut, stands for the cut itself
        surface.normal = clip_plane.xyz;
        surface.albedo = albedo * 0.9;
        surface.specular = 0.0;
        surface.fibre = vec3(0.0);
        normal = clip_plane.xyz;
    }
#endif
    vec3 colour = emphasised(shade(surface, viewer, visible), normal, viewer);
    vec3 encoded = encode(tone(colour));
#ifdef TRANSPARENT
    float grazing = 1.0 - abs(dot(normal, viewer));
    put(encoded, clamp(u_colour.a * (1.0 + 0.9 * grazing * grazing * (1.0 - u_colour.a)), 0.0, 1.0));
#else
    o_colour = vec4(encoded, 1.0);
#endif
#endif
}
