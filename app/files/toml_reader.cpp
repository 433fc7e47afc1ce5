#include "files/toml_reader.h"

#include "files/toml_state.h"

#include <fstream>
#include <sstream>

namespace files {

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
    file_->diagnostics.push_back({base::Severity::error,
                                  file_->name,
                                  0,
                                  {},
                                  "The file cannot be opened.",
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
        reader.file_->diagnostics.push_back({base::Severity::error,
                                             reader.file_->name,
                                             static_cast<int>(wrong.source().begin.line),
                                             {},
                                             "This is not valid TOML: " + std::string(wrong.description()) + ".",
                                             {}});
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
        section.error("format",
                      "This file has format " + shortest(found) + ", but this program reads format " +
                          std::to_string(format) + ".",
                      {});
    return section;
}

bool TomlReader::readable() const { return file_->readable; }

std::vector<base::Diagnostic>& TomlReader::diagnostics() { return file_->diagnostics; }

} // namespace files
