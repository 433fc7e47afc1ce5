#include "base/assert.h"
#include "base/failure.h"
#include "files/bytes.h"
#include "files/load.h"

#include <cstring>
#include <memory>
#include <stb_image.h>
#include <stb_image_write.h>

namespace files {

namespace {

constexpr std::uintmax_t k_largest_file = 256u << 20; ///< bytes; a picture beyond it is no picture of ours
constexpr int k_largest_side = 16384;                 ///< pixels; the largest texture common GPUs take

base::Loaded<Image> refused(const std::filesystem::path& file, std::string why) {
    return {std::nullopt, {{base::Severity::error, file.string(), 0, {}, std::move(why), {}}}};
}

} // namespace

void write_png(const Image& image, const std::filesystem::path& file) {
    APP_ASSERT(image.width > 0 && image.height > 0);
    APP_ASSERT(image.rgba.size() == static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    std::vector<std::byte> bytes;
    const auto collect = [](void* into, void* data, int size) {
        const auto* raw = static_cast<const std::byte*>(data);
        static_cast<std::vector<std::byte>*>(into)->assign(raw, raw + size);
    };
    if (!stbi_write_png_to_func(collect, &bytes, image.width, image.height, 4, image.rgba.data(), image.width * 4))
        throw base::Failure("Cannot write " + file.string() + ": there is not enough memory to compress the picture.");
    write_atomically(file, bytes);
}

base::Loaded<Image> read_png(const std::filesystem::path& file) {
    const std::optional<std::vector<std::byte>> bytes = read_bytes(file, k_largest_file);
    if (!bytes) return refused(file, "The picture cannot be opened.");
    const auto* raw = reinterpret_cast<const stbi_uc*>(bytes->data());
    const int size = static_cast<int>(bytes->size());
    int width = 0, height = 0, channels = 0;
    if (!stbi_info_from_memory(raw, size, &width, &height, &channels)) return refused(file, "This is not a picture.");
    if (width > k_largest_side || height > k_largest_side)
        return refused(file, "The picture is larger than " + std::to_string(k_largest_side) + " pixels.");
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(raw, size, &width, &height, &channels, 4), &stbi_image_free);
    if (!pixels) return refused(file, "The picture is damaged: " + std::string(stbi_failure_reason()) + ".");
    Image image{width, height, {}};
    const std::size_t bytes_read = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    image.rgba.assign(pixels.get(), pixels.get() + bytes_read);
    return {std::move(image), {}};
}

} // namespace files
