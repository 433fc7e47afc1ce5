// What every pass knows about the picture; mirrors render::FrameUniforms (std140).
layout(std140) uniform Frame {
    mat4 view_projection;
    mat4 inverse_view_projection;
    mat4 world_to_shadow;     // to texture coordinates and depth 0..1 of the shadow map
    vec4 eye;                 // world; w: 1 when the camera is orthographic
    vec4 gaze;                // unit view direction; w unused
    vec4 key_direction;       // unit, to the light; w: size of one shadow texel in metres
    vec4 clip_plane;          // keeps dot(xyz, p) <= w
    vec4 background_top;      // sRGB
    vec4 background_bottom;   // sRGB
    vec4 picture;             // width, height in pixels, shadow map side in texels (0: none), strain at the top of the map
    vec4 depth_span;          // nearest and farthest distance along the gaze of transparent things
};

vec3 to_viewer(vec3 position) {
    return eye.w > 0.5 ? -gaze.xyz : normalize(eye.xyz - position);
}

bool cut_away(vec3 position) { return dot(clip_plane.xyz, position) > clip_plane.w; }
