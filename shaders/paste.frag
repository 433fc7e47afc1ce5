// in: a picture; out: its colours as they are. Not a word more: see render/paste.h.
uniform sampler2D t_pasted;
in vec2 v_at;
layout(location = 0) out vec4 o_colour;

void main() { o_colour = texture(t_pasted, v_at); }
