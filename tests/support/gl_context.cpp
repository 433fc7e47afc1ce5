#include "support/gl_context.h"

#include "base/failure.h"

namespace support {

GlContext gl_context(platform::Api api) {
    try {
        return {platform::windowless(api), {}};
    } catch (const base::Failure& failure) {
        return {nullptr, failure.what()};
    }
}

} // namespace support
