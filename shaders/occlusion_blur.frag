// in: occlusion.frag's picture; out: the same without its pattern of 4 x 4, each surface by itself.
#include "frame.glsl"

uniform sampler2D t_open;
layout(location = 0) out vec4 o_open;

float distance_in(vec4 open) { return (open.g + open.b / 255.0) * 12.0; }

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy), most = textureSize(t_open, 0) - 1;
    vec4 here = texelFetch(t_open, at, 0);
    float away = distance_in(here);
    float narrow = 1.0 / (0.012 + 8.0 * sight.z * away);
    float sum = 0.0, total = 1e-4;
    for (int y = -2; y < 2; ++y)
        for (int x = -2; x < 2; ++x) {
            vec4 there = texelFetch(t_open, clamp(at + ivec2(x, y), ivec2(0), most), 0);
            float weight = max(1.0 - abs(distance_in(there) - away) * narrow, 0.0);
            sum += there.r * weight;
            total += weight;
        }
    o_open = vec4((sum + 1e-4 * here.r) / total, here.gba);
}
