// The file that ab -e writes: one line per percent of the requests, the time within which they were served.
// Rows 0 to 99, since 2.4.13 also 100. Row 0 is the minimum, row 100 the maximum, any other row k the value
// with the 0-based index floor(0.5 + n*k/100): a different rule than the report's own table has.
//
// Every version reads past the end of its array where n*(100 - k) <= 50, so that small runs have rows of
// garbage before the last (0.257 after 78.036). These rows are dropped and listed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/figure.hpp>
#include <abstat/position.hpp>
#include <abstat/report.hpp>

namespace abstat {

struct PercentileFile {
  static constexpr int highest_level = 100;

  std::string file;
  std::array<std::optional<Figure>, highest_level + 1> ms;  // by percent; absent or dropped rows are nullopt
  std::vector<int> dropped;                                 // CSV_OOB, ascending
  std::vector<UnparsedLine> unparsed;                       // the first limits::unparsed_kept of them
  bool operator==(const PercentileFile&) const = default;
};

// Whether ab reads past its array for this row of a run of n requests.
[[nodiscard]] constexpr bool past_the_end(std::uint64_t n, int level) {
  return level < PercentileFile::highest_level &&
         n * static_cast<std::uint64_t>(PercentileFile::highest_level - level) <= 50;
}

// n: the requests the run completed. Without it the rows past the end are known by their values: smaller than
// a row before, or larger than row 100. A file without a single row is a problem.
[[nodiscard]] Result<PercentileFile> read_percentile_file(std::string_view text, std::string file,
                                                          std::optional<std::uint64_t> n = std::nullopt);

}  // namespace abstat
