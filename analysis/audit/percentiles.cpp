// G1 to G5. The percentile table and the Total row are taken from the same sorted times.
#include "checks.hpp"
#include "moments.hpp"
#include "sorted_times.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;

struct Entry {
  int level;
  Figure ms;
  std::size_t line;
};

std::vector<Entry> entries_of(const Report& report) {
  std::vector<Entry> entries;
  std::size_t printed = 0;
  for (std::size_t row = 0; row < Percentiles::levels.size(); ++row) {
    const auto& figure = report.percentiles_ms->ms.at(row);
    if (!figure) continue;
    const std::size_t first = report.lines.percentiles;
    if (exact::usable(*figure)) {
      entries.push_back({Percentiles::levels.at(row), *figure, first == 0 ? 0 : first + printed});
    }
    ++printed;
  }
  return entries;
}

bool equal(const Figure& a, const Figure& b) {
  return exact::value_of(a) <= exact::value_of(b) && exact::value_of(b) <= exact::value_of(a);
}

bool less(const Figure& a, const Figure& b) {
  return exact::value_of(a) < exact::value_of(b);
}

// Levels that fall on the same request of a short run show the same time.
bool in_order(const Entry& lower, const Entry& upper, std::optional<std::int64_t> n, const RowRules& rules) {
  if (less(upper.ms, lower.ms)) return false;
  const bool same_request =
      n && rules.floor_index && percentile_index(*n, lower.level) == percentile_index(*n, upper.level);
  return !same_request || equal(lower.ms, upper.ms);
}

void check_order(const std::vector<Entry>& entries, std::optional<std::int64_t> n, const RowRules& rules,
                 Ledger& ledger) {
  const auto broken = std::adjacent_find(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return !in_order(a, b, n, rules);
  });
  const bool holds = broken == entries.end();
  ledger.require(holds, "G1", holds ? 0 : std::next(broken)->line, [&] {
    const Entry& lower = *broken;
    const Entry& upper = *std::next(broken);
    return less(upper.ms, lower.ms)
               ? fmt::format("{}% {} must not be more than {}% {}", lower.level, lower.ms.text(), upper.level,
                             upper.ms.text())
               : fmt::format("of {} requests {}% and {}% are the same one, so {} and {} must be equal", *n,
                             lower.level, upper.level, lower.ms.text(), upper.ms.text());
  });
}

void check_longest(const Entry& longest, const Row& total, Ledger& ledger) {
  ledger.require(equal(longest.ms, total.printed->max), "G2", longest.line, [&] {
    return fmt::format("100% {} is the longest request, so it must be max Total {}", longest.ms.text(),
                       total.printed->max.text());
  });
}

// With an even number of requests ab takes both from the same place; with an odd one its median lies higher.
void check_median(const Entry& half, const Row& total, std::int64_t n, Ledger& ledger) {
  const Figure& median = *total.printed->median;
  const bool holds = n % 2 == 0 ? equal(half.ms, median) : !less(median, half.ms);
  ledger.require(holds, "G3", half.line, [&] {
    return fmt::format("50% {} must be {} median Total {}, since the number of requests {} is {}",
                       half.ms.text(), n % 2 == 0 ? "the" : "at most the", median.text(), n,
                       n % 2 == 0 ? "even" : "odd");
  });
}

void check_inside(const std::vector<Entry>& entries, const Row& total, Ledger& ledger) {
  const auto outside = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return less(entry.ms, total.printed->min) || less(total.printed->max, entry.ms);
  });
  const bool holds = outside == entries.end();
  ledger.require(holds, "G4", holds ? 0 : outside->line, [&] {
    return fmt::format("{}% {} must lie between min Total {} and max Total {}", outside->level,
                       outside->ms.text(), total.printed->min.text(), total.printed->max.text());
  });
}

// The table bounds every request's time from both sides, so it bounds their mean and standard deviation.
void check_moments(const Evidence& evidence, const Row& total, std::int64_t n, Ledger& ledger) {
  const auto known = known_times(*evidence.report.percentiles_ms, &total, n, evidence.rules);
  const auto steps = sorted_times(known, n);
  if (!steps) return;
  const auto misfit = misfit_of_moments(*steps, total, n);
  ledger.require(!misfit, "G5", total.line, [&] { return *misfit + " with these percentiles"; });
}

}  // namespace

void check_percentiles(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  if (!report.percentiles_ms) return;
  const RowRules& rules = evidence.rules;
  const auto entries = entries_of(report);
  if (entries.empty()) return;
  const auto n = evidence.samples;
  check_order(entries, n, rules, ledger);
  const Rows& rows = evidence.rows;
  if (!rows.total) return;
  const Entry& first = entries.front();
  const Entry& last = entries.back();
  if (last.level == 100) check_longest(last, *rows.total, ledger);
  if (first.level == 50 && rows.total->printed->median && n && rules.floor_index) {
    check_median(first, *rows.total, *n, ledger);
  }
  check_inside(entries, *rows.total, ledger);
  if (n && rules.floor_index) check_moments(evidence, *rows.total, *n, ledger);
}

}  // namespace abstat
