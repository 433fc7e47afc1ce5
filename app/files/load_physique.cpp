#include "files/atlas_parts.h"
#include "files/load.h"
#include "files/references.h"

#include <algorithm>
#include <utility>

namespace files {

namespace {

using anatomy::Measure;

constexpr std::array<std::string_view, 4> k_sides = {"front", "outer", "back", "inner"};

/// One table a measure: what it is in millimetres, and who says so.
void read_measure(Section& root, Measure measure, const anatomy::Atlas& atlas, anatomy::Measures& measures) {
    Section section = root.table(anatomy::k_measure_names[static_cast<std::size_t>(measure)]);
    measures[measure] = section.number("mm", {1.0, 2500.0}) * 0.001;
    read_source_ids(section, atlas, true);
    section.text_or("note", "");
    section.finish();
}

void read_share(Section section, std::array<double, 4>& share) {
    for (std::size_t i = 0; i < share.size(); ++i) share[i] = section.number(k_sides[i], {0.0, 1.0});
    if (std::ranges::max(share) < 1.0) section.error("front", "The greatest of the four shares must be 1.");
    section.finish();
}

void read_station(Section& section, anatomy::DrawnBody& drawn) {
    constexpr std::span<const std::string_view> all(anatomy::k_measure_names);
    const auto girths = all.subspan(static_cast<std::size_t>(Measure::buttock_girth));
    anatomy::GirthStation station;
    const int girth = section.one_of("girth", girths) + static_cast<int>(Measure::buttock_girth);
    station.girth = static_cast<Measure>(girth);
    station.height = section.number("height_mm", {0.0, 2000.0}) * 0.001;
    station.both_sides = station.girth == Measure::buttock_girth;
    read_share(section.table("fat_share"), station.share);
    if (!drawn.stations.empty() && station.height <= drawn.stations.back().height)
        section.error("height_mm", "Each station must be higher than the one before.");
    section.text_or("note", "");
    section.finish();
    drawn.stations.push_back(station);
}

} // namespace

void read_drawn_body(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    for (int i = 0; i < anatomy::k_drawn_measure_count; ++i)
        read_measure(root, static_cast<Measure>(i), atlas, atlas.drawn.measures);
    for (Section& station : root.tables("station")) read_station(station, atlas.drawn);
    root.finish();
}

base::Loaded<anatomy::Physique> load_physique(const std::filesystem::path& file, const anatomy::Atlas& atlas) {
    TomlReader reader(file);
    Section root = reader.root();
    anatomy::Physique physique;
    physique.id = file.stem().string();
    physique.name = root.text("name");
    for (int i = 0; i < anatomy::k_measure_count; ++i)
        read_measure(root, static_cast<Measure>(i), atlas, physique.measures);
    root.finish();
    base::Loaded<anatomy::Physique> loaded;
    loaded.diagnostics = std::move(reader.diagnostics());
    std::ranges::stable_sort(loaded.diagnostics, {}, &base::Diagnostic::line);
    if (!base::has_error(loaded.diagnostics)) loaded.value = std::move(physique);
    return loaded;
}

} // namespace files
