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
    vec4 whole;               // where this part begins in the whole picture (bottom left) and the size of that, pixels
};

/// A pixel of this part, in the whole picture.
vec2 pixel_of_whole(vec2 pixel) { return pixel + whole.xy; }

/// Interleaved gradient noise (Jimenez 2014), 0..1: the same in every picture.
float grain_at(vec2 pixel) {
    return fract(52.9829189 * fract(dot(floor(pixel_of_whole(pixel)), vec2(0.06711056, 0.00583715))));
}

vec3 to_viewer(vec3 position) {
    return eye.w > 0.5 ? -gaze.xyz : normalize(eye.xyz - position);
}

bool cut_away(vec3 position) { return dot(clip_plane.xyz, position) > clip_plane.w; }
