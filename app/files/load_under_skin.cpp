// under_skin.toml: what soft tissue release is said to do inside the tissue, and how well it is known.

#include "files/atlas_parts.h"

#include <set>

namespace files {

namespace {

void read_effect(Section& section, const anatomy::Atlas& atlas, std::set<int>& seen, anatomy::UnderSkin& skin) {
    anatomy::Effect effect;
    const int kind = section.one_of("kind", anatomy::k_effect_names);
    if (!seen.insert(kind).second) section.error("kind", "Each kind of effect must be given once.");
    effect.kind = static_cast<anatomy::EffectKind>(kind);
    effect.name = section.text("name");
    effect.change = section.text("change");
    effect.claim = section.text("claim");
    effect.known = section.text("known");
    effect.doubt = section.text("doubt");
    effect.evidence = static_cast<anatomy::Evidence>(section.one_of("evidence", anatomy::k_evidence_names));
    effect.sources = read_source_ids(section, atlas, true);
    section.finish();
    skin.effects[static_cast<std::size_t>(kind)] = std::move(effect);
}

} // namespace

void read_under_skin(TomlReader& reader, anatomy::Atlas& atlas) {
    Section root = reader.root();
    anatomy::UnderSkin& skin = atlas.under_skin;
    skin.note = root.text("note");
    skin.sources = read_source_ids(root, atlas, true);
    std::set<int> seen;
    for (Section& section : root.tables("effect")) read_effect(section, atlas, seen, skin);
    if (seen.size() != skin.effects.size())
        root.error("effect",
                   "The file must list each of the " + std::to_string(skin.effects.size()) + " kinds of [[effect]].");
    root.finish();
}

} // namespace files
