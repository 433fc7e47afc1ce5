#include "sculpt/leg.h"

#include "base/failure.h"
#include "base/nearest_word.h"
#include "sculpt/pack.h"
#include "sculpt/paint.h"
#include "sculpt/sheet.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

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
    constexpr float k_reach = 25.0f, k_stand_off = 3.0f;
    const Shape& own = shapes[index];
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
    if (asked <= k_triangle_budget) return;
    for (Shape& shape : shapes) shape.triangles = static_cast<int>(k_triangle_budget / asked * shape.triangles);
}

/// Joins the hulls of the wanted shapes to their own solids.
void make_hulls(std::vector<Shape>& shapes, const std::vector<std::size_t>& wanted) {
    for (const std::size_t index : wanted) {
        Shape& shape = shapes[index];
        if (shape.hull.over.empty()) continue;
        std::vector<const Program*> inside;
        for (const Shape& other : shapes)
            if (std::find(shape.hull.over.begin(), shape.hull.over.end(), other.id) != shape.hull.over.end())
                inside.push_back(&other.program);
        std::vector<Step> steps = {{Op::add, 0.0f, make_hull(shape.hull, inside)}};
        if (shape.hull.sheet == 0.0f) steps.insert(steps.end(), shape.steps.begin(), shape.steps.end());
        shape.program = Program(std::move(steps));
    }
}

/// TEXCOORD_1.y: depth below the skin, in units of 0.1 m.
void paint_depth(mesh::Mesh& mesh, const std::vector<Shape>& shapes) {
    const auto skin = std::find_if(shapes.begin(), shapes.end(), [](const Shape& s) { return s.kind == Kind::skin; });
    if (skin == shapes.end() || skin->program.empty()) return;
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        mesh.tissue[v].y = std::clamp(-skin->program.distance(mesh.positions[v] * 1000.0f) / 100.0f, 0.0f, 1.0f);
}

mesh::Mesh make_one(const std::vector<Shape>& shapes, std::size_t index) {
    const Shape& shape = shapes[index];
    const Field field = packed(shapes, index);
    const bool one_piece = shape.kind != Kind::room;
    mesh::Mesh mesh =
        surface(shape.id, field, shape.program.box(), {shape.voxel, shape.triangles, one_piece ? 1.0f : 0.01f});
    paint_normals(mesh, field, 0.4f * shape.voxel);
    if (shape.hull.sheet > 0.0f) mesh = sheet(mesh, left_by(shape.steps), {12.0f, 0.0f, shape.hull.sheet});
    if (shape.kind >= Kind::muscle && shape.kind <= Kind::vessel) {
        paint_fibres(mesh, shape);
        paint_depth(mesh, shapes);
    }
    paint_weights(mesh, shape.carry);
    paint_colours(mesh, shape, usual_colour(Kind::tendon), surroundings(shapes, index, field));
    return mesh;
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

} // namespace

mesh::Model make_leg(std::vector<Shape> shapes, const std::vector<std::string>& only, const Progress& progress) {
    const std::vector<std::size_t> wanted = chosen(shapes, only);
    share_triangles(shapes);
    make_hulls(shapes, wanted);
    mesh::Model model;
    model.meshes.resize(wanted.size());
    std::atomic<std::size_t> next = 0;
    int done = 0;
    std::mutex reporting;
    std::exception_ptr failed;
    const auto work = [&] {
        for (std::size_t i = next++; i < wanted.size(); i = next++) {
            try {
                const std::size_t source = source_of(shapes, wanted[i]);
                mesh::Mesh mesh = make_one(shapes, source);
                if (source != wanted[i]) mesh = mirrored(std::move(mesh));
                mesh.id = shapes[wanted[i]].id;
                const std::lock_guard lock(reporting);
                progress(mesh, ++done, static_cast<int>(wanted.size()));
                model.meshes[i] = std::move(mesh);
            } catch (...) {
                const std::lock_guard lock(reporting);
                if (!failed) failed = std::current_exception();
                next = wanted.size();
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) workers.emplace_back(work);
    }
    if (failed) std::rethrow_exception(failed);
    return model;
}

} // namespace sculpt
