// The rows of Connection Times as ranges of what was measured, in milliseconds.
#pragma once

#include "dialect.hpp"
#include "exact.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

struct Row {
  std::string_view name;  // "Connect"
  const TimesRow* printed;
  std::size_t line;
  exact::Range min;
  exact::Range mean;
  exact::Range median;  // unbounded when not printed
  exact::Range max;
  exact::Range sd;  // of the requests, n-1
  bool sd_known;    // printed, and right in that version of ab
  bool min_known;   // false where that version of ab does not compute it right
  bool aggregated;  // a difference of other rows, not a set of requests
};

struct Rows {
  std::optional<Row> connect;
  std::optional<Row> processing;
  std::optional<Row> waiting;
  std::optional<Row> total;

  [[nodiscard]] std::vector<const Row*> printed() const;
};

// Rows with a figure that is no number are left out, but for the sd.
[[nodiscard]] Rows rows_of(const Report& report, const RowRules& rules);

// The requests the table was made from; nothing when not known or none.
[[nodiscard]] std::optional<std::int64_t> sample_size(const Report& report);

// The times of the percentile table; the same rounding as the rows.
[[nodiscard]] exact::Range time_range(const Figure& figure, const RowRules& rules);

}  // namespace abstat
