#pragma once
// A closed box of 2 x 3 x 4 m with outward winding, and a mesh without defects to spoil.

#include "mesh/mesh.h"

inline mesh::Mesh box() {
    mesh::Mesh m;
    m.id = "box";
    for (int i = 0; i < 8; ++i)
        m.positions.emplace_back((i & 1) ? 2.0f : 0.0f, (i & 2) ? 3.0f : 0.0f, (i & 4) ? 4.0f : 0.0f);
    m.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    m.normals.assign(8, {0.0f, 1.0f, 0.0f});
    m.fibre.assign(8, {0.5f, 0.5f});
    m.joints.assign(8, {0, 0, 0, 0});
    m.weights.assign(8, {1.0f, 0.0f, 0.0f, 0.0f});
    return m;
}
