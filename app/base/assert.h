#pragma once
// APP_ASSERT: a caller's mistake. On in every build but the packaged one (PINSTRETCH_NO_ASSERT).

#include <cstdio>
#include <cstdlib>

#ifdef PINSTRETCH_NO_ASSERT
#define APP_ASSERT(condition) static_cast<void>(0)
#else
#define APP_ASSERT(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: assertion failed: %s\n", __FILE__, __LINE__, #condition);                     \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)
#endif
