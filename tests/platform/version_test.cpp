#include "platform/version.h"

#include <gtest/gtest.h>

namespace {

using platform::Api;
using platform::read_version;
using platform::Version;
using platform::version_problem;

TEST(Version, ReadsWhatDriversReport) {
    EXPECT_EQ(read_version("4.5 (Core Profile) Mesa 22.3.6"), (Version{4, 5}));
    EXPECT_EQ(read_version("OpenGL ES 3.2 Mesa 22.3.6"), (Version{3, 2}));
    EXPECT_EQ(read_version("3.3.0 NVIDIA 535.183"), (Version{3, 3}));
}

TEST(Version, ReadsNothingFromTextWithoutOne) {
    EXPECT_FALSE(read_version(""));
    EXPECT_FALSE(read_version("OpenGL"));
    EXPECT_FALSE(read_version("4"));
    EXPECT_FALSE(read_version("4.x"));
}

TEST(Version, EnoughIsNoProblem) {
    EXPECT_EQ(version_problem(Api::gl33, "3.3 (Core Profile)"), "");
    EXPECT_EQ(version_problem(Api::gl33, "4.0"), "");
    EXPECT_EQ(version_problem(Api::gles30, "OpenGL ES 3.0"), "");
}

TEST(Version, TooOldNamesWhatIsNeededAndWhatWasFound) {
    const std::string text = version_problem(Api::gl33, "3.1 Mesa 18.0");
    EXPECT_NE(text.find("OpenGL 3.3"), std::string::npos) << text;
    EXPECT_NE(text.find("3.1 Mesa 18.0"), std::string::npos) << text;
    EXPECT_NE(version_problem(Api::gles30, "OpenGL ES 2.0"), "");
    EXPECT_NE(version_problem(Api::gl33, ""), "");
}

} // namespace
