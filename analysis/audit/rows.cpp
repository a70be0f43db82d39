// D1 to D5. What holds for the minimum, mean, median, maximum and standard deviation of any n numbers.
#include "checks.hpp"
#include "moments.hpp"

#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;

Fraction square(const Fraction& value) {
  return value * value;
}

Fraction positive_part(const Fraction& value) {
  return exact::greatest(Fraction(0), value);
}

double root(const Fraction& square) {
  return std::sqrt(square.value());
}

void check_order(const Row& row, Ledger& ledger) {
  const Fraction min = exact::value_of(row.printed->min);
  const Fraction max = exact::value_of(row.printed->max);
  const auto inside = [&](const Figure& figure) {
    const Fraction value = exact::value_of(figure);
    return (!row.min_known || min <= value) && value <= max;
  };
  const bool holds = inside(row.printed->mean) && (!row.printed->median || inside(*row.printed->median)) &&
                     (!row.min_known || min <= max);
  ledger.require(holds, "D1", row.line, [&] {
    return fmt::format("{}: mean {}{} must lie between min {} and max {}", row.name, row.printed->mean.text(),
                       row.printed->median ? " and median " + row.printed->median->text() : "",
                       row.printed->min.text(), row.printed->max.text());
  });
}

// Popoviciu: of all numbers in a range, half at each end scatter most.
void check_sd_against_range(const Row& row, const Fraction& n, Ledger& ledger) {
  const Fraction range = *row.max.high - *row.min.low;
  const Fraction most = n * square(range) / (Fraction(4) * (n - Fraction(1)));
  ledger.require(square(*row.sd.low) <= most, "D2", row.line, [&] {
    return fmt::format("{}: sd {} is more than {} requests between {} and {} ms can have, {:.2f}", row.name,
                       row.printed->sd->text(), n.value(), row.printed->min.text(), row.printed->max.text(),
                       root(most));
  });
}

// Bhatia and Davis: the same with the mean known.
void check_sd_against_mean(const Row& row, const Fraction& n, Ledger& ledger) {
  const Fraction middle = (*row.max.high + *row.min.low) / Fraction(2);
  const Fraction mean = exact::least(*row.mean.high, exact::greatest(*row.mean.low, middle));
  const Fraction spread = positive_part(*row.max.high - mean) * positive_part(mean - *row.min.low);
  const Fraction most = n * spread / (n - Fraction(1));
  ledger.require(square(*row.sd.low) <= most, "D3", row.line, [&] {
    return fmt::format(
        "{}: sd {} is more than {} requests between {} and {} ms with a mean of {} can have, {:.2f}",
        row.name, row.printed->sd->text(), n.value(), row.printed->min.text(), row.printed->max.text(),
        row.printed->mean.text(), root(most));
  });
}

// The fastest and the slowest request alone make a standard deviation of some size.
void check_sd_against_extremes(const Row& row, const Fraction& n, Ledger& ledger) {
  const Fraction above = positive_part(*row.max.low - *row.mean.high);
  const Fraction below = positive_part(*row.mean.low - *row.min.high);
  const Fraction range = positive_part(*row.max.low - *row.min.high);
  const Fraction apart = exact::greatest(square(above) + square(below), square(range) / Fraction(2));
  const Fraction least = apart / (n - Fraction(1));
  ledger.require(least <= square(*row.sd.high), "D4", row.line, [&] {
    return fmt::format(
        "{}: sd {} is less than the requests at {} and {} ms alone make among {} with a mean of {}, "
        "{:.2f}",
        row.name, row.printed->sd->text(), row.printed->min.text(), row.printed->max.text(), n.value(),
        row.printed->mean.text(), root(least));
  });
}

// Cantelli, and what minimum, median and maximum say of every request's time. At least half of the requests
// lie at or beyond ab's median when n is even; when n is odd ab takes the mean of the middle and the one
// above, so only (n-1)/2 of them do.
void check_mean_against_median(const Row& row, std::int64_t n, Ledger& ledger) {
  const Fraction gap =
      positive_part(exact::greatest(*row.mean.low - *row.median.high, *row.median.low - *row.mean.high));
  const Fraction most = square(*row.sd.high) * (Fraction(n) + Fraction(n % 2 == 0 ? -1 : 1)) / Fraction(n);
  const auto steps = row.min_known ? sorted_times(known_times(row, n), n) : std::nullopt;
  const auto misfit = steps ? misfit_of_moments(*steps, row, n) : std::nullopt;
  const bool close = square(gap) <= most;
  ledger.require(close && !misfit, "D5", row.line, [&] {
    if (close) return *misfit + " with these min, median and max";
    return fmt::format("{}: mean {} and median {} are further apart than sd {} allows, {:.2f} ms", row.name,
                       row.printed->mean.text(), row.printed->median->text(), row.printed->sd->text(),
                       root(most));
  });
}

}  // namespace

void check_rows(const Evidence& evidence, Ledger& ledger) {
  const auto n = evidence.samples;
  for (const Row* row : evidence.rows.printed()) {
    if (row->aggregated) continue;
    check_order(*row, ledger);
    if (!row->sd_known || !n || *n < 2) continue;
    const Fraction requests{*n};
    if (row->min_known) {
      check_sd_against_range(*row, requests, ledger);
      check_sd_against_mean(*row, requests, ledger);
      check_sd_against_extremes(*row, requests, ledger);
    }
    if (row->printed->median) check_mean_against_median(*row, *n, ledger);
  }
}

}  // namespace abstat
