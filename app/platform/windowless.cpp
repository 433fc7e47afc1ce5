#include "base/failure.h"
#include "platform/context.h"
#include "platform/driver_threads.h"
#include "platform/version.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <array>
#include <cstdio>
#include <string_view>

namespace platform {

namespace {
constexpr const char* k_advice = "; install Mesa's EGL (Debian and Ubuntu: libegl1 libegl-mesa0 libgl1-mesa-dri).";

[[noreturn]] void fail(const std::string& what) {
    char code[16];
    std::snprintf(code, sizeof code, "0x%04x", static_cast<unsigned>(eglGetError()));
    throw base::Failure(what + " (EGL error " + code + ")" + k_advice);
}

bool has_extension(const char* list, std::string_view name) {
    return list != nullptr && (" " + std::string(list) + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

/// A display without a screen. EGL displays live as long as the process: ending one would end every context on it.
EGLDisplay screenless_display() {
    const char* offered = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    struct Kind {
        const char* extension;
        EGLenum platform;
    };
    static constexpr std::array<Kind, 2> k_kinds = {{{"EGL_MESA_platform_surfaceless", EGL_PLATFORM_SURFACELESS_MESA},
                                                     {"EGL_EXT_platform_device", EGL_PLATFORM_DEVICE_EXT}}};
    for (const Kind& kind : k_kinds) {
        if (!has_extension(offered, kind.extension)) continue;
        void* native = nullptr;
        if (kind.platform == EGL_PLATFORM_DEVICE_EXT) {
            const auto query = reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
            EGLDeviceEXT device = nullptr;
            EGLint count = 0;
            if (query == nullptr || query(1, &device, &count) == EGL_FALSE || count < 1) continue;
            native = device;
        }
        const EGLDisplay display = eglGetPlatformDisplay(kind.platform, native, nullptr);
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
    }
    fail("There is no way to draw without a screen here");
}

EGLContext make_context(EGLDisplay display, Api api) {
    if (eglBindAPI(api == Api::gl33 ? EGL_OPENGL_API : EGL_OPENGL_ES_API) == EGL_FALSE)
        fail(api == Api::gl33 ? "This EGL offers no OpenGL" : "This EGL offers no OpenGL ES");
    const EGLint desktop[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    const EGLint embedded[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
    const EGLint wanted[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE,
                             api == Api::gl33 ? EGL_OPENGL_BIT : EGL_OPENGL_ES3_BIT, EGL_NONE};
    EGLConfig config = EGL_NO_CONFIG_KHR;
    if (!has_extension(eglQueryString(display, EGL_EXTENSIONS), "EGL_KHR_no_config_context")) {
        EGLint count = 0;
        if (eglChooseConfig(display, wanted, &config, 1, &count) == EGL_FALSE || count == 0)
            fail("EGL has no configuration to draw with");
    }
    const EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, api == Api::gl33 ? desktop : embedded);
    if (context == EGL_NO_CONTEXT)
        fail(api == Api::gl33 ? "OpenGL 3.3 core cannot be had without a screen"
                              : "OpenGL ES 3.0 cannot be had without a screen");
    return context;
}

class Windowless : public Context {
public:
    explicit Windowless(Api api) : api_(api), display_(screenless_display()), context_(make_context(display_, api)) {}
    Windowless(const Windowless&) = delete;
    Windowless& operator=(const Windowless&) = delete;
    ~Windowless() override {
        eglBindAPI(api_ == Api::gl33 ? EGL_OPENGL_API : EGL_OPENGL_ES_API);
        if (eglGetCurrentContext() == context_)
            eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display_, context_);
    }
    void make_current() override {
        eglBindAPI(api_ == Api::gl33 ? EGL_OPENGL_API : EGL_OPENGL_ES_API);
        if (eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE)
            fail("The windowless context cannot be used");
    }
    bool has_window() const override { return false; }

private:
    Api api_;
    EGLDisplay display_;
    EGLContext context_;
};
} // namespace

std::unique_ptr<Context> windowless(Api api) {
    auto context = std::make_unique<Windowless>(api);
    context->make_current();
    const std::string problem = version_problem(api, reported_version(eglGetProcAddress));
    if (!problem.empty()) throw base::Failure(problem);
    spread_driver_threads();
    return context;
}

} // namespace platform
