#include "anatomy/atlas.h"

#include "base/diagnostics.h"
#include "files/load.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <set>

namespace {

const anatomy::Atlas& atlas() {
    static const anatomy::Atlas loaded = files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").value.value();
    return loaded;
}

TEST(ShippedAtlas, LoadsWithoutADiagnostic) {
    for (const base::Diagnostic& d : files::load_atlas(PINSTRETCH_SOURCE_DIR "/assets/anatomy").diagnostics)
        ADD_FAILURE() << base::to_string(d);
}

TEST(ShippedAtlas, EveryMuscleHasAFactCardWithSources) {
    for (const anatomy::Structure& s : atlas().structures) {
        if (s.kind != anatomy::Kind::muscle) continue;
        EXPECT_FALSE(s.facts.origin.empty()) << s.id;
        EXPECT_FALSE(s.facts.insertion.empty()) << s.id;
        EXPECT_FALSE(s.facts.action.empty()) << s.id;
        EXPECT_FALSE(s.facts.nerve.empty()) << s.id;
        EXPECT_FALSE(s.facts.blood_supply.empty()) << s.id;
        EXPECT_FALSE(s.facts.sources.empty()) << s.id;
        EXPECT_FALSE(s.latin.empty()) << s.id;
    }
}

TEST(ShippedAtlas, HamstringsRideOnTheirPathsInALayerOfTheirOwn) {
    for (const char* id :
         {"biceps_femoris_long_head", "biceps_femoris_short_head", "semitendinosus", "semimembranosus"}) {
        const anatomy::Structure& s = atlas().structures[static_cast<std::size_t>(atlas().find_structure(id).value())];
        EXPECT_EQ(s.follow, anatomy::Follow::strand) << id;
        EXPECT_EQ(s.layer, "hamstrings");
        EXPECT_TRUE(atlas().find_muscle(s.muscle).has_value());
    }
}

TEST(ShippedAtlas, LongHamstringsStartAtTheIschialTuberosity) {
    const auto region = std::find_if(atlas().regions.begin(), atlas().regions.end(),
                                     [](const anatomy::Region& r) { return r.id == "ischial_tuberosity"; });
    ASSERT_NE(region, atlas().regions.end());
    for (const char* id : {"biceps_femoris_long_head", "semitendinosus", "semimembranosus"}) {
        const anatomy::PathPoint& origin =
            atlas().muscles[static_cast<std::size_t>(atlas().find_muscle(id).value())].points.front();
        EXPECT_EQ(origin.body, region->body);
        EXPECT_LT(glm::distance(origin.position, region->centre), region->radius) << id;
    }
}

TEST(ShippedAtlas, NoLockZonesGuardThePoplitealFossaAndTheFibularNeck) {
    std::set<std::string> zones;
    for (const anatomy::Region& r : atlas().regions)
        if (r.no_lock) zones.insert(r.id);
    EXPECT_TRUE(zones.contains("popliteal_fossa"));
    EXPECT_TRUE(zones.contains("popliteal_crease"));
    EXPECT_TRUE(zones.contains("fibular_head"));
}

TEST(ShippedAtlas, SourcesHaveOneCitationAnId) {
    std::set<std::string> ids;
    for (const anatomy::Source& s : atlas().sources) {
        EXPECT_TRUE(ids.insert(s.id).second) << s.id;
        EXPECT_FALSE(s.citation.empty()) << s.id;
    }
}

} // namespace
