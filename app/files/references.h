#pragma once
// Ids in files: unique where they are given, known where they are used. One wording for all readers.

#include "files/toml_reader.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace files {

/// Reads the required key `id` and notes an error when it is malformed or was given before.
class UniqueIds {
public:
    std::string read(Section& section);

private:
    std::set<std::string, std::less<>> seen_;
};

/// The `id` of every element, for resolving references to them.
template <class T>
std::vector<std::string> ids_of(const std::vector<T>& elements) {
    std::vector<std::string> ids;
    for (const T& element : elements) ids.push_back(element.id);
    return ids;
}

/// Index of `id` among `known`; when it is not there notes "There is no WHAT 'id'." and gives -1. An empty `known`
/// means that its file could not be read: that is said once, not at every reference.
int resolve(Section& section, std::string_view key, const std::string& id, std::string_view what,
            std::span<const std::string> known);

/// Reads the list `key` of ids, each of which must be known.
std::vector<std::string> read_ids(Section& section, std::string_view key, std::string_view what,
                                  std::span<const std::string> known);

/// A number that must be greater than 0.
double read_positive(Section& section, std::string_view key);

} // namespace files
