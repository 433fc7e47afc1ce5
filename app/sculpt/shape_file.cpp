#include "sculpt/shape_file.h"

#include "sculpt/fascicle_file.h"
#include "sculpt/hand_file.h"
#include "sculpt/shape_parts.h"

#include <algorithm>
#include <optional>

namespace sculpt {
namespace {

using files::Section;

/// Expands [structure.hand], if there is one, with the [hand] of the same file.
void read_hand(Section& structure, const std::optional<HandModel>& hand, Shape& shape) {
    std::optional<Section> table = structure.table_or_none("hand");
    if (!table) return;
    const HandPose pose = read_hand_pose(*table);
    if (!hand)
        structure.error("hand", "A pose needs the table [hand] in the same file.");
    else if (!hand->parts.empty())
        add_hand(*hand, pose, shape);
    if (hand) shape.written += hand->written;
}

Shape read_structure(Section& structure, anatomy::Kind usual, const std::optional<HandModel>& hand) {
    Shape shape;
    shape.id = structure.text("id");
    shape.written = structure.written();
    shape.kind =
        static_cast<anatomy::Kind>(structure.one_of_or("kind", anatomy::k_kind_names, static_cast<int>(usual)));
    shape.mirror_of = structure.text_or("mirror_of", "");
    if (shape.mirror_of.empty()) {
        shape.voxel = static_cast<float>(structure.number("voxel_mm", {0.3, 100.0}));
        shape.triangles = static_cast<int>(structure.number("triangles", {50, 200000}));
    }
    shape.colour = usual_colour(shape.kind);
    shape.fascicles = read_fascicles(structure);
    shape.hull = read_hull(structure);
    shape.loans = read_loans(structure);
    shape.carry = read_carry(structure);
    shape.paint = read_paint(structure);
    shape.firm = structure.flag_or("firm", shape.kind == anatomy::Kind::bone || shape.kind == anatomy::Kind::tendon ||
                                               shape.kind == anatomy::Kind::fascia);
    structure.text_or("note", "");
    structure.text_or("source", "");
    shape.steps = read_steps(structure);
    read_hand(structure, hand, shape);
    if (!shape.mirror_of.empty() && structure.has("shape"))
        structure.error("mirror_of", "A mirror image has no shapes of its own.", "remove the shapes or mirror_of");
    const bool borrows = !shape.hull.over.empty() || !shape.loans.empty();
    if (shape.mirror_of.empty() && !borrows && !structure.has("shape") && !structure.has("hand"))
        structure.error(
            "shape",
            "A structure needs at least one [[structure.shape]], a hand, a hull, a borrowed form, or mirror_of.");
    if (!shape.steps.empty() && !borrows) shape.program = Program(shape.steps);
    const int passes = static_cast<int>(structure.number_or("smooth_passes", 0, {0, 20}));
    if (passes > 0 && !shape.program.empty()) shape.program = shape.program.worn(shape.voxel, passes);
    structure.finish();
    return shape;
}

base::Loaded<std::vector<Shape>> read(files::TomlReader reader, anatomy::Kind usual) {
    std::vector<Shape> shapes;
    if (reader.readable()) {
        Section root = reader.root();
        root.text_or("source", "");
        root.text_or("note", "");
        std::optional<HandModel> hand;
        if (std::optional<Section> table = root.table_or_none("hand")) hand = read_hand_model(*table);
        for (Section& structure : root.tables("structure")) shapes.push_back(read_structure(structure, usual, hand));
        root.finish();
    }
    base::Loaded<std::vector<Shape>> loaded;
    loaded.diagnostics = reader.diagnostics();
    if (!base::has_error(loaded.diagnostics)) loaded.value = std::move(shapes);
    return loaded;
}

} // namespace

glm::vec3 usual_colour(anatomy::Kind kind) {
    switch (kind) {
    case anatomy::Kind::bone: return {0.79f, 0.70f, 0.55f};
    case anatomy::Kind::muscle: return {0.26f, 0.058f, 0.043f};
    case anatomy::Kind::tendon: return {0.76f, 0.71f, 0.62f};
    case anatomy::Kind::fascia: return {0.70f, 0.66f, 0.58f};
    case anatomy::Kind::nerve: return {0.80f, 0.62f, 0.10f};
    case anatomy::Kind::vessel: return {0.55f, 0.03f, 0.03f};
    case anatomy::Kind::skin:
    case anatomy::Kind::hand: return {0.68f, 0.42f, 0.31f};
    case anatomy::Kind::person: return {0.66f, 0.43f, 0.33f};
    default: return {0.45f, 0.48f, 0.50f};
    }
}

void colour_as_in(const anatomy::Atlas& atlas, std::vector<Shape>& shapes) {
    for (Shape& shape : shapes)
        if (const auto found = atlas.find_structure(shape.id))
            shape.colour = atlas.structures[static_cast<std::size_t>(*found)].colour;
}

base::Loaded<std::vector<Shape>> load_shapes(const std::filesystem::path& file, anatomy::Kind usual) {
    return read(files::TomlReader(file), usual);
}

base::Loaded<std::vector<Shape>> shapes_from_text(std::string_view text, const std::string& name, anatomy::Kind usual) {
    return read(files::TomlReader::from_text(text, name), usual);
}

} // namespace sculpt
