// The reader of every file: what is wrong is said with its line, its key, the rule and the nearest known word.
#include "files/toml_reader.h"

#include <gtest/gtest.h>

namespace {

using files::Section;
using files::TomlReader;

/// Reads `text` with `read` and gives the printed diagnostics, one a line.
template <class Read>
std::string complaints(std::string_view text, Read&& read) {
    TomlReader reader = TomlReader::from_text(text, "a.toml");
    Section root = reader.root();
    read(root);
    root.finish();
    std::string all;
    for (const base::Diagnostic& d : reader.diagnostics()) all += base::to_string(d) + "\n";
    return all;
}

const auto nothing = [](Section&) {};

TEST(Toml, ReadsEveryKindOfValue) {
    TomlReader reader = TomlReader::from_text(R"(
format = 1
name = "long head"
count = 3
shown = true
words = ["a", "b"]
values = [1, 2.5]
table = [[1, 2], [3, 4]]
at_mm = [1, 2, 3]
kind = "two"
[inner]
x = 4
[[list]]
x = 5
[[list]]
x = 6
)",
                                              "a.toml");
    Section root = reader.root();
    EXPECT_EQ(root.text("name"), "long head");
    EXPECT_EQ(root.number("count", {0, 3}), 3.0);
    EXPECT_TRUE(root.flag_or("shown", false));
    EXPECT_EQ(root.texts_or_none("words"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(root.numbers("values"), (std::vector<double>{1.0, 2.5}));
    EXPECT_EQ(root.rows("table", 2), (std::vector<std::vector<double>>{{1, 2}, {3, 4}}));
    EXPECT_EQ(root.vector("at_mm", 0.5), glm::dvec3(0.5, 1.0, 1.5));
    constexpr std::array<std::string_view, 2> k_words = {"one", "two"};
    EXPECT_EQ(root.one_of("kind", k_words), 1);
    EXPECT_EQ(root.table("inner").number("x"), 4.0);
    std::vector<Section> list = root.tables("list");
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[1].number("x"), 6.0);
    root.finish();
    EXPECT_TRUE(reader.diagnostics().empty());
}

TEST(Toml, AbsentOptionalKeysGiveTheDefault) {
    TomlReader reader = TomlReader::from_text("format = 1", "a.toml");
    Section root = reader.root();
    EXPECT_EQ(root.text_or("a", "x"), "x");
    EXPECT_EQ(root.number_or("b", 7.0), 7.0);
    EXPECT_TRUE(root.flag_or("c", true));
    EXPECT_TRUE(root.texts_or_none("d").empty());
    EXPECT_TRUE(root.numbers_or_none("e").empty());
    EXPECT_TRUE(root.rows_or_none("f", 2).empty());
    EXPECT_EQ(root.vector_or("g", {1, 2, 3}), glm::dvec3(1, 2, 3));
    EXPECT_FALSE(root.table_or_none("h"));
    EXPECT_TRUE(root.tables("i").empty());
    EXPECT_TRUE(reader.diagnostics().empty());
}

TEST(Toml, MissingFileIsSaid) {
    TomlReader reader("/nowhere/a.toml");
    EXPECT_FALSE(reader.readable());
    EXPECT_EQ(base::to_string(reader.diagnostics().at(0)),
              "/nowhere/a.toml: error: The file cannot be opened. (check that it exists and that you may read it)");
    reader.root().text("anything");
    EXPECT_EQ(reader.diagnostics().size(), 1u);
}

TEST(Toml, SyntaxErrorNamesTheLine) {
    TomlReader reader = TomlReader::from_text("format = 1\nname = \n", "a.toml");
    ASSERT_EQ(reader.diagnostics().size(), 1u);
    EXPECT_EQ(reader.diagnostics()[0].line, 2);
    EXPECT_TRUE(reader.diagnostics()[0].message.starts_with("This is not valid TOML: "));
}

TEST(Toml, OtherFormatIsRefused) {
    EXPECT_EQ(complaints("format = 2", nothing),
              "a.toml:1: error: format: This file has format 2, but this program reads format 1.\n");
}

TEST(Toml, MissingFormatIsSaid) {
    EXPECT_EQ(complaints("", nothing), "a.toml: error: format: This key is missing; it must be a number.\n");
}

TEST(Toml, UnknownKeySuggestsTheNearestOneAskedFor) {
    EXPECT_EQ(complaints("format = 1\n\nduratoin_s = 4\n", [](Section& root) { root.number_or("duration_s", 1.0); }),
              "a.toml:3: error: duratoin_s: This key is not known here. (did you mean 'duration_s'?)\n");
}

TEST(Toml, KeyInsideAListOfTablesIsNumberedFromOne) {
    EXPECT_EQ(complaints("format = 1\n[[step]]\n[[step]]\nx = 1\n",
                         [](Section& root) {
                             for (Section& step : root.tables("step")) step.finish();
                         }),
              "a.toml:4: error: step[2].x: This key is not known here.\n");
}

TEST(Toml, MissingKeyNamesTheLineOfItsTable) {
    EXPECT_EQ(complaints("format = 1\n[lock]\n", [](Section& root) { root.table("lock").text("muscle"); }),
              "a.toml:2: error: lock.muscle: This key is missing; it must be text.\n");
}

TEST(Toml, MissingTableIsSaidOnceAndNotForEachOfItsKeys) {
    EXPECT_EQ(complaints("format = 1",
                         [](Section& root) {
                             Section lock = root.table("lock");
                             lock.text("muscle");
                             lock.number("position");
                             lock.error("position", "anything");
                             lock.finish();
                         }),
              "a.toml: error: lock: This key is missing; it must be a table.\n");
}

TEST(Toml, WrongTypesAreNamed) {
    EXPECT_EQ(complaints("format = 1\na = 1", [](Section& r) { r.text("a"); }),
              "a.toml:2: error: a: This must be text, but it is a number.\n");
    EXPECT_EQ(complaints("format = 1\na = 'x'", [](Section& r) { r.number("a"); }),
              "a.toml:2: error: a: This must be a number, but it is text.\n");
    EXPECT_EQ(complaints("format = 1\na = 'x'", [](Section& r) { r.flag_or("a", true); }),
              "a.toml:2: error: a: This must be true or false, but it is text.\n");
    EXPECT_EQ(complaints("format = 1\na = 1979-05-27", [](Section& r) { r.numbers("a"); }),
              "a.toml:2: error: a: This must be a list of numbers, but it is a date or time.\n");
    EXPECT_EQ(complaints("format = 1\na = true", [](Section& r) { r.texts_or_none("a"); }),
              "a.toml:2: error: a: This must be a list of texts, but it is true or false.\n");
    EXPECT_EQ(complaints("format = 1\na = 1", [](Section& r) { r.table("a"); }),
              "a.toml:2: error: a: This must be a table, but it is a number.\n");
    EXPECT_EQ(complaints("format = 1\n[a]", [](Section& r) { r.tables("a"); }),
              "a.toml:2: error: a: This must be a list of tables, but it is a table. (write [[a]])\n");
    EXPECT_EQ(complaints("format = 1\na = [1, 'x']", [](Section& r) { r.numbers("a"); }),
              "a.toml:2: error: a: This list must hold only numbers, but it holds text.\n");
    EXPECT_EQ(complaints("format = 1\na = ['x', 1]", [](Section& r) { r.texts_or_none("a"); }),
              "a.toml:2: error: a: This list must hold only texts, but it holds a number.\n");
    EXPECT_EQ(complaints("format = 1\na = 1", [](Section& r) { r.rows("a", 2); }),
              "a.toml:2: error: a: This must be a list of rows, but it is a number.\n");
}

TEST(Toml, EmptyTextIsRefused) {
    EXPECT_EQ(complaints("format = 1\na = '  '", [](Section& r) { r.text("a"); }),
              "a.toml:2: error: a: This text is empty.\n");
}

TEST(Toml, NumberOutsideItsRangeNamesTheRange) {
    EXPECT_EQ(complaints("format = 1\na = 200",
                         [](Section& r) {
                             r.number("a", {-10, 140});
                         }),
              "a.toml:2: error: a: The value 200 is not allowed; it must be from -10 to 140.\n");
    EXPECT_EQ(complaints("format = 1\na = -1", [](Section& r) { r.number("a", {.low = 0}); }),
              "a.toml:2: error: a: The value -1 is not allowed; it must be at least 0.\n");
    EXPECT_EQ(complaints("format = 1\na = 2", [](Section& r) { r.number("a", {.high = 1}); }),
              "a.toml:2: error: a: The value 2 is not allowed; it must be at most 1.\n");
    EXPECT_EQ(complaints("format = 1\na = nan", [](Section& r) { r.number("a"); }),
              "a.toml:2: error: a: The value nan is not allowed; it must be a finite number.\n");
    EXPECT_EQ(complaints("format = 1\na = [1, inf]", [](Section& r) { r.numbers("a"); }),
              "a.toml:2: error: a: The value inf is not allowed; it must be a finite number.\n");
}

TEST(Toml, RefusedNumberIsReplacedByTheNearestAllowed) {
    TomlReader reader = TomlReader::from_text("format = 1\na = 200", "a.toml");
    Section root = reader.root();
    EXPECT_EQ(root.number("a", {10, 140}), 140.0);
}

TEST(Toml, UnknownWordNamesTheAllowedOnes) {
    constexpr std::array<std::string_view, 2> k_words = {"muscle", "tendon"};
    EXPECT_EQ(complaints("format = 1\na = 'muscel'", [&](Section& r) { r.one_of("a", k_words); }),
              "a.toml:2: error: a: 'muscel' is not known here; allowed: muscle, tendon. (did you mean 'muscle'?)\n");
}

TEST(Toml, ListsOfTheWrongLengthAreCounted) {
    EXPECT_EQ(complaints("format = 1\na = [1, 2]", [](Section& r) { r.vector("a"); }),
              "a.toml:2: error: a: This must be 3 numbers, but it has 2.\n");
    EXPECT_EQ(complaints("format = 1\na = [[1, 2], [3]]", [](Section& r) { r.rows("a", 2); }),
              "a.toml:2: error: a: Row 2 must have 2 numbers, but it has 1.\n");
}

TEST(Toml, EverythingWrongIsSaidAtOnce) {
    TomlReader reader = TomlReader::from_text("format = 1\na = 'x'\nb = 9\nd = 1", "a.toml");
    Section root = reader.root();
    root.number("a");
    root.number("b", {0, 1});
    root.text("c");
    root.finish();
    EXPECT_EQ(reader.diagnostics().size(), 4u);
}

TEST(Toml, BottomlessNestingIsRefused) {
    TomlReader reader = TomlReader::from_text("a = " + std::string(100000, '['), "a.toml");
    EXPECT_FALSE(reader.readable());
}

} // namespace
