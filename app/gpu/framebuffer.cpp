#include "gpu/framebuffer.h"

#include "base/failure.h"
#include "gpu/formats.h"

#include <algorithm>
#include <epoxy/gl.h>

namespace gpu {

namespace {
GLenum colour_point(int index) { return GL_COLOR_ATTACHMENT0 + static_cast<GLenum>(index); }
} // namespace

Framebuffer Framebuffer::create() {
    Framebuffer framebuffer;
    framebuffer.handle_ = Handle<Object::framebuffer>::create();
    return framebuffer;
}

Framebuffer Framebuffer::with_colour(const Texture& texture) {
    Framebuffer framebuffer = create();
    framebuffer.attach_colour(0, texture);
    framebuffer.finish();
    return framebuffer;
}

Framebuffer Framebuffer::with_depth(const Texture& texture) {
    Framebuffer framebuffer = create();
    framebuffer.attach_depth(texture);
    framebuffer.finish();
    return framebuffer;
}

Framebuffer Framebuffer::with_colour_and_depth(const Texture& colour, const Texture& depth) {
    Framebuffer framebuffer = create();
    framebuffer.attach_colour(0, colour);
    framebuffer.attach_depth(depth);
    framebuffer.finish();
    return framebuffer;
}

void Framebuffer::attach_colour(int index, const Texture& texture) {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, colour_point(index), GL_TEXTURE_2D, texture.name(), 0);
    colours_ = std::max(colours_, index + 1);
}

void Framebuffer::attach_colour(int index, const Renderbuffer& buffer) {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, colour_point(index), GL_RENDERBUFFER, buffer.name());
    colours_ = std::max(colours_, index + 1);
}

void Framebuffer::attach_depth(const Texture& texture) {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, depth_point(texture.format()), GL_TEXTURE_2D, texture.name(), 0);
    stencil_ = texture.format() == Format::depth24_stencil8;
}

void Framebuffer::attach_depth(const Renderbuffer& buffer) {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, depth_point(buffer.format()), GL_RENDERBUFFER, buffer.name());
    stencil_ = buffer.format() == Format::depth24_stencil8;
}

void Framebuffer::finish() {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    std::array<GLenum, 8> points{};
    for (int i = 0; i < colours_; ++i) points[static_cast<std::size_t>(i)] = colour_point(i);
    const GLenum none = GL_NONE;
    if (colours_ > 0)
        glDrawBuffers(colours_, points.data());
    else
        glDrawBuffers(1, &none);
    if (colours_ == 0) glReadBuffer(GL_NONE);
    const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (status != GL_FRAMEBUFFER_COMPLETE)
        throw base::Failure("The graphics driver cannot draw into the picture this program needs (framebuffer status " +
                            std::to_string(status) + "); update the driver or use Mesa.");
}

void Framebuffer::bind(glm::ivec2 size, glm::ivec2 first) const {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glViewport(-first.x, -first.y, size.x, size.y);
}

void Framebuffer::clear_colour(int index, const glm::vec4& value) const {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glClearBufferfv(GL_COLOR, index, &value.x);
}

namespace {
/// Clears each of these parts.
template <class Clear>
void within(std::span<const Scissor> parts, Clear clear) {
    glEnable(GL_SCISSOR_TEST);
    for (const Scissor& part : parts) {
        glScissor(part.origin.x, part.origin.y, part.size.x, part.size.y);
        clear();
    }
    glDisable(GL_SCISSOR_TEST);
}
} // namespace

void Framebuffer::clear_colour(int index, const glm::vec4& value, std::span<const Scissor> parts) const {
    within(parts, [&] { clear_colour(index, value); });
}

void Framebuffer::clear_ids(int index) const {
    const GLuint zero[4] = {0, 0, 0, 0};
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glClearBufferuiv(GL_COLOR, index, zero);
}

void Framebuffer::clear_depth(float depth) const {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glDepthMask(GL_TRUE);
    glStencilMask(~0u);
    if (stencil_)
        glClearBufferfi(GL_DEPTH_STENCIL, 0, depth, 0);
    else
        glClearBufferfv(GL_DEPTH, 0, &depth);
}

void Framebuffer::clear_depth() const { clear_depth(1.0f); }

void Framebuffer::open_depth(std::span<const Scissor> parts) const {
    clear_depth(0.0f);
    within(parts, [this] { clear_depth(1.0f); });
}

namespace {
void blit(GLuint from, GLuint to, const Scissor& part, GLbitfield what) {
    const glm::ivec2 low = part.origin, high = part.origin + part.size;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    glBlitFramebuffer(low.x, low.y, high.x, high.y, low.x, low.y, high.x, high.y, what, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}
} // namespace

void Framebuffer::copy_to(const Framebuffer& target, glm::ivec2 size, bool colour, bool depth) const {
    const Scissor all{glm::ivec2(0), size};
    blit(handle_.name(), target.handle_.name(), all,
         (colour ? GL_COLOR_BUFFER_BIT : 0u) | (depth ? GL_DEPTH_BUFFER_BIT : 0u));
}

void Framebuffer::copy_colour_to(const Framebuffer& target, std::span<const Scissor> parts) const {
    for (const Scissor& part : parts) blit(handle_.name(), target.handle_.name(), part, GL_COLOR_BUFFER_BIT);
}

void Framebuffer::copy_depth_to(const Framebuffer& target, std::span<const Scissor> parts) const {
    const GLbitfield what = GL_DEPTH_BUFFER_BIT | (stencil_ ? GL_STENCIL_BUFFER_BIT : 0u);
    for (const Scissor& part : parts) blit(handle_.name(), target.handle_.name(), part, what);
}

std::array<std::uint32_t, 2> Framebuffer::read_ids() const {
    // RGBA_INTEGER is the one layout that every GLES 3.0 driver must read an unsigned target in.
    GLuint value[4] = {0, 0, 0, 0};
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glReadPixels(0, 0, 1, 1, GL_RGBA_INTEGER, GL_UNSIGNED_INT, value);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return {value[0], value[1]};
}

std::vector<std::uint16_t> Framebuffer::read_depth(glm::ivec2 size) const {
    std::vector<std::uint16_t> depths(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y));
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.x, size.y, GL_DEPTH_COMPONENT, GL_UNSIGNED_SHORT, depths.data());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return depths;
}

std::vector<std::uint8_t> Framebuffer::read_rgba(glm::ivec2 size) const {
    std::vector<std::uint8_t> pixels;
    const Scissor all{glm::ivec2(0), size};
    read_rgba(size, std::span(&all, 1), pixels);
    return pixels;
}

void Framebuffer::read_rgba(glm::ivec2 size, std::span<const Scissor> parts, std::vector<std::uint8_t>& pixels) const {
    constexpr std::size_t k_bytes = 4;
    pixels.resize(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) * k_bytes);
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    std::vector<std::uint8_t> read;
    for (const Scissor& part : parts) {
        const std::size_t row = static_cast<std::size_t>(part.size.x) * k_bytes;
        read.resize(row * static_cast<std::size_t>(part.size.y));
        glReadPixels(part.origin.x, part.origin.y, part.size.x, part.size.y, GL_RGBA, GL_UNSIGNED_BYTE, read.data());
        // GL's first row is the bottom one
        for (int y = 0; y < part.size.y; ++y) {
            const int from_top = size.y - 1 - (part.origin.y + y);
            const auto to = static_cast<std::size_t>(from_top) * static_cast<std::size_t>(size.x) +
                            static_cast<std::size_t>(part.origin.x);
            std::copy_n(read.data() + row * static_cast<std::size_t>(y), row, pixels.data() + to * k_bytes);
        }
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void unbind_framebuffer() { glBindFramebuffer(GL_FRAMEBUFFER, 0); }

} // namespace gpu
