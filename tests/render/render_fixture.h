#pragma once
// A renderer on a windowless context over a model of cubes, for tests that look at pixels.

#include "gpu/error.h"
#include "render/renderer.h"
#include "support/gl_context.h"

#include <array>
#include <filesystem>
#include <glm/ext/matrix_transform.hpp>
#include <gtest/gtest.h>
#include <optional>

namespace render_test {

inline const render::Quality k_still = render::quality_of(render::Level::full);
inline const render::Quality k_moving = render::quality_of(render::Level::medium);

/// A cube of side 1 round the origin with flat normals.
inline mesh::Mesh cube() {
    mesh::Mesh mesh;
    mesh.id = "cube";
    for (int axis = 0; axis < 3; ++axis)
        for (const float sign : {-1.0f, 1.0f}) {
            glm::vec3 normal(0.0f), u(0.0f), v(0.0f);
            normal[axis] = sign;
            u[(axis + 1) % 3] = 0.5f;
            v[(axis + 2) % 3] = 0.5f * sign;
            const auto first = static_cast<std::uint32_t>(mesh.positions.size());
            for (const glm::vec2 corner : {glm::vec2(-1, -1), glm::vec2(1, -1), glm::vec2(1, 1), glm::vec2(-1, 1)}) {
                mesh.positions.push_back(normal * 0.5f + u * corner.x + v * corner.y);
                mesh.normals.push_back(normal);
                mesh.fibre.push_back(corner * 0.5f + 0.5f);
            }
            for (const std::uint32_t k : {0u, 1u, 2u, 0u, 2u, 3u}) mesh.indices.push_back(first + k);
        }
    return mesh;
}

inline scene::Item item(int structure, const glm::vec3& at, float side = 1.0f) {
    scene::Item result;
    result.structure = structure;
    result.transform = glm::scale(glm::translate(glm::mat4(1.0f), at), glm::vec3(side));
    result.colour = glm::vec3(0.4f);
    return result;
}

/// Looking along -Z from 5 m; the picture is about 2.7 m high at the origin.
inline scene::Scene empty_scene() {
    scene::Scene scene;
    scene.camera.eye = {0.0f, 0.0f, 5.0f};
    scene.camera.target = glm::vec3(0.0f);
    scene.key_light = {0.3f, 0.8f, 0.6f};
    return scene;
}

inline std::filesystem::path shader_folder() { return std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "shaders"; }

constexpr glm::ivec2 k_size(160, 120);
constexpr glm::ivec2 k_middle(80, 60);

class RendererTest : public testing::TestWithParam<platform::Api> {
protected:
    void SetUp() override {
        gl_ = support::gl_context(GetParam());
        if (!gl_.context) GTEST_SKIP() << gl_.reason;
        model_.meshes = {cube(), mesh::Mesh{}};
        renderer_.emplace(model_, shader_folder());
    }
    void TearDown() override {
        if (!gl_.context) return;
        EXPECT_EQ(gpu::pending_errors(), "");
        renderer_.reset();
    }

    std::vector<std::uint8_t> picture(const scene::Scene& scene, const render::Quality& quality = k_moving) {
        renderer_->draw(scene, k_size, quality);
        return renderer_->read_pixels();
    }
    /// The same by a renderer that has drawn nothing else.
    std::vector<std::uint8_t> picture_anew(const scene::Scene& scene, const render::Quality& quality) const {
        render::Renderer fresh(model_, shader_folder());
        fresh.draw(scene, k_size, quality);
        return fresh.read_pixels();
    }
    static std::array<int, 3> at(const std::vector<std::uint8_t>& pixels, glm::ivec2 pixel) {
        const auto first = static_cast<std::size_t>(pixel.y * k_size.x + pixel.x) * 4;
        return {pixels[first], pixels[first + 1], pixels[first + 2]};
    }
    static int brightness(const std::vector<std::uint8_t>& pixels, glm::ivec2 pixel) {
        const auto c = at(pixels, pixel);
        return c[0] + c[1] + c[2];
    }

    mesh::Model model_;
    support::GlContext gl_;
    std::optional<render::Renderer> renderer_;
};

} // namespace render_test
