#include "files/toml_reader.h"

#include "base/nearest_word.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <toml++/toml.h>

namespace files {

/// What all sections of one file share.
struct TomlReader::File {
    std::string name;
    toml::table root;
    bool readable = false;
    std::vector<base::Diagnostic> diagnostics;
};

/// One table and what has been asked of it. `table` is null for a section that was missing: it answers every
/// question with a harmless value and stays silent, because its absence has been reported already.
struct Section::State {
    std::shared_ptr<TomlReader::File> file;
    const toml::table* table = nullptr;
    std::string path;
    std::set<std::string, std::less<>> asked;

    std::string full_key(std::string_view key) const {
        return path.empty() || key.empty() ? path + std::string(key) : path + "." + std::string(key);
    }

    int line_of(std::string_view key) const {
        if (!table) return 0;
        const auto found = table->find(key);
        if (found != table->end()) return static_cast<int>(found->first.source().begin.line);
        return path.empty() ? 0 : static_cast<int>(table->source().begin.line);
    }

    void note(std::string_view key, std::string message, std::string suggestion) const {
        if (!table) return;
        file->diagnostics.push_back({base::Severity::error, file->name, line_of(key), full_key(key),
                                     std::move(message), std::move(suggestion)});
    }

    const toml::node* node(std::string_view key) {
        asked.insert(std::string(key));
        return table ? table->get(key) : nullptr;
    }

    /// The node, or an error that `what` is missing.
    const toml::node* required(std::string_view key, std::string_view what) {
        const toml::node* found = node(key);
        if (!found) note(key, "This key is missing; it must be " + std::string(what) + ".", {});
        return found;
    }

    void wrong_type(std::string_view key, const toml::node& found, std::string_view wanted) const;
    double checked(std::string_view key, const toml::node& found, Bounds bounds) const;
    std::vector<double> list(std::string_view key, const toml::node& found) const;
    std::vector<std::vector<double>> table_of_numbers(std::string_view key, const toml::node& found, int columns) const;
    int word(std::string_view key, const toml::node& found, std::span<const std::string_view> words) const;
};

namespace {

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
            note(key, "Row " + std::to_string(all.size() + 1) + " must have " + std::to_string(columns) +
                          " numbers, but it has " + std::to_string(row.size()) + ".", {});
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

std::string Section::text(std::string_view key) {
    const toml::node* found = state_->required(key, "text");
    if (!found) return {};
    std::string value = found->value<std::string>().value_or("");
    if (!found->is_string()) state_->wrong_type(key, *found, "text");
    else if (value.find_first_not_of(" \t\r\n") == std::string::npos) state_->note(key, "This text is empty.", {});
    return value;
}

std::string Section::text_or(std::string_view key, std::string_view otherwise) {
    const toml::node* found = state_->node(key);
    if (!found) return std::string(otherwise);
    if (!found->is_string()) state_->wrong_type(key, *found, "text");
    return found->is_string() ? found->value<std::string>().value_or("") : std::string(otherwise);
}

double Section::number(std::string_view key, Bounds bounds) {
    const toml::node* found = state_->required(key, "a number");
    return found ? state_->checked(key, *found, bounds) : std::clamp(0.0, bounds.low, bounds.high);
}

double Section::number_or(std::string_view key, double otherwise, Bounds bounds) {
    const toml::node* found = state_->node(key);
    return found ? state_->checked(key, *found, bounds) : otherwise;
}

bool Section::flag_or(std::string_view key, bool otherwise) {
    const toml::node* found = state_->node(key);
    if (!found) return otherwise;
    if (!found->is_boolean()) state_->wrong_type(key, *found, "true or false");
    return found->is_boolean() ? found->value<bool>().value_or(otherwise) : otherwise;
}

std::vector<std::string> Section::texts_or_none(std::string_view key) {
    std::vector<std::string> values;
    const toml::node* found = state_->node(key);
    if (!found) return values;
    if (!found->is_array()) {
        state_->wrong_type(key, *found, "a list of texts");
        return values;
    }
    for (const toml::node& element : *found->as_array()) {
        if (!element.is_string()) {
            state_->note(key, "This list must hold only texts, but it holds " + std::string(type_name(element)) + ".",
                         {});
            return {};
        }
        values.push_back(element.value<std::string>().value_or(""));
    }
    return values;
}

std::vector<double> Section::numbers(std::string_view key) {
    const toml::node* found = state_->required(key, "a list of numbers");
    return found ? state_->list(key, *found) : std::vector<double>{};
}

std::vector<double> Section::numbers_or_none(std::string_view key) {
    const toml::node* found = state_->node(key);
    return found ? state_->list(key, *found) : std::vector<double>{};
}

std::vector<std::vector<double>> Section::rows(std::string_view key, int columns) {
    const toml::node* found = state_->required(key, "a list of rows");
    return found ? state_->table_of_numbers(key, *found, columns) : std::vector<std::vector<double>>{};
}

std::vector<std::vector<double>> Section::rows_or_none(std::string_view key, int columns) {
    const toml::node* found = state_->node(key);
    return found ? state_->table_of_numbers(key, *found, columns) : std::vector<std::vector<double>>{};
}

glm::dvec3 Section::vector(std::string_view key, double scale) {
    if (!state_->required(key, "a list of 3 numbers")) return glm::dvec3(0.0);
    return vector_or(key, glm::dvec3(0.0), scale);
}

glm::dvec3 Section::vector_or(std::string_view key, const glm::dvec3& otherwise, double scale) {
    const toml::node* found = state_->node(key);
    if (!found) return otherwise;
    const std::size_t before = state_->file->diagnostics.size();
    const std::vector<double> values = state_->list(key, *found);
    if (state_->file->diagnostics.size() != before) return otherwise;
    if (values.size() != 3) {
        state_->note(key, "This must be 3 numbers, but it has " + std::to_string(values.size()) + ".", {});
        return otherwise;
    }
    return glm::dvec3(values[0], values[1], values[2]) * scale;
}

int Section::one_of(std::string_view key, std::span<const std::string_view> words) {
    const toml::node* found = state_->required(key, "text");
    return found ? state_->word(key, *found, words) : 0;
}

int Section::one_of_or(std::string_view key, std::span<const std::string_view> words, int otherwise) {
    const toml::node* found = state_->node(key);
    return found ? state_->word(key, *found, words) : otherwise;
}

Section Section::table(std::string_view key) {
    const toml::node* found = state_->required(key, "a table");
    if (found && !found->is_table()) state_->wrong_type(key, *found, "a table");
    Section section;
    section.state_ = std::make_shared<State>();
    section.state_->file = state_->file;
    section.state_->table = found ? found->as_table() : nullptr;
    section.state_->path = state_->full_key(key);
    return section;
}

std::optional<Section> Section::table_or_none(std::string_view key) {
    if (!state_->node(key)) return std::nullopt;
    return table(key);
}

std::vector<Section> Section::tables(std::string_view key) {
    std::vector<Section> sections;
    const toml::node* found = state_->node(key);
    if (!found) return sections;
    const toml::array* array = found->as_array();
    if (!array || !(array->empty() || array->is_array_of_tables())) {
        state_->note(key, "This must be a list of tables, but it is " + std::string(type_name(*found)) + ".",
                     "write [[" + state_->full_key(key) + "]]");
        return sections;
    }
    for (const toml::node& element : *array) {
        Section section;
        section.state_ = std::make_shared<State>();
        section.state_->file = state_->file;
        section.state_->table = element.as_table();
        section.state_->path = state_->full_key(key) + "[" + std::to_string(sections.size() + 1) + "]";
        sections.push_back(std::move(section));
    }
    return sections;
}

bool Section::has(std::string_view key) const { return state_->table && state_->table->contains(key); }

std::vector<std::string> Section::keys() const {
    std::vector<std::string> all;
    if (state_->table)
        for (const auto& [key, value] : *state_->table) all.emplace_back(key.str());
    return all;
}

void Section::error(std::string_view key, std::string message, std::string suggestion) {
    state_->note(key, std::move(message), std::move(suggestion));
}

void Section::finish() {
    const std::vector<std::string> known(state_->asked.begin(), state_->asked.end());
    for (const std::string& key : keys())
        if (!state_->asked.contains(key)) state_->note(key, "This key is not known here.", base::did_you_mean(key, known));
}

TomlReader::TomlReader(const std::filesystem::path& file) {
    std::error_code failed;
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (stream && !std::filesystem::is_directory(file, failed)) text << stream.rdbuf();
    if (stream && !std::filesystem::is_directory(file, failed)) {
        file_ = from_text(text.str(), file.string()).file_;
        return;
    }
    file_ = std::make_shared<File>();
    file_->name = file.string();
    file_->diagnostics.push_back({base::Severity::error, file_->name, 0, {}, "The file cannot be opened.",
                                  "check that it exists and that you may read it"});
}

TomlReader TomlReader::from_text(std::string_view text, std::string name) {
    TomlReader reader;
    reader.file_ = std::make_shared<File>();
    reader.file_->name = std::move(name);
    try {
        reader.file_->root = toml::parse(text, reader.file_->name);
        reader.file_->readable = true;
    } catch (const toml::parse_error& wrong) {
        reader.file_->diagnostics.push_back({base::Severity::error, reader.file_->name,
                                             static_cast<int>(wrong.source().begin.line), {},
                                             "This is not valid TOML: " + std::string(wrong.description()) + ".", {}});
    }
    return reader;
}

Section TomlReader::root(int format) {
    Section section;
    section.state_ = std::make_shared<Section::State>();
    section.state_->file = file_;
    if (!file_->readable) return section;
    section.state_->table = &file_->root;
    const std::size_t before = file_->diagnostics.size();
    const double found = section.number("format");
    if (file_->diagnostics.size() == before && found != format)
        section.error("format", "This file has format " + shortest(found) + ", but this program reads format " +
                                    std::to_string(format) + ".", {});
    return section;
}

bool TomlReader::readable() const { return file_->readable; }

std::vector<base::Diagnostic>& TomlReader::diagnostics() { return file_->diagnostics; }

} // namespace files
