// Cells and words that the pages of several results share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/counted.hpp>
#include <abstat/table.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// A value of the metric with the decimals worth showing; shares are shown in percent.
[[nodiscard]] Cell value_cell(const Metric& metric, double value);
// With the decimals that suit `typical`, a value of the table, so that a column has the same throughout.
[[nodiscard]] Cell range_cell(const Metric& metric, const Interval& interval, double typical);
// A speedup: "1.526x", with more digits near 1.
[[nodiscard]] Cell ratio_cell(double ratio);
[[nodiscard]] Cell ratio_range_cell(const Interval& interval);
// How far a ratio can lie off for the rounding of the printed digits: "±0.00001".
[[nodiscard]] Cell ratio_rounding_cell(const Interval& interval);
[[nodiscard]] Cell p_cell(const std::optional<double>& p);

// A column's name for its values: the unit, or the name of what has none.
[[nodiscard]] std::string label_of(const Metric& metric);
// "goodput (req/s, higher is better)"
[[nodiscard]] std::string described(const Metric& metric);
// Good when borne out, doubtful when the reports cannot tell.
[[nodiscard]] Tone tone_of(Verdict verdict);
// "95 %"
[[nodiscard]] std::string percent(double share);
// "FILE:FIRST-LAST"
[[nodiscard]] std::string place_of(const Span& span);
// "Holm", "Games and Howell": as a column or a sentence has it.
[[nodiscard]] std::string_view author_of(Adjustment adjustment);

// "sync: 3950.12 (3600 – 4300) without 2 runs" for each stack that was also estimated without its outliers.
[[nodiscard]] std::vector<std::string> without_outliers(const Metric& metric,
                                                        const std::vector<const StackEstimate*>& stacks);
// What stands above them.
inline constexpr std::string_view about_without_outliers =
    "Without the runs flagged as outliers, to see how much hangs on them; the table has all runs:";

// One sentence for each stack that has no value.
[[nodiscard]] std::vector<std::string> sentences_of(const std::vector<Unmeasured>& unmeasured);

// The file all spans are in; empty when there are several.
[[nodiscard]] std::string common_file(const std::vector<Span>& spans);
// "FIRST-LAST" where `file` is known to the reader, place_of otherwise.
[[nodiscard]] std::string place_within(const Span& span, const std::string& file);

// Drops rows' cells column by column where no row has a value: a column of dashes tells nothing.
void drop_empty_columns(Table& table);

}  // namespace abstat
