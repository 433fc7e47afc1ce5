// in: what lies over a picture of the same size, premultiplied by its alpha; out: the same.
uniform sampler2D t_glass;
in vec2 v_at;
layout(location = 0) out vec4 o_colour;

void main() { o_colour = texture(t_glass, v_at); }
