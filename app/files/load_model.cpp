#include "base/failure.h"
#include "files/bytes.h"
#include "files/import.h"
#include "files/load.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace files {

namespace {

constexpr std::uintmax_t k_largest_cache = std::uintmax_t{2} << 30;

base::Loaded<mesh::Model> refused(const std::filesystem::path& file, std::string why, std::string suggestion = {}) {
    return {std::nullopt, {{base::Severity::error, file.string(), 0, {}, std::move(why), std::move(suggestion)}}};
}

std::string sentence(const ChildResult& child, const ImportLimits& limits) {
    switch (child.ending) {
    case Ending::failed_to_start: return "The model cannot be read: the importing process did not start.";
    case Ending::too_slow:
        return "Reading the model took longer than " + std::to_string(std::lround(limits.child.time.count())) +
               " s and was stopped.";
    case Ending::too_much: return "The model is too large when unpacked.";
    case Ending::finished:
        if (child.code == k_import_refused)
            return std::string(reinterpret_cast<const char*>(child.output.data()), child.output.size());
        [[fallthrough]];
    case Ending::crashed: break;
    }
    return "The model is damaged: reading it failed.";
}

/// A stranger's model that is not closed can still be looked at; numbers that are none cannot.
void check(const std::filesystem::path& file, base::Loaded<mesh::Model>& loaded) {
    for (const mesh::Mesh& mesh : loaded.value->meshes) {
        const bool usable = mesh::finite(mesh);
        for (std::string& defect : mesh::defects(mesh))
            loaded.diagnostics.push_back({usable ? base::Severity::warning : base::Severity::error,
                                          file.string(),
                                          0,
                                          mesh.id,
                                          std::move(defect),
                                          {}});
    }
    if (base::has_error(loaded.diagnostics)) loaded.value.reset();
}

std::string hex(std::uint64_t hash) {
    char digits[8];
    std::fill(std::begin(digits), std::end(digits), '0');
    const auto low = static_cast<std::uint32_t>(hash ^ (hash >> 32));
    char text[8];
    const char* end = std::to_chars(text, text + sizeof text, low, 16).ptr;
    std::copy(static_cast<const char*>(text), end, std::end(digits) - (end - text));
    return std::string(digits, sizeof digits);
}

/// "<name>-<where it is><what it was when read>.mesh"; the part before the second hash finds older ones.
struct CacheName {
    std::string place, whole;
};

CacheName cache_name(const std::filesystem::path& file) {
    std::error_code failed;
    const std::string place = std::filesystem::weakly_canonical(file, failed).string();
    std::vector<std::byte> stamp;
    append_value(stamp, k_cache_version);
    append_value(stamp, std::filesystem::file_size(file, failed));
    append_value(stamp, std::filesystem::last_write_time(file, failed).time_since_epoch().count());
    const std::string prefix = file.stem().string() + "-" + hex(checksum(std::as_bytes(std::span(place))));
    return {prefix, prefix + hex(checksum(stamp)) + ".mesh"};
}

/// A cache that cannot be written costs time at the next start and nothing else.
void write_cache(const mesh::Model& model, const std::filesystem::path& folder, const CacheName& name) {
    try {
        std::filesystem::create_directories(folder);
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string other = entry.path().filename().string();
            if (other.starts_with(name.place) && other.ends_with(".mesh")) std::filesystem::remove(entry.path());
        }
        write_atomically(folder / name.whole, to_cache(model));
    } catch (const base::Failure&) {
    } catch (const std::filesystem::filesystem_error&) {
    }
}

} // namespace

base::Loaded<mesh::Model> import_model(const std::filesystem::path& file, const ImportLimits& limits) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        return refused(file, "The model cannot be opened.", "check that it exists and that you may read it");
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (size == 0) return refused(file, "The model is empty.");
    if (size > limits.file_bytes)
        return refused(file, "The model is larger than " + std::to_string(limits.file_bytes >> 20) + " MiB.");
    if (is_child()) return refused(file, "The model cannot be read: this program does not answer as an importer.");
    const ChildResult child = run_self(k_import_child, file.string(), limits.child);
    base::Loaded<mesh::Model> loaded;
    if (child.ending == Ending::finished && child.code == 0) loaded.value = from_cache(child.output);
    if (!loaded.value) return refused(file, sentence(child, limits));
    check(file, loaded);
    return loaded;
}

base::Loaded<mesh::Model> import_model(const std::filesystem::path& file) { return import_model(file, ImportLimits{}); }

std::filesystem::path level_file(const std::filesystem::path& full, mesh::Detail detail) {
    if (detail == mesh::Detail::full) return full;
    std::filesystem::path name = full.stem();
    name += "_";
    name += mesh::k_detail_names[static_cast<std::size_t>(detail)];
    name += full.extension();
    return full.parent_path() / name;
}

base::Loaded<mesh::Model> load_model(const std::filesystem::path& file, const std::filesystem::path& cache_folder) {
    const CacheName name = cache_name(file);
    if (const std::optional<std::vector<std::byte>> bytes = read_bytes(cache_folder / name.whole, k_largest_cache))
        if (std::optional<mesh::Model> model = from_cache(*bytes)) return {std::move(model), {}};
    base::Loaded<mesh::Model> loaded = import_model(file);
    if (loaded) write_cache(*loaded.value, cache_folder, name);
    return loaded;
}

} // namespace files
