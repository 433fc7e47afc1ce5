#include "sculpt/leg.h"

#include "base/failure.h"
#include "base/nearest_word.h"
#include "base/parallel.h"
#include "sculpt/cache.h"
#include "sculpt/collapse.h"
#include "sculpt/needs.h"
#include "sculpt/pack.h"
#include "sculpt/paint.h"
#include "sculpt/sheet.h"
#include "sculpt/simplify.h"
#include "sculpt/surface.h"

#include <algorithm>
#include <functional>
#include <mutex>

namespace sculpt {
namespace {

using anatomy::Kind;

/// Do two kinds darken each other where they are near?
bool shade_each_other(Kind a, Kind b) {
    const auto inner = [](Kind kind) { return kind >= Kind::muscle && kind <= Kind::vessel; };
    if (a == Kind::bone) return b == Kind::bone;
    if (inner(a)) return inner(b) || b == Kind::bone;
    return false;
}

/// Nearest of everything that may darken shapes[index]. Soft neighbours count as if they stood a little off: they are
/// often hidden, and their shadow should not stay behind.
Field surroundings(const std::vector<Shape>& shapes, std::size_t index, const Field& own_field) {
    constexpr float k_stand_off = 3.0f;
    const Shape& own = shapes[index];
    // long triangles would carry the shade of an edge far over a flat side
    if (own.kind == Kind::room) return [](const glm::vec3&) { return k_reach; };
    std::vector<std::pair<const Program*, float>> others;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (i == index || shapes[i].program.empty() || !shapes[i].hull.over.empty() ||
            !shade_each_other(own.kind, shapes[i].kind))
            continue;
        if (!shapes[i].program.box().overlaps(own.program.box().padded(k_reach))) continue;
        others.emplace_back(&shapes[i].program, shapes[i].kind == Kind::bone ? 0.0f : k_stand_off);
    }
    return [own_field, others](const glm::vec3& p) {
        float d = own_field(p);
        for (const auto& [program, off] : others)
            if (program->box().distance(p) + off < d) d = std::min(d, program->distance(p) + off);
        return d;
    };
}

/// The shape that `shape` takes its form from: itself, or the one it mirrors.
std::size_t source_of(const std::vector<Shape>& shapes, std::size_t index) {
    if (shapes[index].mirror_of.empty()) return index;
    const auto same = [&](const Shape& s) { return s.id == shapes[index].mirror_of; };
    return static_cast<std::size_t>(std::find_if(shapes.begin(), shapes.end(), same) - shapes.begin());
}

/// Scales the budgets down together when they ask for more than the whole model may have.
void share_triangles(std::vector<Shape>& shapes) {
    double asked = 0.0;
    for (std::size_t i = 0; i < shapes.size(); ++i) asked += shapes[source_of(shapes, i)].triangles;
    const double budget = k_triangle_budget.front();
    if (asked <= budget) return;
    for (Shape& shape : shapes) shape.triangles = static_cast<int>(budget / asked * shape.triangles);
}

/// TEXCOORD_1.y: depth below the skin, in units of 0.1 m.
void paint_depth(mesh::Mesh& mesh, const std::vector<Shape>& shapes) {
    const auto skin = std::find_if(shapes.begin(), shapes.end(), [](const Shape& s) { return s.kind == Kind::skin; });
    if (skin == shapes.end() || skin->program.empty()) return;
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        mesh.tissue[v].y = std::clamp(-skin->program.distance(mesh.positions[v] * 1000.0f) / 100.0f, 0.0f, 1.0f);
}

/// The field that shades the surface: at a seam it goes on as if nothing were cut.
Field seamless(const Shape& shape, const Field& field) {
    const auto is_seam = [](const Step& step) { return step.seam; };
    if (std::ranges::none_of(shape.program.steps(), is_seam)) return field;
    return [whole = shape.program.without_seams()](const glm::vec3& p) { return whole.distance(p); };
}

bool has_fibres(Kind kind) { return kind >= Kind::muscle && kind <= Kind::vessel; }

/// How far a simplified surface may stray from the true one, mm: little where neighbours touch, and in the room, which
/// levels_of() thins out.
float error_of(const Shape& shape) {
    if (shape.hull.sheet > 0.0f) return 0.5f * shape.hull.sheet;               // it has a space of its own
    if (shape.kind == Kind::nerve || shape.kind == Kind::vessel) return 0.25f; // what is near gives way to them
    if (shape.kind == Kind::bone || has_fibres(shape.kind)) return 0.15f;
    return shape.kind == Kind::hand ? 0.4f : (shape.kind == Kind::room ? 0.1f : 0.3f) * shape.voxel;
}

/// What the coarse levels keep of a kind, more of what lies outside and fills the picture.
double prominence(Kind kind) {
    switch (kind) {
    case Kind::skin:
    case Kind::person:
    case Kind::cloth:
    case Kind::hand: return 2.2;
    case Kind::muscle: return 1.2;
    default: return 1.0;
    }
}

/// How far the levels of detail may stray from the surface, metres.
constexpr std::array<float, mesh::k_detail_count> k_error = {0.0f, 0.0006f, 0.002f, 0.004f};

bool is_coarse(std::size_t level) { return static_cast<mesh::Detail>(level) >= mesh::Detail::low; }

MeshLevels levels_of(mesh::Mesh full, const Shape& shape) {
    constexpr float k_of_cloth = 0.35f;         // skin that it lies on would come through
    const bool room = shape.kind == Kind::room; // long flat sides, on which slivers would show
    MeshLevels levels;
    levels[0] = room ? collapsed(full, shape.triangles, k_error[1]) : std::move(full);
    for (std::size_t i = 1; i < levels.size(); ++i) {
        const double share = static_cast<double>(k_triangle_budget[i]) / k_triangle_budget[0];
        const bool coarse = is_coarse(i);
        const double sides = coarse && shape.hull.sheet > 0.0f ? 2.0 : 1.0; // a sheet will have another
        const double wanted = share * (coarse ? prominence(shape.kind) : 1.0) / sides * shape.triangles;
        const float error = shape.kind == Kind::cloth ? k_of_cloth * k_error[i] : k_error[i];
        levels[i] = (coarse ? collapsed : simplified)(levels[i - 1], static_cast<int>(wanted), error);
    }
    return levels;
}

MeshLevels make_one(const std::vector<Shape>& shapes, std::size_t index) {
    const Shape& shape = shapes[index];
    const Field field = packed(shapes, index);
    const float least_part = shape.kind == Kind::room ? 0.01f : 1.0f; // all but the room is of one piece
    mesh::Mesh mesh =
        surface(shape.id, field, shape.program.box(), {shape.voxel, shape.triangles, least_part, error_of(shape)});
    const Field shading = seamless(shape, field);
    paint_normals(mesh, shading, 0.4f * shape.voxel);
    if (has_fibres(shape.kind)) paint_fibres(mesh, shape);
    paint_weights(mesh, shape.carry);
    paint_colours(mesh, shape, usual_colour(Kind::tendon), surroundings(shapes, index, shading));
    MeshLevels levels = levels_of(std::move(mesh), shape);
    constexpr float k_mm = 1000.0f, k_bend = 0.15f; // the most that the edge of a sheet bends, of its pieces' length
    if (shape.hull.sheet > 0.0f)
        for (std::size_t i = 0; i < levels.size(); ++i) {
            // of the triangles of a coarse level most would lie along the edge: there it may stray twice as far
            const float straight = is_coarse(i) ? 2.0f * k_error[i] * k_mm : 0.6f, shortest = straight / k_bend; // mm
            levels[i] = sheet(levels[i], left_by(shape.steps), {0.0f, shape.hull.sheet, straight, shortest});
        }
    if (shape.kind == Kind::room)
        for (mesh::Mesh& level : levels) sharpen(level);
    return levels;
}

std::vector<std::size_t> chosen(const std::vector<Shape>& shapes, const std::vector<std::string>& only) {
    std::vector<std::string> ids;
    for (const Shape& shape : shapes) ids.push_back(shape.id);
    for (const std::string& id : only)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            const std::string hint = base::did_you_mean(id, ids);
            throw base::Failure("There is no structure '" + id + "' in the shape files" +
                                (hint.empty() ? "." : "; " + hint));
        }
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (only.empty() || std::find(only.begin(), only.end(), ids[i]) != only.end()) indices.push_back(i);
    return indices;
}

/// The shapes that the wanted structures are made from, each once.
std::vector<std::size_t> sources_of(const std::vector<Shape>& shapes, const std::vector<std::size_t>& wanted) {
    std::vector<std::size_t> sources;
    for (const std::size_t index : wanted) sources.push_back(source_of(shapes, index));
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

/// The finished levels of every source, from the cache or made; empty for shapes that are no source.
std::vector<MeshLevels> make_sources(std::vector<Shape>& shapes, const std::vector<std::size_t>& sources,
                                     const LegOptions& options) {
    std::vector<MeshLevels> made(shapes.size());
    std::vector<std::uint64_t> keys(shapes.size());
    std::vector<std::size_t> missing;
    int done = 0;
    const auto report = [&](const MeshLevels& levels, bool was_kept) {
        if (options.progress) options.progress(levels[0], was_kept, ++done, static_cast<int>(sources.size()));
    };
    for (const std::size_t index : sources) {
        keys[index] = key_of(shapes, index, options.maker);
        if (auto found = kept(options.cache, shapes[index].id, keys[index])) {
            made[index] = *std::move(found);
            report(made[index], true);
        } else {
            missing.push_back(index);
        }
    }
    for (const std::size_t index : missing) finish(shapes, index);
    std::mutex reporting;
    base::in_parallel(missing.size(), [&](std::size_t i) {
        const std::size_t index = missing[i];
        made[index] = make_one(shapes, index);
        keep(options.cache, keys[index], made[index]);
        const std::lock_guard lock(reporting);
        report(made[index], false);
    });
    return made;
}

/// TEXCOORD_1.y of what has fibres. Apart from the cache: any muscle shapes the skin, and the skin everyone's depth.
void paint_depths(std::vector<Shape>& shapes, const std::vector<std::size_t>& sources, std::vector<MeshLevels>& made) {
    for (const std::size_t index : sources)
        if (shapes[index].kind == Kind::skin) finish(shapes, index);
    for (const std::size_t index : sources)
        if (has_fibres(shapes[index].kind))
            for (mesh::Mesh& mesh : made[index]) paint_depth(mesh, shapes);
}

} // namespace

Levels make_leg(std::vector<Shape> shapes, const LegOptions& options) {
    const std::vector<std::size_t> wanted = chosen(shapes, options.only);
    const std::vector<std::size_t> sources = sources_of(shapes, wanted);
    share_triangles(shapes);
    std::vector<MeshLevels> made = make_sources(shapes, sources, options);
    paint_depths(shapes, sources, made);
    Levels levels;
    for (const std::size_t index : wanted) {
        const std::size_t source = source_of(shapes, index);
        for (std::size_t i = 0; i < levels.size(); ++i) {
            mesh::Mesh mesh = source == index ? made[index][i] : mirrored(made[source][i]);
            mesh.id = shapes[index].id;
            levels[i].meshes.push_back(std::move(mesh));
        }
    }
    return levels;
}

} // namespace sculpt
