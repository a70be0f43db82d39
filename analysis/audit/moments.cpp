#include "moments.hpp"

#include <cmath>
#include <fmt/format.h>

namespace abstat {

using exact::Fraction;
using exact::Range;

std::optional<std::string> misfit_of_moments(const std::vector<Step>& steps, const Row& row, std::int64_t n) {
  const Range sum = sum_of(steps);
  const Range mean{*sum.low / Fraction(n), *sum.high / Fraction(n)};
  if (!exact::meet(mean, row.mean)) {
    return fmt::format("mean {} {} does not fit: {} are possible", row.name, row.printed->mean.text(),
                       exact::text_of(mean, Fraction(1), 2));
  }
  if (!row.sd_known || n < 2) return std::nullopt;
  const Range squares = squares_of(steps, exact::intersection(mean, row.mean));
  const Fraction others{n - 1};
  if (*squares.low <= *row.sd.high * *row.sd.high * others &&
      *row.sd.low * *row.sd.low * others <= *squares.high) {
    return std::nullopt;
  }
  return fmt::format("sd {} {} does not fit: {:.2f} to {:.2f} are possible", row.name,
                     row.printed->sd->text(), std::sqrt((*squares.low / others).value()),
                     std::sqrt((*squares.high / others).value()));
}

}  // namespace abstat
