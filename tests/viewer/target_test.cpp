#include "viewer/target.h"

#include "viewer/command_line.h"

#include <gtest/gtest.h>

using viewer::parse_numbered;
using viewer::Target;
using viewer::target_of;

TEST(Target, IsKnownByTheName) {
    EXPECT_EQ(target_of("a/b.png"), Target::picture);
    EXPECT_EQ(target_of("a/b_%05d.png"), Target::pictures);
    EXPECT_EQ(target_of("100%/b.png"), Target::picture) << "only the file's own name is numbered";
    EXPECT_EQ(target_of("b.mp4"), Target::mp4);
    EXPECT_EQ(target_of("b.webm"), Target::webm);
    EXPECT_EQ(target_of("b.gif"), Target::gif);
    EXPECT_EQ(target_of("new/folder"), Target::folder);
    EXPECT_EQ(target_of("."), Target::folder);
    EXPECT_THROW(target_of("b.jpg"), viewer::UsageError);
}

TEST(Target, NumbersHaveLeadingZeros) {
    EXPECT_EQ(parse_numbered("f_%05d.png").of(42), "f_00042.png");
    EXPECT_EQ(parse_numbered("%d.png").of(42), "42.png");
    EXPECT_EQ(parse_numbered("%02d.png").of(142), "142.png");
    EXPECT_EQ(parse_numbered("100%%_%03d%%.png").of(7), "100%_007%.png");
}

TEST(Target, ANameWithoutExactlyOneNumberIsRefused) {
    for (const char* name :
         {"%s.png", "%05x.png", "%d_%d.png", "%%.png", "%", "%5d.png", "%-5d.png", "%099d.png", "%n.png"})
        EXPECT_THROW(parse_numbered(name), viewer::UsageError) << name;
}
