/// The background without its floor: a calm gradient, a little lighter behind the middle. sRGB.
vec3 ground_at(vec2 pixel) {
    vec2 at = pixel_of_whole(pixel) / whole.zw;
    vec3 colour = mix(background_bottom.rgb, background_top.rgb, at.y * at.y * (3.0 - 2.0 * at.y));
    vec2 off = (at - vec2(0.5, 0.58)) * vec2(whole.z / whole.w, 1.0);
    return colour + 0.03 - 0.055 * min(dot(off, off), 1.2);
}
