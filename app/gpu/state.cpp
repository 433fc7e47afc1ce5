#include "gpu/state.h"

#include <epoxy/gl.h>

namespace gpu {

namespace {
void enable(GLenum what, bool on) {
    if (on)
        glEnable(what);
    else
        glDisable(what);
}

void apply_blend(Blend blend, float share) {
    enable(GL_BLEND, blend != Blend::off);
    glBlendEquation(blend == Blend::least ? GL_MIN : GL_FUNC_ADD);
    if (blend == Blend::over) glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    if (blend == Blend::over_premultiplied) glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    if (blend == Blend::add) glBlendFunc(GL_ONE, GL_ONE);
    if (blend == Blend::mix) glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
    glBlendColor(0.0f, 0.0f, 0.0f, share);
}
void apply_stencil(Stencil stencil) {
    enable(GL_STENCIL_TEST, stencil != Stencil::off);
    glStencilMask(~0u);
    if (stencil == Stencil::count) {
        glStencilFunc(GL_ALWAYS, 0, ~0u);
        glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_INCR_WRAP, GL_INCR_WRAP);
        glStencilOpSeparate(GL_BACK, GL_KEEP, GL_DECR_WRAP, GL_DECR_WRAP);
    } else if (stencil == Stencil::spend) {
        glStencilFunc(GL_NOTEQUAL, 0, ~0u);
        glStencilOp(GL_KEEP, GL_ZERO, GL_ZERO);
    }
}
} // namespace

void apply(const State& state) {
    enable(GL_DEPTH_TEST, state.depth != Depth::off);
    glDepthFunc(state.depth == Depth::behind ? GL_GREATER : GL_LEQUAL);
    glDepthMask(state.depth == Depth::less_or_equal ? GL_TRUE : GL_FALSE);
    apply_blend(state.blend, state.share);
    apply_stencil(state.stencil);
    enable(GL_CULL_FACE, state.cull != Cull::none);
    glFrontFace(GL_CCW);
    glCullFace(state.cull == Cull::front ? GL_FRONT : GL_BACK);
    const GLboolean colour = state.write_colour ? GL_TRUE : GL_FALSE;
    glColorMask(colour, colour, colour, colour);
    enable(GL_SCISSOR_TEST, state.scissor.has_value());
    if (state.scissor)
        glScissor(state.scissor->origin.x, state.scissor->origin.y, state.scissor->size.x, state.scissor->size.y);
    enable(GL_POLYGON_OFFSET_FILL, state.depth_slope_bias != 0.0f);
    glPolygonOffset(state.depth_slope_bias, state.depth_slope_bias);
}

std::string renderer_name() {
    const auto text = [](GLenum name) { return std::string(reinterpret_cast<const char*>(glGetString(name))); };
    return text(GL_RENDERER) + ", " + text(GL_VERSION);
}

void flush() { glFlush(); }

void finish() { glFinish(); }

} // namespace gpu
