#pragma once
// Inside of the TOML reader: a file's text and complaints, and one table with what has been asked of it.

#include "files/toml_reader.h"

#include <set>
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

    std::string full_key(std::string_view key) const;
    /// Line of the key, or of its table when the key is missing; 0 for a key missing at the top.
    int line_of(std::string_view key) const;
    void note(std::string_view key, std::string message, std::string suggestion) const;

    const toml::node* node(std::string_view key);
    /// The node, or an error that `what` is missing.
    const toml::node* required(std::string_view key, std::string_view what);

    /// Checks of a node that is there; what is wrong is noted and something harmless returned.
    void wrong_type(std::string_view key, const toml::node& found, std::string_view wanted) const;
    double checked(std::string_view key, const toml::node& found, Bounds bounds) const;
    std::vector<double> list(std::string_view key, const toml::node& found) const;
    std::vector<std::vector<double>> table_of_numbers(std::string_view key, const toml::node& found, int columns) const;
    int word(std::string_view key, const toml::node& found, std::span<const std::string_view> words) const;
};

/// What a node is, as a phrase: "a number", "a list of tables".
std::string_view type_name(const toml::node& node);
/// The shortest decimal for messages.
std::string shortest(double value);

} // namespace files
