#pragma once
// needs: programs that need the finished programs of other structures: hulls and borrowed forms.

#include "sculpt/shape_file.h"

namespace sculpt {

/// Ids that shape needs finished first: what its hull covers and what it borrows.
std::vector<std::string> needs(const Shape& shape);

/// The same of shapes[index] with what those need in their turn, each once.
std::vector<std::string> all_needs(const std::vector<Shape>& shapes, std::size_t index);

/// Makes the program of shapes[index] when it is still empty, and those that it needs before it. The needs must not run
/// in a circle (load_shape_folder refuses that).
void finish(std::vector<Shape>& shapes, std::size_t index);

} // namespace sculpt
