#include "evidence.hpp"

namespace abstat {

namespace {

exact::Range believed_time(const std::vector<ElapsedRange>& times) {
  exact::Range time = agreed_time(times);
  return time.empty() ? times.front().microseconds : time;
}

}  // namespace

Evidence::Evidence(const Report& of)
    : report(of),
      formulas(fitting_formulas(of)),
      times(elapsed_ranges(of, formulas)),
      rules(row_rules(of)),
      rows(rows_of(of, rules)),
      samples(sample_size(of)),
      elapsed_us(believed_time(times)) {}

}  // namespace abstat
