// E1 to E5. Every request's total time is its connect time plus its processing time, and waiting is a part of
// processing.
#include "checks.hpp"

#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;

Range sum(const Range& a, const Range& b) {
  return {*a.low + *b.low, *a.high + *b.high};
}

void check_means(const Row& connect, const Row& processing, const Row& total, Ledger& ledger) {
  ledger.require(exact::meet(sum(connect.mean, processing.mean), total.mean), "E1", total.line, [&] {
    return fmt::format("mean Connect {} and mean Processing {} must add up to mean Total {} within rounding",
                       connect.printed->mean.text(), processing.printed->mean.text(),
                       total.printed->mean.text());
  });
}

// a + b <= c can be, by the ends that allow it most.
bool fits(const Range& a, const Range& b, const Range& c) {
  return *a.low + *b.low <= *c.high;
}

// Each total time is that request's processing time plus at least the least and at most the largest connect
// time. Sorting keeps such bounds, so they hold for every order statistic, and for ab's median.
bool between(const Range& part, const Row& other, const Range& total) {
  return fits(part, other.min, total) && *total.low <= *part.high + *other.max.high;
}

bool median_between(const Row& part, const Row& other, const Row& total) {
  return !part.printed->median || !total.printed->median || between(part.median, other, total.median);
}

void check_upper(const Row& connect, const Row& processing, const Row& total, Ledger& ledger) {
  // Rounding keeps the order, so the printed maxima themselves compare.
  const Fraction longest = exact::value_of(total.printed->max);
  const bool above =
      exact::value_of(connect.printed->max) <= longest && exact::value_of(processing.printed->max) <= longest;
  const bool maxima = between(processing.max, connect, total.max) &&
                      (!processing.min_known || between(connect.max, processing, total.max));
  ledger.require(above && maxima, "E2", total.line, [&] {
    return fmt::format(
        "max Total {} must be at least max Connect {} and max Processing {} with the other's minimum, "
        "and at most their sum",
        total.printed->max.text(), connect.printed->max.text(), processing.printed->max.text());
  });
}

// How the lower figures of a part and of the total contradict each other; empty where they do not.
std::string lower_contradiction(const Row& part, const Row& other, const Row& total) {
  const auto told = [&](std::string_view figure, const Figure& whole, const Figure& own) {
    return fmt::format("{0} Total {1} must lie between {0} {2} {3} plus min and plus max {4}, {5} and {6}",
                       figure, whole.text(), part.name, own.text(), other.name, other.printed->min.text(),
                       other.printed->max.text());
  };
  if (!between(part.min, other, total.min)) return told("min", total.printed->min, part.printed->min);
  if (!median_between(part, other, total))
    return told("median", *total.printed->median, *part.printed->median);
  return "";
}

void check_lower(const Row& connect, const Row& processing, const Row& total, Ledger& ledger) {
  std::string broken = lower_contradiction(processing, connect, total);
  if (broken.empty()) broken = lower_contradiction(connect, processing, total);
  ledger.require(broken.empty(), "E3", total.line, [&] { return broken; });
}

void check_deviations(const Row& connect, const Row& processing, const Row& total, Ledger& ledger) {
  const bool below = *total.sd.low <= *connect.sd.high + *processing.sd.high;
  const bool above = *connect.sd.low - *processing.sd.high <= *total.sd.high &&
                     *processing.sd.low - *connect.sd.high <= *total.sd.high;
  ledger.require(below && above, "E5", total.line, [&] {
    return fmt::format(
        "sd Total {} must lie between the difference and the sum of sd Connect {} and sd "
        "Processing {}",
        total.printed->sd->text(), connect.printed->sd->text(), processing.printed->sd->text());
  });
}

void check_waiting(const Row& waiting, const Row& processing, Ledger& ledger) {
  const auto within = [](const Figure& part, const Figure& whole) {
    return exact::value_of(part) <= exact::value_of(whole);
  };
  const TimesRow& part = *waiting.printed;
  const TimesRow& whole = *processing.printed;
  const bool holds =
      (!processing.min_known || within(part.min, whole.min)) && within(part.mean, whole.mean) &&
      (!part.median || !whole.median || within(*part.median, *whole.median)) && within(part.max, whole.max);
  ledger.expect(holds, "E4", Severity::warning, waiting.line, [&] {
    return "Waiting is a part of Processing, but one of its figures is larger: the server answered before "
           "the "
           "request was sent, or the clock was set";
  });
}

// -S before 2.4.7 and HTML always subtract the printed figures of two rows; the mean may be taken before
// rounding.
void check_aggregated(const Row& connect, const Row& processing, const Row& total, Ledger& ledger) {
  const auto difference = [](const Figure& whole, const Figure& part) {
    return exact::value_of(whole) - exact::value_of(part);
  };
  const TimesRow& row = *processing.printed;
  const auto same = [](const Fraction& a, const Fraction& b) { return a <= b && b <= a; };
  const bool holds = same(exact::value_of(row.min), difference(total.printed->min, connect.printed->min)) &&
                     same(exact::value_of(row.max), difference(total.printed->max, connect.printed->max)) &&
                     exact::magnitude(exact::value_of(row.mean) -
                                      difference(total.printed->mean, connect.printed->mean)) <= Fraction(1);
  ledger.require(holds, "E1", processing.line, [&] {
    return "in this format ab prints Processing as Total minus Connect, figure by figure, which these rows "
           "are not";
  });
}

}  // namespace

void check_row_sums(const Evidence& evidence, Ledger& ledger) {
  const Rows& rows = evidence.rows;
  if (rows.waiting && rows.processing) check_waiting(*rows.waiting, *rows.processing, ledger);
  if (!rows.connect || !rows.processing || !rows.total) return;
  const Row& connect = *rows.connect;
  const Row& processing = *rows.processing;
  const Row& total = *rows.total;
  if (processing.aggregated) {
    check_aggregated(connect, processing, total, ledger);
    return;
  }
  check_means(connect, processing, total, ledger);
  check_upper(connect, processing, total, ledger);
  if (processing.min_known) check_lower(connect, processing, total, ledger);
  if (connect.sd_known && processing.sd_known && total.sd_known) {
    check_deviations(connect, processing, total, ledger);
  }
}

}  // namespace abstat
