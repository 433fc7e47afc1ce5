// in: corners of ribbons that the CPU has laid out in clip space; out: place across the ribbon for its soft edge.
layout(location = 0) in vec4 a_clip;
layout(location = 1) in vec2 a_across;    // signed distance from the middle and half width, pixels
layout(location = 2) in vec4 a_colour;    // sRGB, alpha

out vec2 v_across;
out vec4 v_colour;

void main() {
    // the ribbon is flat on the picture: the distance must not be bent by perspective
    gl_Position = vec4(a_clip.xyz / a_clip.w, 1.0);
    v_across = a_across;
    v_colour = a_colour;
}
