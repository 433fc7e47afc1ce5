#include "platform/folders.h"

#include "base/failure.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

/// Sets an environment variable for one test and puts the old value back.
class Variable {
public:
    Variable(const char* name, const std::string& value) : name_(name) {
        const char* old = std::getenv(name);
        had_ = old != nullptr;
        if (had_) old_ = old;
        setenv(name, value.c_str(), 1);
    }
    ~Variable() {
        if (had_)
            setenv(name_, old_.c_str(), 1);
        else
            unsetenv(name_);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
    std::string old_;
    bool had_ = false;
};

TEST(Folders, ExecutableIsThisTest) { EXPECT_EQ(platform::executable().filename(), "platform_test"); }

TEST(Folders, ShadersAreFoundFromAnyWorkingDirectory) {
    const fs::path before = fs::current_path();
    fs::current_path("/");
    EXPECT_TRUE(fs::exists(platform::shaders() / "surface.frag"));
    fs::current_path(before);
}

TEST(Folders, VariableOverridesTheShaderFolder) {
    const fs::path folder = fs::temp_directory_path();
    const Variable chosen("PINSTRETCH_SHADERS", folder.string());
    EXPECT_EQ(platform::shaders(), folder);
}

TEST(Folders, MissingOverrideFailsWithItsNameAndPath) {
    const Variable chosen("PINSTRETCH_ASSETS", "/nowhere/at/all");
    try {
        platform::assets();
        FAIL() << "no failure";
    } catch (const base::Failure& failure) {
        EXPECT_NE(std::string(failure.what()).find("PINSTRETCH_ASSETS"), std::string::npos);
        EXPECT_NE(std::string(failure.what()).find("/nowhere/at/all"), std::string::npos);
    }
}

TEST(Folders, UserFoldersFollowTheXdgVariables) {
    const Variable cache("XDG_CACHE_HOME", "/tmp/c"), config("XDG_CONFIG_HOME", "/tmp/k");
    EXPECT_EQ(platform::cache(), "/tmp/c/pinstretch");
    EXPECT_EQ(platform::config(), "/tmp/k/pinstretch");
}

TEST(Folders, RelativeXdgVariablesAreIgnoredAsTheStandardAsks) {
    const Variable cache("XDG_CACHE_HOME", "c"), home("HOME", "/home/somebody");
    EXPECT_EQ(platform::cache(), "/home/somebody/.cache/pinstretch");
}

TEST(Folders, FontIsAFileOrNothing) {
    const fs::path font = platform::font();
    EXPECT_TRUE(font.empty() || fs::is_regular_file(font)) << font;
}

} // namespace
