// History by itself.
#include "document/document.h"

#include <gtest/gtest.h>

namespace {

using document::History;
using document::View;

View hiding(int structure) {
    View view;
    view.options.hidden.insert(structure);
    return view;
}

TEST(History, AnEmptyOneChangesNothing) {
    History history;
    View view = hiding(3);
    history.undo(view);
    history.redo(view);
    EXPECT_EQ(view, hiding(3));
    EXPECT_EQ(history.undo_name(), "");
}

TEST(History, ANewChangeForgetsWhatWasUndone) {
    History history;
    View view = hiding(1);
    history.commit(View{}, "hide 1");
    history.undo(view);
    EXPECT_TRUE(history.can_redo());
    EXPECT_EQ(history.redo_name(), "hide 1");
    history.commit(view, "hide 2");
    EXPECT_FALSE(history.can_redo());
    EXPECT_EQ(history.undo_name(), "hide 2");
}

TEST(History, KeepsNoMoreThanItsLimit) {
    History history;
    for (std::size_t i = 0; i < History::k_most + 50; ++i) history.commit(hiding(static_cast<int>(i)), "hide");
    View view;
    std::size_t undone = 0;
    for (; history.can_undo(); ++undone) history.undo(view);
    EXPECT_EQ(undone, History::k_most);
    EXPECT_EQ(view, hiding(50)); // the oldest that is left
}

} // namespace
