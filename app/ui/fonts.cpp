#include "ui/theme.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

namespace {

// Latin with umlauts and degree sign, dashes and quotes, arrows, and the signs of the readouts (minus, about, at most).
constexpr ImWchar k_ranges[] = {0x0020, 0x00FF, 0x0131, 0x0153, 0x03B1, 0x03C9, 0x2010, 0x2027,
                                0x2030, 0x203A, 0x2070, 0x2079, 0x2080, 0x2089, 0x2190, 0x2199,
                                0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265, 0};

// Whether the file begins as TrueType and OpenType files do: ImGui stops the program at anything else.
bool readable(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 4> start{};
    if (!stream.read(start.data(), start.size())) return false;
    const std::string_view begins(start.data(), start.size());
    using namespace std::string_view_literals;
    return begins == "\0\1\0\0"sv || begins == "OTTO"sv || begins == "true"sv || begins == "ttcf"sv;
}

// Inter-Regular.otf -> Inter-SemiBold.otf, DejaVuSans.ttf -> DejaVuSans-Bold.ttf, in the same folder.
std::filesystem::path bold_beside(const std::filesystem::path& file) {
    std::string stem = file.stem().string();
    const std::string regular = "-Regular";
    if (stem.size() > regular.size() && stem.ends_with(regular)) stem.resize(stem.size() - regular.size());
    for (const char* weight : {"-SemiBold", "-Bold"}) {
        const std::filesystem::path bold = file.parent_path() / (stem + weight + file.extension().string());
        if (readable(bold)) return bold;
    }
    return file;
}

ImFont* add(const std::filesystem::path& file, float size) {
    ImFontConfig config;
    config.OversampleH = size > 40.0f ? 1 : 2;
    config.OversampleV = 1;
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    if (readable(file))
        if (ImFont* font = atlas->AddFontFromFileTTF(file.string().c_str(), size, &config, k_ranges)) return font;
    config.SizePixels = size;
    return atlas->AddFontDefault(&config);
}

std::filesystem::path first_readable(const std::filesystem::path& wished) {
    const std::filesystem::path dejavu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    for (const std::filesystem::path& file : {wished, dejavu})
        if (readable(file)) return file;
    return {};
}

} // namespace

Fonts load_fonts(const std::filesystem::path& file, float unit, float pixel_ratio) {
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    Fonts fonts;
    fonts.size_regular *= unit;
    fonts.size_large *= unit;
    fonts.size_caption *= unit;
    const std::filesystem::path face = first_readable(file);
    const std::filesystem::path bold = face.empty() ? face : bold_beside(face);
    fonts.regular = add(face, fonts.size_regular * pixel_ratio);
    fonts.bold = add(bold, fonts.size_regular * pixel_ratio);
    fonts.large = add(bold, fonts.size_large * pixel_ratio);
    fonts.caption = add(face, fonts.size_caption * pixel_ratio);
    io.FontGlobalScale = 1.0f / pixel_ratio;
    fonts.discs.reserve(*io.Fonts, pixel_ratio);
    io.Fonts->Build();
    fonts.discs.paint(*io.Fonts);
    return fonts;
}

} // namespace ui
