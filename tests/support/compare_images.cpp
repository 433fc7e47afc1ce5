// compare_images EXPECTED.png ACTUAL.png OUT_FOLDER: exit 0 when they agree within the golden limits, 1 when not, 2
// when one cannot be read.

#include "support/image_compare.h"

#include "base/failure.h"

#include <cstdio>

int main(int count, char** words) {
    if (count != 4) {
        std::fprintf(stderr, "usage: compare_images EXPECTED.png ACTUAL.png OUT_FOLDER\n");
        return 2;
    }
    const std::filesystem::path expected_file = words[1], actual_file = words[2];
    const auto expected = files::read_png(expected_file), actual = files::read_png(actual_file);
    for (const auto* picture : {&expected, &actual})
        for (const base::Diagnostic& diagnostic : picture->diagnostics)
            std::fprintf(stderr, "%s\n", base::to_string(diagnostic).c_str());
    if (!expected || !actual) return 2;
    try {
        const std::string name = expected_file.stem().string();
        const std::string text = support::verdict(name, *actual.value, *expected.value, {}, words[3]);
        if (text.empty()) return 0;
        std::fprintf(stderr, "%s\n", text.c_str());
        return 1;
    } catch (const base::Failure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 2;
    }
}
