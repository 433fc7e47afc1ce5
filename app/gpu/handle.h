#pragma once
// Handle: owns one GL object. Move-only; zero is empty; created and deleted in the current context.

#include <cstdint>
#include <utility>

namespace gpu {

enum class Object {
    buffer,
    vertex_array,
    texture,
    framebuffer,
    renderbuffer,
    query,
    vertex_shader,
    fragment_shader,
    program
};

/// Throws base::Failure when the driver gives no object.
std::uint32_t create_object(Object kind);
void delete_object(Object kind, std::uint32_t name) noexcept;

template <Object kind>
class Handle {
public:
    Handle() = default;
    static Handle create() { return Handle(create_object(kind)); }
    ~Handle() { reset(); }
    Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    std::uint32_t name() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    explicit Handle(std::uint32_t name) : name_(name) {}
    void reset() noexcept {
        if (name_ != 0) delete_object(kind, name_);
        name_ = 0;
    }
    std::uint32_t name_ = 0;
};

} // namespace gpu
