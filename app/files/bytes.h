#pragma once
// Whole files and plain values as bytes; shared by the readers and writers of this folder and by the sculptor's cache.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace files {

/// The content of a regular file, or nullopt when it cannot be read or is longer than `limit` bytes.
std::optional<std::vector<std::byte>> read_bytes(const std::filesystem::path& file, std::uintmax_t limit);

/// FNV-1a, 64 bit (Fowler, Noll, Vo; IETF draft-eastlake-fnv): tells damaged bytes from whole ones.
std::uint64_t checksum(std::span<const std::byte> bytes);

/// Appends the bytes of plain values, in the machine's order.
template <class T>
void append(std::vector<std::byte>& bytes, std::span<const T> values) {
    const std::span<const std::byte> raw = std::as_bytes(values);
    const std::size_t at = bytes.size();
    bytes.resize(at + raw.size());
    std::ranges::copy(raw, bytes.begin() + static_cast<std::ptrdiff_t>(at));
}
template <class T>
void append_value(std::vector<std::byte>& bytes, const T& value) {
    append(bytes, std::span<const T>(&value, 1));
}

} // namespace files
