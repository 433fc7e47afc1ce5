#pragma once
// Formats in GL's words; only for gpu's own sources.

#include "gpu/texture.h"

#include <epoxy/gl.h>

namespace gpu {

struct GlFormat {
    GLenum internal, external, type;
};

inline GlFormat gl_format(Format format) {
    switch (format) {
    case Format::rgba8: return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
    case Format::window8: // Mesa heeds the order of the data for an internal format without a size alone
        if (epoxy_is_desktop_gl()) return {GL_RGBA, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV};
        return gl_format(Format::rgba8);
    case Format::rgba16f: return {GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT};
    case Format::rgba32f: return {GL_RGBA32F, GL_RGBA, GL_FLOAT};
    case Format::r16f: return {GL_R16F, GL_RED, GL_HALF_FLOAT};
    case Format::r32f: return {GL_R32F, GL_RED, GL_FLOAT};
    case Format::rg8: return {GL_RG8, GL_RG, GL_UNSIGNED_BYTE};
    case Format::rg32ui: return {GL_RG32UI, GL_RG_INTEGER, GL_UNSIGNED_INT};
    case Format::depth16: return {GL_DEPTH_COMPONENT16, GL_DEPTH_COMPONENT, GL_UNSIGNED_SHORT};
    case Format::depth24_stencil8: return {GL_DEPTH24_STENCIL8, GL_DEPTH_STENCIL, GL_UNSIGNED_INT_24_8};
    case Format::depth24: break;
    }
    return {GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT};
}

/// Where a depth target is attached.
inline GLenum depth_point(Format format) {
    return format == Format::depth24_stencil8 ? GL_DEPTH_STENCIL_ATTACHMENT : GL_DEPTH_ATTACHMENT;
}

} // namespace gpu
