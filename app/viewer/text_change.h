#pragma once
// TextChanges: where what ImGui draws differs from what it drew before. Pure.

#include "render/region.h"

#include <cstddef>
#include <glm/vec2.hpp>
#include <imgui.h>
#include <span>
#include <vector>

namespace viewer {

/// Where ImGui's pixels lie in a picture, or in a part of one.
struct TextPlace {
    glm::ivec2 size{0};   ///< of the part
    glm::vec2 from{0.0f}; ///< its place in the picture, pixels from the upper left
    float stretch = 1.0f; ///< pixels for each of ImGui's
};

/// Of a point of ImGui's, from the lower left.
glm::vec2 pixel_of(const ImVec2& point, const TextPlace& place);

/// Round such points.
struct PixelBox {
    glm::vec2 low{1e6f}, high{-1e6f};
    void add(const glm::vec2& point);
};

class TextChanges {
public:
    struct Triangle {
        std::size_t look; ///< what tells it from others
        PixelBox box;
    };
    /// What a command of ImGui's draws.
    struct Command {
        std::span<const Triangle> triangles; ///< as they are drawn
        PixelBox box;                        ///< round all of them
    };

    /// Round every triangle that came or went; the first time that is all of them. In the same place as before.
    render::Region to(const ImDrawData& drawn, const TextPlace& place);
    /// Round every triangle of what was drawn last.
    render::Region covered() const;
    /// Of what was drawn last, each in its place there.
    Command command(int list, int command) const;

private:
    /// One of ImGui's, most of which are as they were.
    struct List {
        List() = default;
        explicit List(const ImDrawList& drawn);
        bool draws_as(const ImDrawList& other) const;
        void find_triangles(const TextPlace& place);
        Command command(std::size_t at) const;
        std::vector<ImDrawVert> vertices;
        std::vector<ImDrawIdx> indices;
        std::vector<ImDrawCmd> commands;
        std::vector<Triangle> triangles; ///< as they are drawn
        std::vector<PixelBox> boxes;     ///< of the commands
        render::Region covered;
    };

    /// Those of `a` that `b` has not, and the other way round.
    static void add_difference(std::span<const Triangle> a, std::span<const Triangle> b, std::vector<Triangle>& to);

    std::vector<List> told_;
    TextPlace place_;
};

} // namespace viewer
