// Gauss-Legendre quadrature, 30 points a piece.
#pragma once

#include <array>

namespace abstat {

struct QuadratureNode {
  double x;  // in [-1, 1]
  double weight;
};

[[nodiscard]] const std::array<QuadratureNode, 30>& gauss_legendre_30();

// The integral of f from low to high in so many equal pieces.
template <typename Function>
[[nodiscard]] double integrate(double low, double high, int pieces, Function&& f) {
  double sum = 0;
  const double half = (high - low) / pieces / 2;
  for (int piece = 0; piece < pieces; ++piece) {
    const double middle = low + (2 * piece + 1) * half;
    for (const QuadratureNode& node : gauss_legendre_30())
      sum += node.weight * half * f(middle + half * node.x);
  }
  return sum;
}

}  // namespace abstat
