#include "sorted_times.hpp"

#include <algorithm>
#include <cstdint>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;
using exact::Whole;

Fraction square(const Fraction& value) {
  return value * value;
}

// For any c, the squared deviations from the mean m of n times add up to sum (x-c)^2 - n (m-c)^2. The largest
// and the least (x-c)^2 of each step bound the sum for every c; the c that bounds best is looked for in
// double, and what it gives is computed exactly.
enum class End : std::uint8_t { most, least };

// A step in double, for the search.
struct Rough {
  double requests;
  double low;
  double high;
};

std::vector<Rough> roughly(const std::vector<Step>& steps) {
  std::vector<Rough> rough;
  rough.reserve(steps.size());
  for (const Step& step : steps) {
    rough.push_back({static_cast<double>(step.requests), step.low.value(), step.high.value()});
  }
  return rough;
}

double time_within(const Rough& step, double centre, End end) {
  if (end == End::least) return std::clamp(centre, step.low, step.high);
  return centre - step.low > step.high - centre ? step.low : step.high;
}

// Where the times chosen for c add up to the mean: farthest from c for End::most, so the sum falls with c;
// the nearest to c for End::least, so it rises.
double best_centre(const std::vector<Rough>& steps, double mean, End end) {
  double low = steps.front().low;
  double high = low;
  double n = 0;
  for (const Rough& step : steps) {
    high = std::max(high, step.high);
    n += step.requests;
  }
  constexpr int halvings = 40;
  for (int i = 0; i < halvings; ++i) {
    const double centre = (low + high) / 2;
    double sum = 0;
    for (const Rough& step : steps) sum += step.requests * time_within(step, centre, end);
    const bool too_far = end == End::most ? sum < n * mean : sum > n * mean;
    (too_far ? high : low) = centre;
  }
  return (low + high) / 2;
}

// On a grid of a thousandth, so that the fractions stay small.
Fraction on_grid(double value) {
  constexpr double finest = 1000;
  constexpr double largest = 1e15;
  return {Whole(static_cast<std::int64_t>(std::clamp(value * finest, -largest, largest))), Whole(1000)};
}

Fraction farthest(const Step& step, const Fraction& centre) {
  return exact::greatest(exact::magnitude(step.low - centre), exact::magnitude(step.high - centre));
}

Fraction nearest(const Step& step, const Fraction& centre) {
  return exact::greatest(Fraction(0), exact::greatest(step.low - centre, centre - step.high));
}

Fraction squares_about(const std::vector<Step>& steps, const std::vector<Rough>& rough, const Range& mean,
                       End end) {
  const double middle = (mean.low->value() + mean.high->value()) / 2;
  const Fraction centre = on_grid(best_centre(rough, middle, end));
  Fraction squares{0};
  Fraction n{0};
  for (const Step& step : steps) {
    const Fraction requests{step.requests};
    n = n + requests;
    squares = squares + requests * square(end == End::most ? farthest(step, centre) : nearest(step, centre));
  }
  const Fraction away =
      exact::greatest(Fraction(0), exact::greatest(*mean.low - centre, centre - *mean.high));
  const Fraction farthest_away =
      exact::greatest(exact::magnitude(*mean.low - centre), exact::magnitude(*mean.high - centre));
  return exact::greatest(Fraction(0), squares - n * square(end == End::most ? away : farthest_away));
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

std::vector<KnownTime> known_times(const Row& row, std::int64_t n) {
  std::vector<KnownTime> known{{0, row.min}, {n - 1, row.max}};
  if (!row.printed->median) return known;
  if (n % 2 == 0) {
    known.push_back({n / 2, row.median});
  } else if (n > 1) {
    // The mean of the middle request and the next: one lies at or below it, the other at or above.
    known.push_back({n / 2, {row.min.low, row.median.high}});
    known.push_back({n / 2 + 1, {row.median.low, row.max.high}});
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
  // The narrower the range of means, the closer the bounds; each part has a centre of its own.
  constexpr std::int64_t parts = 4;
  const Fraction width = (*mean.high - *mean.low) / Fraction(parts);
  const auto rough = roughly(steps);
  std::optional<Range> all;
  for (std::int64_t part = 0; part < parts; ++part) {
    const Fraction low = *mean.low + width * Fraction(part);
    const Range within{low, low + width};
    const Fraction least = squares_about(steps, rough, within, End::least);
    const Fraction most = squares_about(steps, rough, within, End::most);
    all = all ? Range{exact::least(*all->low, least), exact::greatest(*all->high, most)} : Range{least, most};
  }
  return *all;
}

}  // namespace abstat
