#include "base/nearest_word.h"
#include "files/toml_state.h"

#include <algorithm>
#include <sstream>

namespace files {

std::string Section::text(std::string_view key) {
    const toml::node* found = state_->required(key, "text");
    if (!found) return {};
    std::string value = found->value<std::string>().value_or("");
    if (!found->is_string())
        state_->wrong_type(key, *found, "text");
    else if (value.find_first_not_of(" \t\r\n") == std::string::npos)
        state_->note(key, "This text is empty.", {});
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

std::string Section::written() const {
    std::ostringstream text;
    if (state_->table) text << *state_->table;
    return text.str();
}

void Section::error(std::string_view key, std::string message, std::string suggestion) {
    state_->note(key, std::move(message), std::move(suggestion));
}

void Section::finish() {
    const std::vector<std::string> known(state_->asked.begin(), state_->asked.end());
    for (const std::string& key : keys())
        if (!state_->asked.contains(key))
            state_->note(key, "This key is not known here.", base::did_you_mean(key, known));
}

} // namespace files
