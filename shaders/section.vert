// in: points of the cut plane; out: the same for the passes that count, measure and paint the cut.
#include "frame.glsl"

layout(location = 0) in vec3 a_position;   // world
layout(location = 1) in vec4 a_place;      // along and across a piece of outline, its length, metres; its tendon

out vec3 v_position;
out vec4 v_place;

invariant gl_Position;  // all that lies in the plane has the same depth

void main() {
    v_position = a_position;
    v_place = a_place;
    gl_Position = view_projection * vec4(a_position, 1.0);
}
