// in: place across the ribbon; out: its colour with an edge one pixel soft.
in vec2 v_across;
in vec4 v_colour;
layout(location = 0) out vec4 o_colour;

void main() {
    float inside = clamp(v_across.y + 0.5 - abs(v_across.x), 0.0, 1.0);
    o_colour = vec4(v_colour.rgb, v_colour.a * inside);
}
