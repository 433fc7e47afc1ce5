// in: the picture and the depth of what is opaque in it; out: the picture through a lens that is sharp at the distance of
// the camera's target. A gather over a disc: a point counts where its own blur reaches (Potmesil & Chakravarty 1981 for the
// circle of confusion).
#include "frame.glsl"
#include "depth.glsl"

uniform sampler2D t_picture;
layout(location = 0) out vec4 o_colour;

float blur_of(float depth) {
    float away = distance_of(depth);
    return min(focus.y * abs(away - focus.x) / max(away, 1e-3), focus.y);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy), most = ivec2(picture.xy) - 1;
    float depth = depth_at(at), blur = blur_of(depth);
    vec4 sum = texelFetch(t_picture, at, 0);
    float total = 1.0;
    vec2 spoke = spoke_at(grain_at(gl_FragCoord.xy) + focus.z);
    const int k_taps = 64;
    for (int i = 0; i < k_taps; ++i) {
        float reach = focus.y * sqrt((float(i) + 0.5) / float(k_taps));
        ivec2 there = clamp(at + ivec2(round(spoke * reach)), ivec2(0), most);
        spoke = k_golden * spoke;
        float other = depth_at(there);
        // what lies behind must not bleed over what is sharp before it
        float own = other > depth ? min(blur_of(other), blur) : blur_of(other);
        float weight = clamp(own - reach + 1.0, 0.0, 1.0);
        sum += texelFetch(t_picture, there, 0) * weight;
        total += weight;
    }
    o_colour = sum / total;
}
