// in: a picture; out: its colours as they are. One texture and no arithmetic: more would cost software renderers their
// fast way.
uniform sampler2D t_picture;
in vec2 v_at;
layout(location = 0) out vec4 o_colour;

void main() { o_colour = texture(t_picture, v_at); }
