#include "sorted_times.hpp"

#include <algorithm>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;

Fraction square(const Fraction& value) {
  return value * value;
}

// The farthest a time of this step can lie from the mean.
Fraction farthest(const Step& step, const Fraction& mean) {
  return exact::greatest(exact::magnitude(step.low - mean), exact::magnitude(step.high - mean));
}

Fraction nearest(const Step& step, const Range& mean) {
  return exact::greatest(Fraction(0), exact::greatest(step.low - *mean.high, *mean.low - step.high));
}

}  // namespace

std::int64_t percentile_index(std::int64_t n, int level) {
  if (level == 100) return n - 1;
  // In two parts, so that n * level does not overflow.
  return n / 100 * level + n % 100 * level / 100;
}

std::vector<KnownTime> known_times(const Percentiles& table, const Row* total, std::int64_t n,
                                   const RowRules& rules) {
  std::vector<KnownTime> known;
  if (total != nullptr) {
    known.push_back({0, total->min});
    known.push_back({n - 1, total->max});
  }
  for (std::size_t row = 0; row < Percentiles::levels.size(); ++row) {
    const auto& figure = table.ms.at(row);
    if (!figure || !exact::usable(*figure)) continue;
    known.push_back({percentile_index(n, Percentiles::levels.at(row)), time_range(*figure, rules)});
  }
  return known;
}

std::optional<std::vector<Step>> sorted_times(std::vector<KnownTime> known, std::int64_t n) {
  std::stable_sort(known.begin(), known.end(),
                   [](const KnownTime& a, const KnownTime& b) { return a.index < b.index; });
  if (known.empty() || known.back().index != n - 1) return std::nullopt;
  std::vector<Step> steps;
  // Before the first known request no time is below zero, and none of an old ab far below.
  Fraction low = exact::least(Fraction(0), *known.front().ms.low);
  std::int64_t next = 0;
  for (const KnownTime& at : known) {
    if (at.index > next) steps.push_back({at.index - next, low, *at.ms.high});
    if (at.index >= next) steps.push_back({1, *at.ms.low, *at.ms.high});
    low = *at.ms.low;
    next = std::max(next, at.index + 1);
  }
  return steps;
}

Range sum_of(const std::vector<Step>& steps) {
  Fraction low{0};
  Fraction high{0};
  for (const Step& step : steps) {
    low = low + Fraction(step.requests) * step.low;
    high = high + Fraction(step.requests) * step.high;
  }
  return {low, high};
}

Range squares_of(const std::vector<Step>& steps, const Range& mean) {
  Fraction least{0};
  Fraction most_at_low{0};
  Fraction most_at_high{0};
  for (const Step& step : steps) {
    const Fraction requests{step.requests};
    least = least + requests * square(nearest(step, mean));
    // The sum is convex in the mean, so it is largest at one of its ends.
    most_at_low = most_at_low + requests * square(farthest(step, *mean.low));
    most_at_high = most_at_high + requests * square(farthest(step, *mean.high));
  }
  return {least, exact::greatest(most_at_low, most_at_high)};
}

}  // namespace abstat
