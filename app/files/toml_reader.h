#pragma once
// TomlReader: a checked view of one TOML file. Every read names its key, range and default; what was never asked for
// is an error with the nearest known key. Used by every reader of the project, so all files complain alike.

#include "base/diagnostics.h"

#include <filesystem>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace files {

/// Inclusive bounds of a number, in the file's unit.
struct Bounds {
    double low = -1e12, high = 1e12;
};

/// One table. Missing required keys and wrong types are noted as errors and a harmless value is returned, so that
/// reading goes on and everything wrong is reported at once.
class Section {
public:
    std::string text(std::string_view key); ///< required, not empty
    std::string text_or(std::string_view key, std::string_view otherwise);
    double number(std::string_view key, Bounds bounds = {});
    double number_or(std::string_view key, double otherwise, Bounds bounds = {});
    bool flag_or(std::string_view key, bool otherwise);
    std::vector<std::string> texts_or_none(std::string_view key);
    std::vector<double> numbers(std::string_view key); ///< required array of numbers
    std::vector<double> numbers_or_none(std::string_view key);
    /// Array of arrays of numbers, each `columns` long (0: any length).
    std::vector<std::vector<double>> rows(std::string_view key, int columns);
    std::vector<std::vector<double>> rows_or_none(std::string_view key, int columns);
    glm::dvec3 vector(std::string_view key, double scale = 1.0); ///< [x, y, z] times scale
    glm::dvec3 vector_or(std::string_view key, const glm::dvec3& otherwise, double scale = 1.0);
    /// Index into `words`; an unknown word is an error with "did you mean".
    int one_of(std::string_view key, std::span<const std::string_view> words);
    int one_of_or(std::string_view key, std::span<const std::string_view> words, int otherwise);
    Section table(std::string_view key); ///< required
    std::optional<Section> table_or_none(std::string_view key);
    std::vector<Section> tables(std::string_view key); ///< array of tables; empty if absent
    bool has(std::string_view key) const;
    std::vector<std::string> keys() const;
    /// The whole table as TOML, without comments; equal texts are equal tables.
    std::string written() const;

    /// Notes an error about a key of this table (line filled in).
    void error(std::string_view key, std::string message, std::string suggestion = {});
    /// Notes an error for each key that was never asked for. Call after the last read of the table.
    void finish();

private:
    friend class TomlReader;
    struct State;
    std::shared_ptr<State> state_;
};

class TomlReader {
public:
    /// Reads and parses; a missing file or a syntax error becomes a diagnostic and root() is then empty.
    explicit TomlReader(const std::filesystem::path& file);
    static TomlReader from_text(std::string_view text, std::string name);
    /// Checks the required key `format` against the only version this program knows.
    Section root(int format = 1);
    bool readable() const;
    std::vector<base::Diagnostic>& diagnostics();

private:
    friend class Section;
    TomlReader() = default;
    struct File;
    std::shared_ptr<File> file_;
};

} // namespace files
