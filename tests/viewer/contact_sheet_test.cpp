#include "viewer/contact_sheet.h"

#include <gtest/gtest.h>

namespace {

files::Image filled(int width, int height, std::uint8_t value) {
    files::Image image{width, height, {}};
    image.rgba.assign(static_cast<std::size_t>(width * height) * 4, value);
    return image;
}

std::uint8_t red(const files::Image& image, int x, int y) {
    return image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
}

} // namespace

TEST(ContactSheet, PutsTilesRowByRowWithGaps) {
    const auto sheet = viewer::contact_sheet({filled(4, 2, 10), filled(4, 2, 20), filled(4, 2, 30)}, 2, 1);
    EXPECT_EQ(sheet.width, 2 * 5 + 1);
    EXPECT_EQ(sheet.height, 2 * 3 + 1);
    EXPECT_EQ(red(sheet, 0, 0), 255);
    EXPECT_EQ(red(sheet, 1, 1), 10);
    EXPECT_EQ(red(sheet, 6, 2), 20);
    EXPECT_EQ(red(sheet, 1, 4), 30);
    EXPECT_EQ(red(sheet, 6, 4), 255) << "no fourth tile: white";
}

TEST(ContactSheet, ColumnsMakeASheetOfScreenShape) {
    EXPECT_EQ(viewer::sheet_columns(1, 640, 360), 1);
    EXPECT_EQ(viewer::sheet_columns(16, 640, 360), 4);
    EXPECT_EQ(viewer::sheet_columns(9, 640, 360), 3);
}
