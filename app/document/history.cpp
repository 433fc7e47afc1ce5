#include "document/document.h"

#include <utility>

namespace document {

void History::commit(const View& before, std::string name) {
    undo_.push_back({before, std::move(name)});
    if (undo_.size() > k_most) undo_.erase(undo_.begin());
    redo_.clear();
}

std::string History::undo_name() const { return undo_.empty() ? std::string() : undo_.back().name; }

std::string History::redo_name() const { return redo_.empty() ? std::string() : redo_.back().name; }

void History::undo(View& view) { swap_in(undo_, redo_, view); }

void History::redo(View& view) { swap_in(redo_, undo_, view); }

// Camera, pointing and look stay as they are: nobody wants to lose the viewpoint because a layer came back.
void History::swap_in(std::vector<Entry>& from, std::vector<Entry>& to, View& view) {
    if (from.empty()) return;
    Entry entry = std::move(from.back());
    from.pop_back();
    to.push_back({view, entry.name});
    entry.view.options.camera = view.options.camera;
    entry.view.options.selected = view.options.selected;
    entry.view.options.hovered = view.options.hovered;
    entry.view.options.landmark = view.options.landmark;
    entry.view.options.look = view.options.look;
    view = std::move(entry.view);
}

} // namespace document
