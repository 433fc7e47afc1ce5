// in: world position; out: depth alone. Faded things let light through by an ordered pattern that the filter smooths.
#include "frame.glsl"

in vec3 v_position;
uniform float u_opacity;

void main() {
#ifdef CLIP
    if (cut_away(v_position)) discard;
#endif
#ifdef DITHER
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    // Bayer 1973, 4 x 4: bits of x xor y and of y, interleaved from the low end
    int mixed = cell.x ^ cell.y;
    int rank = ((mixed & 1) << 3) | ((cell.y & 1) << 2) | (mixed & 2) | ((cell.y & 2) >> 1);
    if ((float(rank) + 0.5) / 16.0 > u_opacity) discard;
#endif
}
