// in: a picture; out: the same, to be mixed with others like it.
uniform sampler2D t_picture;
layout(location = 0) out vec4 o_colour;

void main() { o_colour = texelFetch(t_picture, ivec2(gl_FragCoord.xy), 0); }
