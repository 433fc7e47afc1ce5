#include "files/toml_state.h"

#include "base/nearest_word.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace files {

std::string_view type_name(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return node.as_array()->is_array_of_tables() ? "a list of tables" : "a list";
    case toml::node_type::string: return "text";
    case toml::node_type::integer:
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "true or false";
    default: return "a date or time";
    }
}

std::string shortest(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", value);
    return text;
}

namespace {

std::string allowed(Bounds bounds) {
    const Bounds any;
    if (bounds.low > any.low && bounds.high < any.high)
        return "from " + shortest(bounds.low) + " to " + shortest(bounds.high);
    if (bounds.low > any.low) return "at least " + shortest(bounds.low);
    if (bounds.high < any.high) return "at most " + shortest(bounds.high);
    return "a finite number";
}

std::string join(std::span<const std::string> words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

} // namespace

std::string Section::State::full_key(std::string_view key) const {
    return path.empty() || key.empty() ? path + std::string(key) : path + "." + std::string(key);
}

int Section::State::line_of(std::string_view key) const {
    if (!table) return 0;
    const auto found = table->find(key);
    if (found != table->end()) return static_cast<int>(found->first.source().begin.line);
    return path.empty() ? 0 : static_cast<int>(table->source().begin.line);
}

void Section::State::note(std::string_view key, std::string message, std::string suggestion) const {
    if (!table) return;
    file->diagnostics.push_back(
        {base::Severity::error, file->name, line_of(key), full_key(key), std::move(message), std::move(suggestion)});
}

const toml::node* Section::State::node(std::string_view key) {
    asked.insert(std::string(key));
    return table ? table->get(key) : nullptr;
}

const toml::node* Section::State::required(std::string_view key, std::string_view what) {
    const toml::node* found = node(key);
    if (!found) note(key, "This key is missing; it must be " + std::string(what) + ".", {});
    return found;
}

void Section::State::wrong_type(std::string_view key, const toml::node& found, std::string_view wanted) const {
    note(key, "This must be " + std::string(wanted) + ", but it is " + std::string(type_name(found)) + ".", {});
}

double Section::State::checked(std::string_view key, const toml::node& found, Bounds bounds) const {
    double harmless = std::clamp(0.0, bounds.low, bounds.high);
    const std::optional<double> value = found.is_number() ? found.value<double>() : std::nullopt;
    if (!value) {
        wrong_type(key, found, "a number");
        return harmless;
    }
    if (!std::isfinite(*value) || *value < bounds.low || *value > bounds.high) {
        note(key, "The value " + shortest(*value) + " is not allowed; it must be " + allowed(bounds) + ".", {});
        if (!std::isnan(*value)) harmless = std::clamp(*value, bounds.low, bounds.high);
        return harmless;
    }
    return *value;
}

std::vector<double> Section::State::list(std::string_view key, const toml::node& found) const {
    std::vector<double> values;
    if (!found.is_array()) {
        wrong_type(key, found, "a list of numbers");
        return values;
    }
    for (const toml::node& element : *found.as_array()) {
        if (!element.is_number()) {
            note(key, "This list must hold only numbers, but it holds " + std::string(type_name(element)) + ".", {});
            return {};
        }
        values.push_back(checked(key, element, {}));
    }
    return values;
}

std::vector<std::vector<double>> Section::State::table_of_numbers(std::string_view key, const toml::node& found,
                                                                  int columns) const {
    std::vector<std::vector<double>> all;
    if (!found.is_array()) {
        wrong_type(key, found, "a list of rows");
        return all;
    }
    for (const toml::node& element : *found.as_array()) {
        const std::size_t before = file->diagnostics.size();
        std::vector<double> row = list(key, element);
        if (file->diagnostics.size() != before) return {};
        if (columns > 0 && static_cast<int>(row.size()) != columns) {
            note(key,
                 "Row " + std::to_string(all.size() + 1) + " must have " + std::to_string(columns) +
                     " numbers, but it has " + std::to_string(row.size()) + ".",
                 {});
            return {};
        }
        all.push_back(std::move(row));
    }
    return all;
}

int Section::State::word(std::string_view key, const toml::node& found, std::span<const std::string_view> words) const {
    const std::optional<std::string> value = found.is_string() ? found.value<std::string>() : std::nullopt;
    if (!value) {
        wrong_type(key, found, "text");
        return 0;
    }
    const auto at = std::ranges::find(words, std::string_view(*value));
    if (at != words.end()) return static_cast<int>(at - words.begin());
    const std::vector<std::string> known(words.begin(), words.end());
    note(key, "'" + *value + "' is not known here; allowed: " + join(known) + ".", base::did_you_mean(*value, known));
    return 0;
}

} // namespace files
