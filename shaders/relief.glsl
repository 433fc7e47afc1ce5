// in: the rest position of a surface point; out: patches and small relief that stay where they are on a moving body.
#ifndef RELIEF
// the lower levels: everything below folds away
vec3 rest_mm() { return vec3(0.0); }
float pixel_mm(vec3 p) { return 1.0; }
float drawable(float size, float pixel) { return 0.0; }
vec3 swing(vec3 x) { return vec3(0.0); }
float patches(vec3 p) { return 0.0; }
float furrows(vec3 p) { return 0.0; }
vec3 raised(vec3 position, vec3 normal, float height) { return normal; }
#else
#include "patches.glsl"
in vec3 v_rest;   // metres

/// Rest position in millimetres, and how many of them a pixel covers.
vec3 rest_mm() { return v_rest * 1000.0; }
float pixel_mm(vec3 p) { return max(length(dFdx(p)), length(dFdy(p))); }

/// 1 while a pattern of this size can be drawn, 0 when it is finer than the pixels.
float drawable(float size, float pixel) { return 1.0 - smoothstep(0.22, 0.45, pixel / size); }

/// Furrows that cross in three directions, each about a unit wide, -1..1.
float furrows(vec3 p) {
    vec3 q = vec3(dot(p, vec3(4.4, 3.1, -3.3)), dot(p, vec3(-3.5, 4.6, 2.4)), dot(p, vec3(1.1, -3.8, 4.9)));
    vec3 waves = swing(q + 0.8 * swing(q.zxy * 0.37));
    return (waves.x + waves.y + waves.z) * 0.33;
}

/// The normal of a surface raised by `height` metres.
vec3 raised(vec3 position, vec3 normal, float height) {
    return normalize(normal - surface_gradient(position, normal, dFdx(height), dFdy(height)));
}
#endif
