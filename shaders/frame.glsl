// What every pass knows about the picture; mirrors render::FrameUniforms (std140).
layout(std140) uniform Frame {
    mat4 view_projection;
    mat4 inverse_view_projection;
    mat4 world_to_shadow;     // to texture coordinates and depth 0..1 of the shadow map
    vec4 eye;                 // world; w: 1 when the camera is orthographic
    vec4 gaze;                // unit view direction; w: strength of the ink lines that surfaces draw themselves
    vec4 key_direction;       // unit, to the light; w: size of one shadow texel in metres
    vec4 clip_plane;          // keeps dot(xyz, p) <= w
    vec4 background_top;      // sRGB
    vec4 background_bottom;   // sRGB; w: how much darker hollows are
    vec4 picture;             // width, height in pixels, shadow map side in texels (0: none), strain at the top of the map
    vec4 depth_span;          // nearest and farthest distance along the gaze of transparent things
    vec4 key_light;           // linear; w: exposure
    vec4 fill_light;          // linear; w: saturation
    vec4 rim_light;           // linear; w: contrast
    vec4 sky_light;           // linear; w: strength of mirrored light
    vec4 ground_light;        // linear; w: 1 before a dark background
    vec4 window_right;        // unit, the window that is mirrored lies across the key light
    vec4 window_up;
    vec4 ink;                 // sRGB; w: strength
    vec4 shadow_scale;        // of world_to_shadow: texels a metre in x, y, units a metre in z
    vec4 shadow_tilt;         // x, y: what makes a normal in the map's units a slope in depth per texel
    vec4 depth_reading;       // see depth.glsl
    vec4 sight;               // half width and height of the picture at 1 m, size of a pixel there; w: 0 when orthographic
    vec4 focus;               // distance that is sharp, blur at infinity in pixels; turns that patterns of points are turned by
    vec4 whole;               // where this part begins in the whole picture (bottom left) and the size of that, pixels
};

/// A pixel of this part, in the whole picture.
vec2 pixel_of_whole(vec2 pixel) { return pixel + whole.xy; }

/// Interleaved gradient noise (Jimenez 2014), 0..1: the same in every picture.
float grain_at(vec2 pixel) {
    return fract(52.9829189 * fract(dot(floor(pixel_of_whole(pixel)), vec2(0.06711056, 0.00583715))));
}

/// Nearly a cosine of so many turns: software renderers pay for the exact one.
vec2 turned(vec2 turns) {
    vec2 t = abs(fract(turns) * 2.0 - 1.0);
    return t * t * (6.0 - 4.0 * t) - 1.0;
}

/// Nearly the unit vector at so many turns.
vec2 spoke_at(float turns) { return turned(vec2(turns, turns - 0.25)); }

/// The golden angle: turned by it, point after point of a spiral lies evenly on a disc (Vogel 1979).
const mat2 k_golden = mat2(-0.7373688, 0.6754903, -0.6754903, -0.7373688);

vec3 to_viewer(vec3 position) {
    return eye.w > 0.5 ? -gaze.xyz : normalize(eye.xyz - position);
}

bool cut_away(vec3 position) { return dot(clip_plane.xyz, position) > clip_plane.w; }
