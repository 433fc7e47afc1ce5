#include "mesh/chunks.h"

#include "box.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

std::optional<float> first_hit(const mesh::Ray& ray) {
    const mesh::Mesh m = box();
    const mesh::Chunks chunks(m.positions, m.indices);
    std::vector<mesh::Bounds> boxes;
    chunks.measure(m.positions, boxes);
    return chunks.first_hit(ray, m.positions, boxes);
}

/// A level sheet of many squares.
mesh::Mesh sheet(std::uint32_t side) {
    mesh::Mesh mesh;
    for (std::uint32_t y = 0; y <= side; ++y)
        for (std::uint32_t x = 0; x <= side; ++x)
            mesh.positions.emplace_back(static_cast<float>(x), static_cast<float>(y), 0.0f);
    const auto at = [&](std::uint32_t x, std::uint32_t y) { return y * (side + 1) + x; };
    for (std::uint32_t y = 0; y < side; ++y)
        for (std::uint32_t x = 0; x < side; ++x)
            for (const std::uint32_t i :
                 {at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y), at(x + 1, y + 1), at(x, y + 1)})
                mesh.indices.push_back(i);
    return mesh;
}

} // namespace

TEST(Chunks, ARayHitsTheNearestFaceFirst) {
    const auto hit = first_hit({{1.0f, 1.4f, 10.0f}, {0.0f, 0.0f, -1.0f}});
    ASSERT_TRUE(hit.has_value());
    EXPECT_FLOAT_EQ(*hit, 6.0f);
}

TEST(Chunks, ARaySeesFacesFromInsideToo) {
    EXPECT_TRUE(first_hit({{1.0f, 1.4f, 2.0f}, {0.0f, 1.0f, 0.0f}}).has_value());
}

TEST(Chunks, ARayIgnoresWhatLiesBehindItsStart) {
    EXPECT_FALSE(first_hit({{1.0f, 1.4f, 10.0f}, {0.0f, 0.0f, 1.0f}}).has_value());
}

TEST(Chunks, ARayPassesBesideTheBox) {
    EXPECT_FALSE(first_hit({{2.1f, 1.4f, 10.0f}, {0.0f, 0.0f, -1.0f}}).has_value());
}

TEST(Chunks, EveryTriangleIsInOneSmallGroup) {
    const mesh::Mesh m = sheet(40);
    const mesh::Chunks chunks(m.positions, m.indices);
    std::vector<mesh::Bounds> boxes;
    chunks.measure(m.positions, boxes);
    std::vector<std::array<std::uint32_t, 3>> found, wanted;
    for (std::size_t n = 0; n < boxes.size(); ++n) {
        const auto mine = chunks.vertices(chunks.chunks()[n]);
        const auto corners = chunks.corners(chunks.chunks()[n]);
        for (std::size_t i = 0; i < corners.size(); i += 3)
            found.push_back({mine[corners[i]], mine[corners[i + 1]], mine[corners[i + 2]]});
        EXPECT_LT(boxes[n].radius(), 12.0f) << "64 triangles that lie together";
    }
    for (std::size_t i = 0; i < m.indices.size(); i += 3)
        wanted.push_back({m.indices[i], m.indices[i + 1], m.indices[i + 2]});
    std::ranges::sort(found);
    std::ranges::sort(wanted);
    EXPECT_EQ(found, wanted);
}
