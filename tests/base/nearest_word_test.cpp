#include "base/nearest_word.h"

#include <array>
#include <gtest/gtest.h>
#include <string>

namespace {

const std::array<std::string, 4> k_known = {"render", "view", "check", "semitendinosus"};

TEST(NearestWord, CountsInsertionsDeletionsAndSubstitutions) {
    EXPECT_EQ(base::edit_distance("kitten", "sitting"), 3);
    EXPECT_EQ(base::edit_distance("", "abc"), 3);
    EXPECT_EQ(base::edit_distance("abc", ""), 3);
    EXPECT_EQ(base::edit_distance("same", "same"), 0);
    EXPECT_EQ(base::edit_distance("stesp", "steps"), 1) << "a swap of neighbours is one slip";
}

TEST(NearestWord, FindsASlipOfTheKeys) {
    EXPECT_EQ(base::nearest_word("rendr", k_known), "render");
    EXPECT_EQ(base::nearest_word("semitendonosis", k_known), "semitendinosus");
}

TEST(NearestWord, StaysSilentWhenNothingIsNear) {
    EXPECT_EQ(base::nearest_word("quadriceps", k_known), "");
    EXPECT_EQ(base::did_you_mean("quadriceps", k_known), "");
    EXPECT_EQ(base::nearest_word("view", {}), "");
}

TEST(NearestWord, AsksInOneForm) { EXPECT_EQ(base::did_you_mean("chek", k_known), "did you mean 'check'?"); }

} // namespace
