// A report as the checks see it: its figures as exact ranges under the rules of the ab that printed it.
#pragma once

#include "dialect.hpp"
#include "elapsed.hpp"
#include "row.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

struct Evidence {
  explicit Evidence(const Report& of);

  const Report& report;
  RateFormulas formulas;
  std::vector<ElapsedRange> times;  // what each rate says about the elapsed time
  RowRules rules;
  Rows rows;
  std::optional<std::int64_t> samples;  // as sample_size()
  // The elapsed time on which all rates agree; where they do not, that of the first line that tells it.
  exact::Range elapsed_us;
};

}  // namespace abstat
