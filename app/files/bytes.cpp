#include "files/bytes.h"

#include <fstream>

namespace files {

std::optional<std::vector<std::byte>> read_bytes(const std::filesystem::path& file, std::uintmax_t limit) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed)) return std::nullopt;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (failed || size > limit) return std::nullopt;
    std::vector<std::byte> bytes(size);
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!stream) return std::nullopt;
    return bytes;
}

std::uint64_t checksum(std::span<const std::byte> bytes) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const std::byte byte : bytes) {
        hash ^= static_cast<std::uint64_t>(byte);
        hash *= 0x100000001b3u;
    }
    return hash;
}

} // namespace files
