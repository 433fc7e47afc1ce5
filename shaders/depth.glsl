// Reads the depth of the opaque picture back as metres.
uniform sampler2D t_depth;

float depth_at(ivec2 at) { return texelFetch(t_depth, clamp(at, ivec2(0), ivec2(picture.xy) - 1), 0).r; }

/// Metres along the gaze.
float distance_of(float depth) {
    return (depth_reading.x + depth_reading.y * depth) / (depth_reading.z + depth_reading.w * depth);
}

/// Metres for one unit of depth.
float slope_of(float depth) {
    float below = depth_reading.z + depth_reading.w * depth;
    return abs(depth_reading.y * depth_reading.z - depth_reading.x * depth_reading.w) / (below * below);
}

/// Side of a pixel in metres.
float pixel_size(float away) { return sight.z * mix(1.0, away, sight.w); }

/// Place before the eye of a pixel: right, up, away.
vec3 place_of(vec2 pixel, float away) {
    vec2 at = (pixel_of_whole(pixel) / whole.zw * 2.0 - 1.0) * sight.xy;
    return vec3(at * mix(1.0, away, sight.w), away);
}
