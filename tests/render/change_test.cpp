#include "render/scene_change.h"
#include "render/shadow_change.h"

#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <gtest/gtest.h>

namespace {

using render::Region;
using render::SceneChanges;
using render::ShadowChanges;
using render::ShadowMap;

constexpr glm::ivec2 k_size(320, 240);

/// Two triangles far apart, each some centimetres wide, in the plane z = 0.
mesh::Model two_triangles() {
    mesh::Mesh mesh;
    for (const float x : {-0.5f, 0.5f})
        for (const glm::vec2 p : {glm::vec2(0.0f, 0.0f), glm::vec2(0.05f, 0.0f), glm::vec2(0.0f, 0.05f)})
            mesh.positions.emplace_back(x + p.x, p.y, 0.0f);
    mesh.normals.assign(6, glm::vec3(0.0f, 0.0f, 1.0f));
    mesh.indices = {0, 1, 2, 3, 4, 5};
    return {{mesh}};
}

/// Looks along -Z, 2 m high.
scene::Scene scene_of(const scene::Item& item) {
    scene::Scene scene;
    scene.camera.eye = {0.0f, 0.0f, 3.0f};
    scene.camera.target = glm::vec3(0.0f);
    scene.camera.field_of_view = 2.0f * std::atan(1.0f / 3.0f);
    scene.items = {item};
    return scene;
}

std::shared_ptr<scene::Shape> shape_of(const mesh::Model& model) {
    auto shape = std::make_shared<scene::Shape>();
    shape->positions = model.meshes[0].positions;
    shape->normals = model.meshes[0].normals;
    return shape;
}

/// The two triangles, of which vertices move.
struct Moving {
    Moving(scene::Colouring colouring = scene::Colouring::tissue) {
        item.colouring = colouring;
        move([](scene::Shape&) {});
    }
    /// What changes when their shape is the one at rest but for this.
    template <class Edit>
    Region move(Edit edit) {
        const auto shape = shape_of(model);
        edit(*shape);
        item.shape = shape;
        return changes.to(scene_of(item), k_size, {}).surfaces;
    }
    mesh::Model model = two_triangles();
    SceneChanges changes{model};
    scene::Item item;
};

/// Pixel of a point in the plane z = 0.
glm::ivec2 pixel(float x, float y) { return {160 + static_cast<int>(x * 120.0f), 120 + static_cast<int>(y * 120.0f)}; }

TEST(SceneChanges, FirstAndOtherViewsAreEverythingTheSameSceneNothing) {
    const mesh::Model model = two_triangles();
    SceneChanges changes(model);
    scene::Scene scene = scene_of({});
    EXPECT_EQ(changes.to(scene, k_size, {}).surfaces.share(), 1.0);
    EXPECT_TRUE(changes.to(scene, k_size, {}).picture.empty());
    scene.camera.eye.x = 0.1f;
    EXPECT_EQ(changes.to(scene, k_size, {}).surfaces.share(), 1.0);
    changes.forget();
    EXPECT_EQ(changes.to(scene, k_size, {}).surfaces.share(), 1.0);
}

TEST(SceneChanges, OnlyTheTrianglesThatMoved) {
    Moving moving;
    const Region region = moving.move([](scene::Shape& shape) { shape.positions[3].y += 0.02f; });
    EXPECT_TRUE(region.has(pixel(0.52f, 0.01f)));
    EXPECT_FALSE(region.has(pixel(-0.48f, 0.01f)));
    EXPECT_LT(region.share(), 0.05);
}

TEST(SceneChanges, SmallMovesAddUpUntilTheyCanBeSeen) {
    Moving moving;
    int told = 0;
    for (int i = 1; i <= 10; ++i)
        told +=
            moving.move([i](scene::Shape& s) { s.positions[3].y += 0.00001f * static_cast<float>(i); }).empty() ? 0 : 1;
    EXPECT_EQ(told, 3) << "0.02 mm at a time";
}

TEST(SceneChanges, BeforeAndAfterAndWhatLiesAround) {
    const mesh::Model model = two_triangles();
    SceneChanges changes(model);
    scene::Item item;
    changes.to(scene_of(item), k_size, {});
    item.transform = glm::translate(glm::mat4(1.0f), glm::vec3(0.0f, 0.6f, 0.0f));
    const Region near_by = changes.to(scene_of(item), k_size, {}).surfaces;
    for (const float x : {-0.48f, 0.52f})
        for (const float y : {0.01f, 0.61f}) EXPECT_TRUE(near_by.has(pixel(x, y))) << x << " " << y;
    EXPECT_FALSE(near_by.has(pixel(0.52f, 0.4f)));
    item.highlight = 1.0f;
    const render::Changes hollows = changes.to(scene_of(item), k_size, {0.25f, 0.0f});
    EXPECT_FALSE(hollows.surfaces.has(pixel(0.52f, 0.4f)));
    EXPECT_TRUE(hollows.finish.has(pixel(0.52f, 0.4f)));
    item.highlight = 0.5f;
    const render::Changes marks = changes.to(scene_of(item), k_size, {0.0f, 50.0f});
    EXPECT_FALSE(marks.finish.has(pixel(0.52f, 0.3f)));
    EXPECT_TRUE(marks.picture.has(pixel(0.52f, 0.3f)));
}

TEST(SceneChanges, WhatComesAndGoesAndLines) {
    const mesh::Model model = two_triangles();
    SceneChanges changes(model);
    scene::Scene scene = scene_of({});
    changes.to(scene, k_size, {});
    scene.items.clear();
    EXPECT_TRUE(changes.to(scene, k_size, {}).surfaces.has(pixel(0.52f, 0.01f)));
    scene::Line line;
    line.points = {{0.0f, -0.8f, 0.0f}, {0.0f, -0.5f, 0.0f}};
    scene.lines = {line};
    const render::Changes drawn = changes.to(scene, k_size, {});
    EXPECT_TRUE(drawn.finish.empty());
    EXPECT_TRUE(drawn.picture.has(pixel(0.0f, -0.65f)));
    EXPECT_LT(drawn.picture.share(), 0.05);
    scene.lines.clear();
    EXPECT_EQ(changes.to(scene, k_size, {}).picture.rectangles(), drawn.picture.rectangles());
}

TEST(SceneChanges, WhatMovesSlowlyIsToldOfBesideWhatMovesFast) {
    Moving moving;
    int told = 0;
    for (int i = 1; i <= 10; ++i) {
        const Region region = moving.move([i](scene::Shape& shape) {
            shape.positions[0].y += 0.01f * static_cast<float>(i);
            shape.positions[3].y += 0.00001f * static_cast<float>(i);
        });
        EXPECT_TRUE(region.has(pixel(-0.48f, 0.01f)));
        told += region.has(pixel(0.52f, 0.01f)) ? 1 : 0;
    }
    EXPECT_EQ(told, 3);
}

TEST(SceneChanges, StrainCountsWhereItsColoursShowAndFromNoneToo) {
    for (const auto colouring : {scene::Colouring::tissue, scene::Colouring::strain}) {
        Moving moving(colouring);
        const Region region =
            moving.move([](scene::Shape& shape) {
                shape.material.assign(shape.positions.size(), 0.5f);
                shape.strain.fill(0.2f);
            });
        EXPECT_EQ(region.empty(), colouring != scene::Colouring::strain);
    }
}

TEST(SceneChanges, SmallStrainsAddUpUntilTheyCanBeSeen) {
    Moving moving(scene::Colouring::strain);
    const auto told = [&](float strain) {
        return !moving
                    .move([strain](scene::Shape& shape) {
                        shape.material.assign(shape.positions.size(), 0.5f);
                        shape.strain.fill(strain);
                    })
                    .empty();
    };
    told(0.0f);
    int count = 0;
    for (int i = 1; i <= 10; ++i) count += told(0.0004f * static_cast<float>(i)) ? 1 : 0;
    EXPECT_EQ(count, 3) << "0.1 % at a time";
}

TEST(SceneChanges, ARoomThatChangesIsEverything) {
    const mesh::Model model = two_triangles();
    SceneChanges changes(model);
    scene::Item item;
    item.kind = anatomy::Kind::room;
    changes.to(scene_of(item), k_size, {});
    item.opacity = 0.5f;
    EXPECT_EQ(changes.to(scene_of(item), k_size, {}).surfaces.share(), 1.0);
}

/// A map of the square from -1 to 1 that looks straight down over two metres, nothing in it but at depth 1.
ShadowMap map_from_above() {
    const glm::mat4 to_clip = glm::ortho(-1.0f, 1.0f, -1.0f, 1.0f, 0.0f, 2.0f) *
                              glm::lookAt(glm::vec3(0.0f, 2.0f, 0.0f), glm::vec3(0.0f), glm::vec3(0.0f, 0.0f, -1.0f));
    const glm::mat4 half = glm::scale(glm::translate(glm::mat4(1.0f), glm::vec3(0.5f)), glm::vec3(0.5f));
    return {half * to_clip, 64, std::vector<std::uint16_t>(64 * 64, 65535)};
}

/// Looks along -Z at a picture 2 m high that begins at the floor, at these.
scene::Scene level_scene(const std::vector<scene::Item>& items = {}) {
    scene::Scene scene;
    scene.camera.eye = {0.0f, 1.0f, 5.0f};
    scene.camera.target = {0.0f, 1.0f, 0.0f};
    scene.camera.orthographic = true;
    scene.camera.field_of_view = 2.0f * std::atan(1.0f / 5.0f);
    scene.items = items;
    return scene;
}

glm::ivec2 level_pixel(float x, float y) { return {160 + static_cast<int>(x * 120.0f), static_cast<int>(y * 120.0f)}; }

/// A level triangle round the origin, so wide.
mesh::Model level_triangle(float width) {
    mesh::Mesh mesh;
    mesh.positions = {{-0.5f * width, 0.0f, 0.06f}, {0.5f * width, 0.0f, 0.06f}, {0.0f, 0.0f, -0.06f}};
    mesh.normals.assign(3, glm::vec3(0.0f, 1.0f, 0.0f));
    mesh.indices = {0, 1, 2};
    return {{mesh}};
}

scene::Item at(float x, float y) {
    scene::Item item;
    item.transform = glm::translate(glm::mat4(1.0f), glm::vec3(x, y, 0.0f));
    return item;
}

/// Something narrow 0.3 m to the right, at this depth.
void cast(ShadowMap& map, std::uint16_t depth) {
    for (int x = 40; x < 43; ++x) map.depths[static_cast<std::size_t>(32 * 64 + x)] = depth;
}

/// What changes when what shaded all below 1 m comes to shade all below 1.5 m.
Region raised(const mesh::Model& model, const scene::Scene& scene) {
    ShadowChanges changes(model);
    ShadowMap map = map_from_above();
    changes.to(map, scene, k_size, 0.0f);
    cast(map, 32768);
    changes.to(map, scene, k_size, 0.0f);
    cast(map, 16384);
    return changes.to(map, scene, k_size, 0.0f);
}

TEST(ShadowChanges, OnWhatLiesBetweenTheDepthsThatChangedAndNoDeeper) {
    const mesh::Model model = level_triangle(0.04f);
    const Region region = raised(model, level_scene({at(0.3f, 1.25f), at(0.3f, 0.6f), at(-0.3f, 1.25f)}));
    EXPECT_TRUE(region.has(level_pixel(0.3f, 1.25f)));
    EXPECT_FALSE(region.has(level_pixel(0.3f, 0.6f))) << "in the shadow of both";
    EXPECT_FALSE(region.has(level_pixel(-0.3f, 1.25f))) << "beside it";
    EXPECT_TRUE(raised(model, level_scene()).empty()) << "nothing there to shade";
}

TEST(ShadowChanges, OnAPartOfALargeTriangleUnlessItsShadowsAreToldAtVertices) {
    const mesh::Model model = level_triangle(1.6f);
    scene::Item item = at(0.0f, 1.25f);
    const Region solid = raised(model, level_scene({item}));
    EXPECT_TRUE(solid.has(level_pixel(0.3f, 1.25f)));
    EXPECT_FALSE(solid.has(level_pixel(-0.6f, 1.25f)));
    item.opacity = 0.5f;
    EXPECT_TRUE(raised(model, level_scene({item})).empty()) << "no corner lies there";
    item.transform[3].x = -0.5f; // now one does
    EXPECT_TRUE(raised(model, level_scene({item})).has(level_pixel(-1.1f, 1.25f)));
}

TEST(ShadowChanges, WhatCastNothingBeforeReachesDownToTheFloor) {
    const mesh::Model model = level_triangle(0.04f);
    ShadowChanges changes(model);
    ShadowMap map = map_from_above();
    // a map that ends 1 m above the floor
    map.from_world = glm::translate(glm::mat4(1.0f), glm::vec3(0.0f, 0.0f, 0.5f)) * map.from_world;
    changes.to(map, level_scene(), k_size, 0.0f);
    cast(map, 65000);
    EXPECT_TRUE(changes.to(map, level_scene(), k_size, 0.0f).has({160 + 36, 4}));
}

TEST(ShadowChanges, AnotherMapIsEverythingAStepOfDepthNothing) {
    const mesh::Model model = level_triangle(0.04f);
    ShadowChanges changes(model);
    ShadowMap map = map_from_above();
    const auto share = [&] { return changes.to(map, level_scene(), k_size, 0.0f).share(); };
    EXPECT_EQ(share(), 1.0);
    map.depths[100] = 65534;
    EXPECT_EQ(share(), 0.0);
    map.depths[100] = 65530;
    EXPECT_GT(share(), 0.0);
    map.from_world[3][0] += 0.01f;
    EXPECT_EQ(share(), 1.0);
}

} // namespace
