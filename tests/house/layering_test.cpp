// The house keeps its floors: includes point downwards, third parties stay in their folders, the core is pure.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Folder {
    int floor;
    std::set<std::string> third_party; ///< prefixes of angle-bracket includes that only this folder may use
};

/// Floors of app/, as README.md's architecture table gives them. A folder may include only lower floors and itself.
const std::map<std::string, Folder> k_house = {
    {"base", {0, {"tbb"}}},
    {"anatomy", {1, {}}},
    {"mesh", {1, {}}},
    {"motion", {2, {}}},
    {"tissue", {3, {}}},
    {"lesson", {4, {}}},
    {"scene", {5, {}}},
    {"document", {6, {}}},
    {"files", {5, {"toml++", "assimp", "stb"}}},
    {"sculpt", {6, {"openvdb", "meshoptimizer"}}},
    {"gpu", {6, {"epoxy"}}},
    {"platform", {6, {"GLFW", "EGL"}}},
    {"render", {7, {}}},
    {"maker", {8, {"CLI"}}},
    {"ui", {7, {"imgui"}}},
    {"viewer", {8, {"CLI", "imgui", "GLFW"}}},
};
const std::vector<std::string> k_guarded = {"toml++", "assimp", "stb",   "openvdb", "meshoptimizer", "epoxy",
                                            "GLFW",   "EGL",    "imgui", "CLI",     "GL/",           "tbb"};
const std::set<std::string> k_pure = {"base", "anatomy", "mesh", "motion", "tissue", "lesson", "scene", "document"};

struct Include {
    fs::path file;
    std::string folder, target;
    bool quoted;
};

std::string read(const fs::path& file) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<fs::path> sources() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(PINSTRETCH_SOURCE_DIR) / "app"))
        if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") found.push_back(entry.path());
    return found;
}

std::string folder_of(const fs::path& file) {
    return fs::relative(file, fs::path(PINSTRETCH_SOURCE_DIR) / "app").begin()->string();
}

std::vector<Include> includes() {
    static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    std::vector<Include> found;
    for (const fs::path& file : sources()) {
        std::istringstream lines(read(file));
        std::string line;
        std::smatch match;
        while (std::getline(lines, line))
            if (std::regex_search(line, match, pattern))
                found.push_back({file, folder_of(file), match[2], match[1] == "\""});
    }
    return found;
}

/// Source text without comments and string literals, so that prose may name what code may not.
std::string code_of(const fs::path& file) {
    std::string text = read(file);
    text = std::regex_replace(text, std::regex(R"(//[^\n]*)"), "");
    text = std::regex_replace(text, std::regex(R"re("(\\.|[^"\\\n])*")re"), "\"\"");
    return text;
}

} // namespace

TEST(House, EveryFolderOfAppHasAFloor) {
    for (const auto& entry : fs::directory_iterator(fs::path(PINSTRETCH_SOURCE_DIR) / "app"))
        EXPECT_TRUE(!entry.is_directory() || k_house.contains(entry.path().filename().string())) << entry.path();
}

TEST(House, IncludesPointOnlyToLowerFloors) {
    for (const Include& include : includes()) {
        if (!include.quoted) continue;
        const std::string target = include.target.substr(0, include.target.find('/'));
        ASSERT_TRUE(k_house.contains(target))
            << include.file << " includes \"" << include.target << "\"; write \"folder/file.h\"";
        if (target == include.folder) continue;
        EXPECT_LT(k_house.at(target).floor, k_house.at(include.folder).floor)
            << include.file << " includes \"" << include.target << "\" from a floor that is not below";
    }
}

TEST(House, ThirdPartiesStayInTheirFolders) {
    for (const Include& include : includes()) {
        for (const std::string& library : k_guarded) {
            if (include.quoted || !include.target.starts_with(library)) continue;
            const auto& allowed = k_house.at(include.folder).third_party;
            EXPECT_TRUE(std::ranges::any_of(allowed, [&](const auto& a) { return include.target.starts_with(a); }))
                << include.file << " includes <" << include.target << ">";
        }
    }
}

TEST(House, TheCoreNamesNoGraphicsOrWindowLibrary) {
    const std::regex forbidden(
        R"(\b(gl[A-Z]\w*|GLuint|GLint|GLenum|glfw\w+|ImGui\w*|Im(Vec|Draw)\w*|ai[A-Z]\w+|Assimp|stbi_\w+)\b)");
    for (const fs::path& file : sources()) {
        if (!k_pure.contains(folder_of(file))) continue;
        std::smatch match;
        const std::string code = code_of(file);
        EXPECT_FALSE(std::regex_search(code, match, forbidden)) << file << " says " << match.str();
    }
}

TEST(House, TheCoreReadsNoClockNoChanceAndNoFile) {
    const std::regex forbidden(
        R"(\b(steady_clock|system_clock|high_resolution_clock|gettimeofday|clock_gettime|random_device|mt19937|std::rand|srand|fopen|[io]?fstream|std::getenv|getenv|filesystem)\b)");
    for (const fs::path& file : sources()) {
        if (!k_pure.contains(folder_of(file))) continue;
        std::smatch match;
        const std::string code = code_of(file);
        EXPECT_FALSE(std::regex_search(code, match, forbidden)) << file << " says " << match.str();
    }
}

TEST(House, TopLevelHoldsOnlyWhatBelongsThere) {
    const std::set<std::string> allowed = {"CMakeLists.txt", "app",   "assets",    "shaders",
                                           "third_party",    "tests", "README.md", "CMakePresets.json",
                                           "LICENSE",        "build", "out"};
    for (const auto& entry : fs::directory_iterator(PINSTRETCH_SOURCE_DIR)) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(name.starts_with(".") || allowed.contains(name)) << name;
    }
}
