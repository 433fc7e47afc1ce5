#include "base/diagnostics.h"

#include <gtest/gtest.h>

namespace {

using base::Diagnostic;
using base::Severity;

TEST(Diagnostic, PrintsFileLineSeverityKeyMessageAndSuggestion) {
    const Diagnostic d{Severity::error, "a.toml", 12, "step[2].id", "The id is not known.", "did you mean 'b'?"};
    EXPECT_EQ(base::to_string(d), "a.toml:12: error: step[2].id: The id is not known. (did you mean 'b'?)");
}

TEST(Diagnostic, LeavesOutWhatIsNotThere) {
    EXPECT_EQ(base::to_string({Severity::warning, "a.toml", 0, "", "The file is empty.", ""}),
              "a.toml: warning: The file is empty.");
}

TEST(Diagnostic, OnlyErrorsAreErrors) {
    std::vector<Diagnostic> list = {{Severity::warning, "a", 1, "", "w", ""}};
    EXPECT_FALSE(base::has_error(list));
    list.push_back({Severity::error, "a", 2, "", "e", ""});
    EXPECT_TRUE(base::has_error(list));
    EXPECT_FALSE(base::has_error({}));
}

TEST(Loaded, IsFalseWithoutAValue) {
    base::Loaded<int> loaded;
    EXPECT_FALSE(loaded);
    loaded.value = 0;
    EXPECT_TRUE(loaded);
}

} // namespace
