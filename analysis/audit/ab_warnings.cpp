// H1. ab compares mean and median of each row with its standard deviation and warns: ERROR when they are more
// than two, WARNING when they are more than one apart. Which of them it prints follows from the printed row
// but for the rounding of the standard deviation.
#include "checks.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;

enum class Said : std::uint8_t { nothing, warning, error };

// Since 2.0.17 ab compares whole milliseconds; before, the mean before rounding.
Range distance(const Row& row, AbEra era) {
  const Fraction apart =
      exact::magnitude(exact::value_of(row.printed->mean) - exact::value_of(*row.printed->median));
  if (era != AbEra::e2) return {apart, apart};
  return {exact::greatest(Fraction(0), apart - Fraction(1)), apart + Fraction(1)};
}

bool possible(Said said, const Range& apart, const Range& sd) {
  const Fraction two{2};
  switch (said) {
    case Said::nothing:
      return *apart.low <= *sd.high;
    case Said::warning:
      return *sd.low < *apart.high && *apart.low <= two * *sd.high;
    case Said::error:
      return two * *sd.low < *apart.high;
  }
  return false;
}

Said said_about(const Report& report, AbWarning::About about) {
  const auto found = std::find_if(report.ab_warnings.begin(), report.ab_warnings.end(),
                                  [&](const AbWarning& warning) { return warning.about == about; });
  if (found == report.ab_warnings.end()) return Said::nothing;
  return found->severity == AbWarning::Severity::error ? Said::error : Said::warning;
}

std::string_view text_of(Said said) {
  constexpr std::array<std::string_view, 3> words{"nothing", "a WARNING", "an ERROR"};
  return words.at(static_cast<std::size_t>(said));
}

// An excerpt may have lost the line.
bool may_be_lost(const Report& report) {
  return report.status == ReportStatus::partial || report.status == ReportStatus::truncated;
}

void check_row(const Report& report, const std::optional<Row>& row, AbWarning::About about, Ledger& ledger) {
  if (!row || !row->printed->sd || !exact::usable(*row->printed->sd) || !row->printed->median) return;
  const Said said = said_about(report, about);
  const Range apart = distance(*row, report.era);
  // ab compares with its own standard deviation, so only the rounding of the print counts.
  const Range printed = exact::range_of(*row->printed->sd);
  const Range sd{exact::greatest(Fraction(0), *printed.low), printed.high};
  const bool holds = possible(said, apart, sd);
  if (said == Said::nothing && (holds || may_be_lost(report))) return;
  ledger.require(holds, "H1", row->line, [&] {
    return fmt::format("{}: ab says {} about mean {}, median {} and sd {}, which its own rule does not give",
                       row->name, text_of(said), row->printed->mean.text(), row->printed->median->text(),
                       row->printed->sd->text());
  });
}

}  // namespace

void check_ab_warnings(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  const Rows& rows = evidence.rows;
  check_row(report, rows.connect, AbWarning::About::connect, ledger);
  check_row(report, rows.processing, AbWarning::About::processing, ledger);
  check_row(report, rows.waiting, AbWarning::About::waiting, ledger);
  check_row(report, rows.total, AbWarning::About::total, ledger);
}

}  // namespace abstat
