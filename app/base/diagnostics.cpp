#include "base/diagnostics.h"

#include <algorithm>

namespace base {

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = diagnostic.file;
    if (diagnostic.line > 0) text += ":" + std::to_string(diagnostic.line);
    text += diagnostic.severity == Severity::error ? ": error: " : ": warning: ";
    if (!diagnostic.key.empty()) text += diagnostic.key + ": ";
    text += diagnostic.message;
    if (!diagnostic.suggestion.empty()) text += " (" + diagnostic.suggestion + ")";
    return text;
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

} // namespace base
