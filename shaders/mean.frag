// in: a picture that lies u_shift pixels too far to the right and up; out: the same in its place, to be mixed with others like
// it.
uniform sampler2D t_picture;
uniform vec2 u_shift;
layout(location = 0) out vec4 o_colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy + u_shift), most = textureSize(t_picture, 0) - 1;
    o_colour = texelFetch(t_picture, min(at, most), 0);
}
