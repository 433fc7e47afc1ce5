#include "viewer/pointer_queue.h"

#include <gtest/gtest.h>

using viewer::PointerQueue;

TEST(PointerQueue, AClickBetweenTwoFramesIsSeenWhereItHappened) {
    PointerQueue queue;
    queue.move({10.0f, 20.0f});
    queue.button(0, true);
    queue.button(0, false);
    queue.move({300.0f, 400.0f});
    const auto pressed = queue.next(), released = queue.next();
    ASSERT_TRUE(pressed && released);
    EXPECT_TRUE(pressed->down[0]);
    EXPECT_FALSE(released->down[0]);
    EXPECT_EQ(released->position, glm::vec2(10.0f, 20.0f));
    EXPECT_FALSE(queue.next());
}

TEST(PointerQueue, ADragReachesItsEndBeforeTheButtonGoesUp) {
    PointerQueue queue;
    queue.move({10.0f, 10.0f});
    queue.button(0, true);
    queue.move({90.0f, 10.0f});
    queue.button(0, false);
    queue.next();
    const auto dragged = queue.next(), released = queue.next();
    ASSERT_TRUE(dragged && released);
    EXPECT_TRUE(dragged->down[0]);
    EXPECT_EQ(dragged->position.x, 90.0f);
    EXPECT_FALSE(released->down[0]);
}

TEST(PointerQueue, TwoButtonsKeepTheirOwnState) {
    PointerQueue queue;
    queue.button(0, true);
    queue.button(1, true);
    queue.next();
    const auto both = queue.next();
    ASSERT_TRUE(both);
    EXPECT_TRUE(both->down[0] && both->down[1]);
}

TEST(PointerQueue, ButtonsThatTheProgramDoesNotUseAreLeftOut) {
    PointerQueue queue;
    queue.button(7, true);
    EXPECT_FALSE(queue.pending());
}

TEST(PointerQueue, TheWheelCountsWhereItWasTurnedAndOnlyOnce) {
    PointerQueue queue;
    queue.move({10.0f, 20.0f});
    queue.wheel(1.0f);
    queue.wheel(1.0f);
    queue.move({300.0f, 400.0f});
    const auto turned = queue.next();
    ASSERT_TRUE(turned);
    EXPECT_EQ(turned->wheel, 2.0f);
    EXPECT_EQ(turned->position, glm::vec2(10.0f, 20.0f));
    queue.button(0, true);
    EXPECT_EQ(queue.next()->wheel, 0.0f);
}
