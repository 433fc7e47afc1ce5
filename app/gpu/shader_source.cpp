#include "gpu/shader_source.h"

#include "base/failure.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <sstream>

namespace gpu {

namespace {
constexpr std::string_view k_include = "#include \"";

std::string_view header(Language language) {
    if (language == Language::gl330) return "#version 330 core\n";
    return "#version 300 es\n"
           "precision highp float;\n"
           "precision highp int;\n"
           "precision highp sampler2D;\n"
           "precision highp usampler2D;\n";
}
} // namespace

const std::string& ShaderSource::read(const std::string& file) {
    const auto known = files_.find(file);
    if (known != files_.end()) return known->second;
    const std::filesystem::path path = folder_ / file;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw base::Failure("Cannot read the shader " + path.string() +
                            "; reinstall the program or set PINSTRETCH_SHADERS to the folder that holds it.");
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return files_.emplace(file, std::move(text)).first->second;
}

void ShaderSource::append(const std::string& file, ShaderText& out) {
    const std::size_t number = out.files.size();
    out.files.push_back((folder_ / file).string());
    std::istringstream lines(read(file));
    std::string line;
    out.text += "#line 1 " + std::to_string(number) + "\n";
    for (int row = 1; std::getline(lines, line); ++row) {
        if (!line.starts_with(k_include)) {
            out.text += line + "\n";
            continue;
        }
        const std::string other = line.substr(k_include.size(), line.find('"', k_include.size()) - k_include.size());
        if (std::find(out.files.begin(), out.files.end(), (folder_ / other).string()) == out.files.end())
            append(other, out);
        out.text += "#line " + std::to_string(row + 1) + " " + std::to_string(number) + "\n";
    }
}

ShaderText ShaderSource::assemble(const std::string& file, Language language, const std::vector<std::string>& defines) {
    ShaderText result;
    result.text = header(language);
    for (const std::string& name : defines) result.text += "#define " + name + "\n";
    append(file, result);
    return result;
}

std::string name_files(std::string_view log, const std::vector<std::string>& files) {
    std::string named;
    std::istringstream lines{std::string(log)};
    std::string line;
    while (std::getline(lines, line)) {
        std::size_t digits = 0;
        while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0) ++digits;
        const bool numbered =
            digits > 0 && digits < 6 && digits < line.size() && (line[digits] == ':' || line[digits] == '(');
        const std::size_t number =
            numbered ? static_cast<std::size_t>(std::stoul(line.substr(0, digits))) : files.size();
        named += number < files.size() ? files[number] + line.substr(digits) : line;
        named += '\n';
    }
    return named;
}

} // namespace gpu
