#include "moments.hpp"

#include <cmath>
#include <fmt/format.h>

namespace abstat {

using exact::Fraction;
using exact::Range;

std::optional<std::string> misfit_of_moments(const std::vector<Step>& steps, const Row& total,
                                             std::int64_t n) {
  const Range sum = sum_of(steps);
  const Range mean{*sum.low / Fraction(n), *sum.high / Fraction(n)};
  if (!exact::meet(mean, total.mean)) {
    return fmt::format("mean Total {} does not fit: {} are possible", total.printed->mean.text(),
                       exact::text_of(mean, Fraction(1), 2));
  }
  if (!total.sd_known || n < 2) return std::nullopt;
  const Range squares = squares_of(steps, exact::intersection(mean, total.mean));
  const Fraction others{n - 1};
  if (*squares.low <= *total.sd.high * *total.sd.high * others &&
      *total.sd.low * *total.sd.low * others <= *squares.high) {
    return std::nullopt;
  }
  return fmt::format("sd Total {} does not fit: {:.2f} to {:.2f} are possible", total.printed->sd->text(),
                     std::sqrt((*squares.low / others).value()), std::sqrt((*squares.high / others).value()));
}

}  // namespace abstat
