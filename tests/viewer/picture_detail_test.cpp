#include "viewer/picture_detail.h"

#include <gtest/gtest.h>

using base::Seconds;
using viewer::PictureDetail;

namespace {

void frames(PictureDetail& detail, int count, double seconds) {
    for (int i = 0; i < count; ++i) detail.took(Seconds(seconds));
}

} // namespace

TEST(PictureDetail, SlowFramesMakeThePictureCoarserDownToALimit) {
    PictureDetail detail;
    frames(detail, 3, 0.3);
    EXPECT_LT(detail.part(), 1.0f);
    frames(detail, 100, 0.3);
    EXPECT_GE(detail.part(), 0.5f);
}

TEST(PictureDetail, OneSlowFrameChangesNothing) {
    PictureDetail detail;
    frames(detail, 5, 0.016);
    frames(detail, 1, 2.0);
    frames(detail, 5, 0.016);
    EXPECT_EQ(detail.part(), 1.0f);
}

TEST(PictureDetail, FullDetailComesBackOnlyWhenItWouldBeFastEnough) {
    PictureDetail detail;
    frames(detail, 3, 0.1);
    const float coarse = detail.part();
    frames(detail, 20, 0.035); // twice as many pixels would be too slow again
    EXPECT_EQ(detail.part(), coarse);
    frames(detail, 20, 0.01);
    EXPECT_EQ(detail.part(), 1.0f);
}

TEST(PictureDetail, APictureKeepsAtLeastOnePixel) {
    PictureDetail detail;
    frames(detail, 50, 1.0);
    EXPECT_EQ(detail.scaled({1, 1}), glm::ivec2(1));
}
