#include "gpu/texture.h"

#include "gpu/formats.h"

#include <algorithm>

namespace gpu {

namespace {
/// Where a texture is bound while it is made: no pass reads from there, so making one disturbs none.
constexpr GLenum k_workshop = GL_TEXTURE0 + 7;
} // namespace

Texture::Texture(Format format, glm::ivec2 size, bool linear)
    : handle_(Handle<Object::texture>::create()), format_(format) {
    const GlFormat gl = gl_format(format);
    glActiveTexture(k_workshop);
    const GLint filter = linear ? GL_LINEAR : GL_NEAREST;
    glBindTexture(GL_TEXTURE_2D, handle_.name());
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(gl.internal), size.x, size.y, 0, gl.external, gl.type, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glBindTexture(GL_TEXTURE_2D, 0);
    glActiveTexture(GL_TEXTURE0);
}

void Texture::bind(int unit) const { bind_texture(handle_.name(), unit); }

void bind_texture(std::uint32_t name, int unit) {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, name);
    glActiveTexture(GL_TEXTURE0);
}

Renderbuffer::Renderbuffer(Format format, glm::ivec2 size, int samples)
    : handle_(Handle<Object::renderbuffer>::create()), format_(format) {
    GLint most = 1;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    glBindRenderbuffer(GL_RENDERBUFFER, handle_.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, std::min(samples, most), gl_format(format).internal, size.x,
                                     size.y);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
}

int max_target_side() {
    GLint texture = 0, renderbuffer = 0, viewport[2] = {0, 0};
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
    return std::min({texture, renderbuffer, viewport[0], viewport[1]});
}

} // namespace gpu
