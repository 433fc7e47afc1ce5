#pragma once
// Diagnostics: what is wrong in somebody's file, all of it at once, and Loaded<T>, which carries them.

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace base {

enum class Severity { warning, error };

/// One thing wrong in one file: where, what, and what to do about it.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;       ///< path as the user gave it
    int line = 0;           ///< 1-based; 0 when the file as a whole is meant
    std::string key;        ///< dotted key, e.g. "step[2].lock.position"; may be empty
    std::string message;    ///< a full sentence: what is wrong and what is allowed
    std::string suggestion; ///< "did you mean 'x'?" or what to do; may be empty

    bool operator==(const Diagnostic&) const = default;
};

/// "FILE:LINE: error: KEY: MESSAGE (SUGGESTION)", the one way a diagnostic is printed.
std::string to_string(const Diagnostic& diagnostic);

bool has_error(const std::vector<Diagnostic>& diagnostics);

/// A value read from a file together with everything that was wrong in it. The value is absent when one of the
/// diagnostics is an error: nothing half-read is ever used.
template <class T>
struct Loaded {
    std::optional<T> value;
    std::vector<Diagnostic> diagnostics;

    explicit operator bool() const { return value.has_value(); }
};

} // namespace base
