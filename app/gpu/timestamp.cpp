#include "gpu/timestamp.h"

#include <epoxy/gl.h>

namespace gpu {

Timestamp Timestamp::create() {
    Timestamp stamp;
    stamp.handle_ = Handle<Object::query>::create();
    return stamp;
}

void Timestamp::ask() { glQueryCounter(handle_.name(), GL_TIMESTAMP); }

std::uint64_t Timestamp::nanoseconds() const {
    GLuint64 time = 0;
    glGetQueryObjectui64v(handle_.name(), GL_QUERY_RESULT, &time);
    return time;
}

bool has_timestamps() { return epoxy_is_desktop_gl(); }

} // namespace gpu
