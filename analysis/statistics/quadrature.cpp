#include "quadrature.hpp"

#include <boost/math/quadrature/gauss.hpp>
#include <cstddef>

namespace abstat {

const std::array<QuadratureNode, 30>& gauss_legendre_30() {
  using Rule = boost::math::quadrature::gauss<double, 30>;
  static const std::array<QuadratureNode, 30> nodes = [] {
    std::array<QuadratureNode, 30> all{};
    for (std::size_t i = 0; i < 15; ++i) {
      all[14 - i] = {-Rule::abscissa()[i], Rule::weights()[i]};
      all[15 + i] = {Rule::abscissa()[i], Rule::weights()[i]};
    }
    return all;
  }();
  return nodes;
}

}  // namespace abstat
