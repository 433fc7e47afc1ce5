#include "gpu/error.h"

#include "base/assert.h"

#include <cstdio>
#include <epoxy/gl.h>

namespace gpu {

namespace {
const char* name_of(GLenum error) {
    switch (error) {
    case GL_INVALID_ENUM: return "invalid enum";
    case GL_INVALID_VALUE: return "invalid value";
    case GL_INVALID_OPERATION: return "invalid operation";
    case GL_INVALID_FRAMEBUFFER_OPERATION: return "invalid framebuffer operation";
    case GL_OUT_OF_MEMORY: return "out of memory";
    default: return "unknown error";
    }
}
} // namespace

std::string pending_errors() {
    std::string names;
    // A lost context reports errors for ever; no real pass makes more than a few.
    for (int i = 0; i < 16; ++i) {
        const GLenum error = glGetError();
        if (error == GL_NO_ERROR) break;
        names += (names.empty() ? "" : ", ") + std::string(name_of(error));
    }
    return names;
}

void check(const char* where) {
    const std::string errors = pending_errors();
    if (!errors.empty()) std::fprintf(stderr, "OpenGL in %s: %s\n", where, errors.c_str());
    APP_ASSERT(errors.empty());
}

} // namespace gpu
