#pragma once
// ShaderSource: GLSL text put together from files. No GL in here, so that it can be tested without a context.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gpu {

enum class Language { gl330, es300 };

/// The text of one shader as the compiler gets it, and the file that each "#line N K" number K stands for.
struct ShaderText {
    std::string text;
    std::vector<std::string> files;
};

/// Reads shader files of one folder, once each.
class ShaderSource {
public:
    explicit ShaderSource(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Version line and precisions of the language, one "#define NAME" for each name, then the file with every line
    /// `#include "other.glsl"` replaced by that file. A file goes in once, wherever it is first asked for, whatever
    /// conditions stand round it. Throws base::Failure naming a file that cannot be read.
    ShaderText assemble(const std::string& file, Language language, const std::vector<std::string>& defines);

private:
    const std::string& read(const std::string& file);
    void append(const std::string& file, ShaderText& out);

    std::filesystem::path folder_;
    std::map<std::string, std::string> files_;
};

/// The log with its file numbers "K:LINE" or "K(LINE)" turned into names, first line first.
std::string name_files(std::string_view log, const std::vector<std::string>& files);

} // namespace gpu
