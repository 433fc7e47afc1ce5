// Pictures and atomic writing.
#include "files/bytes.h"
#include "files/load.h"
#include "samples.h"

#include "base/failure.h"

namespace {

using samples::Folder;

TEST(Atomic, ReplacesTheOldContentAndLeavesNothingBeside) {
    const Folder folder;
    const auto file = folder.file("a.txt", "old and longer");
    const std::string text = "new";
    files::write_atomically(file, std::as_bytes(std::span(text)));
    const auto bytes = files::read_bytes(file, 100);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()), "new");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Atomic, FolderThatIsNotThereIsNamed) {
    try {
        files::write_atomically("/nowhere/a.txt", {});
        FAIL() << "nothing was thrown";
    } catch (const base::Failure& failure) {
        EXPECT_STREQ(failure.what(), "Cannot write /nowhere/a.txt: No such file or directory.");
    }
}

TEST(Atomic, FailedRenameLeavesNothingBeside) {
    const Folder folder;
    std::filesystem::create_directories(folder.path() / "taken/inside");
    EXPECT_THROW(files::write_atomically(folder.path() / "taken", {}), base::Failure);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Checksum, IsTheOnePublished) {
    const std::string text = "foobar";
    EXPECT_EQ(files::checksum({}), 0xcbf29ce484222325u);
    EXPECT_EQ(files::checksum(std::as_bytes(std::span(text))), 0x85944171f73967e8u); // test vector of the draft
}

TEST(Png, RoundTripGivesTheSamePixels) {
    const Folder folder;
    files::Image image{3, 2, {}};
    for (std::size_t i = 0; i < 24; ++i) image.rgba.push_back(static_cast<std::uint8_t>(i * 10));
    files::write_png(image, folder.path() / "a.png");
    const auto loaded = files::read_png(folder.path() / "a.png");
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value->width, 3);
    EXPECT_EQ(loaded.value->height, 2);
    EXPECT_EQ(loaded.value->rgba, image.rgba);
}

TEST(Png, MissingPictureIsOneClearSentence) {
    const auto loaded = files::read_png("/nowhere/a.png");
    EXPECT_FALSE(loaded);
    EXPECT_EQ(base::to_string(loaded.diagnostics.at(0)), "/nowhere/a.png: error: The picture cannot be opened.");
}

TEST(Png, GarbageIsNoPicture) {
    const Folder folder;
    const auto loaded = files::read_png(folder.file("a.png", "this is no picture"));
    EXPECT_FALSE(loaded);
    EXPECT_EQ(loaded.diagnostics.at(0).message, "This is not a picture.");
}

TEST(Png, TruncatedPictureIsDamaged) {
    const Folder folder;
    files::Image image{64, 64, std::vector<std::uint8_t>(64 * 64 * 4, 77)};
    for (std::size_t i = 0; i < image.rgba.size(); ++i) image.rgba[i] = static_cast<std::uint8_t>(i * i % 251);
    files::write_png(image, folder.path() / "a.png");
    std::filesystem::resize_file(folder.path() / "a.png", 200);
    const auto loaded = files::read_png(folder.path() / "a.png");
    EXPECT_FALSE(loaded);
    EXPECT_TRUE(loaded.diagnostics.at(0).message.starts_with("The picture is damaged: "));
}

} // namespace
