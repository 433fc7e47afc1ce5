#pragma once
// A windowless context for a test, or the reason why there is none.

#include "platform/context.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace support {

struct GlContext {
    std::unique_ptr<platform::Context> context; ///< current; null when none can be had
    std::string reason;                         ///< why not
};
GlContext gl_context(platform::Api api);

/// Both, for parametrised tests, and how such a test is called.
inline auto apis() { return testing::Values(platform::Api::gl33, platform::Api::gles30); }
inline std::string api_label(const testing::TestParamInfo<platform::Api>& info) {
    return info.param == platform::Api::gl33 ? "gl33" : "gles30";
}

} // namespace support
