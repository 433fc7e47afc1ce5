#include "files/references.h"

#include "base/nearest_word.h"

#include <algorithm>

namespace files {

std::string UniqueIds::read(Section& section) {
    std::string id = section.text("id");
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '/';
    };
    if (!std::ranges::all_of(id, allowed))
        section.error("id", "The id '" + id + "' may hold only small letters a to z, digits and '_'.");
    else if (!id.empty() && !seen_.insert(id).second)
        section.error("id", "The id '" + id + "' is given twice.");
    return id;
}

int resolve(Section& section, std::string_view key, const std::string& id, std::string_view what,
            std::span<const std::string> known) {
    const auto found = std::ranges::find(known, id);
    if (found != known.end()) return static_cast<int>(found - known.begin());
    if (!known.empty() && !id.empty())
        section.error(key, "There is no " + std::string(what) + " '" + id + "'.", base::did_you_mean(id, known));
    return -1;
}

std::vector<std::string> read_ids(Section& section, std::string_view key, std::string_view what,
                                  std::span<const std::string> known) {
    std::vector<std::string> ids = section.texts_or_none(key);
    for (const std::string& id : ids) resolve(section, key, id, what, known);
    return ids;
}

double read_positive(Section& section, std::string_view key) {
    const double value = section.number(key, {0.0, 1e12});
    if (section.has(key) && value == 0.0) section.error(key, "This must be greater than 0.");
    return value;
}

} // namespace files
