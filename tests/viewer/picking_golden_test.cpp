// Which structure lies under the pixels of a lesson's picture, compared with golden/picking.txt: a letter for each
// point of a grid. Renewed as the golden pictures are, with PINSTRETCH_UPDATE_GOLDEN=1.
#include "platform/folders.h"
#include "render/renderer.h"
#include "scene/build.h"
#include "support/gl_context.h"
#include "viewer/session.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace {

constexpr glm::ivec2 k_picture{320, 240}, k_grid{64, 48};

/// Rows of letters, a dot for nothing, and below them what each letter is, in the order of their first appearance.
std::string map_of(render::Renderer& renderer, const anatomy::Atlas& atlas) {
    std::vector<int> seen;
    std::string rows;
    for (int y = 0; y < k_grid.y; ++y) {
        for (int x = 0; x < k_grid.x; ++x) {
            const int id = renderer.pick((2 * glm::ivec2(x, y) + 1) * k_picture / (2 * k_grid));
            auto at = std::find(seen.begin(), seen.end(), id);
            if (id >= 0 && at == seen.end()) at = seen.insert(at, id);
            const auto nth = at - seen.begin();
            rows += id < 0 ? '.' : static_cast<char>(nth < 26 ? 'a' + nth : 'A' + nth - 26);
        }
        rows += '\n';
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
        rows += std::string(1, static_cast<char>(i < 26 ? 'a' + i : 'A' + i - 26)) + ' ' +
                atlas.structures[static_cast<std::size_t>(seen[i])].id + '\n';
    return rows;
}

/// What lies under each point of such a map.
std::vector<std::string> ids_of(const std::string& map) {
    std::istringstream lines(map);
    std::string line, rows;
    std::map<char, std::string> names;
    while (std::getline(lines, line))
        if (line.size() > 1 && line[1] == ' ')
            names[line[0]] = line.substr(2);
        else
            rows += line;
    std::vector<std::string> ids;
    for (const char letter : rows) ids.push_back(names[letter]);
    return ids;
}

TEST(PickingGolden, TheStructuresOfALocksPicture) {
    const auto gl = support::gl_context(platform::Api::gl33);
    if (!gl.context) GTEST_SKIP() << gl.reason;
    const scene::World world = viewer::load_world({}, mesh::Detail::low);
    render::Renderer renderer(world.model, platform::shaders());
    scene::Builder builder(world);
    renderer.draw(builder.build(base::Seconds(66.0), {}), render::Canvas(k_picture),
                  render::quality_of(render::Level::low));
    const std::string now = map_of(renderer, world.atlas);
    const auto file = std::filesystem::path(PINSTRETCH_SOURCE_DIR) / "tests/viewer/golden/picking.txt";
    if (const char* update = std::getenv("PINSTRETCH_UPDATE_GOLDEN"); update && *update == '1')
        std::ofstream(file) << now;
    std::ostringstream expected;
    expected << std::ifstream(file).rdbuf();
    const std::vector<std::string> is = ids_of(now), was = ids_of(expected.str());
    ASSERT_EQ(is.size(), was.size()) << now;
    int others = 0;
    for (std::size_t i = 0; i < is.size(); ++i) others += is[i] != was[i] ? 1 : 0;
    EXPECT_LE(others, 6) << "points are others than in " << file << ":\n" << now; // on the edge between two things
}

} // namespace
