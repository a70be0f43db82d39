// How a run ended, told from the lines that are there and from those that are not.
#pragma once

#include "line_kind.hpp"
#include "report_traits.hpp"

#include <abstat/report.hpp>

namespace abstat {

// Why no more lines followed.
enum class ReportEnd { next_report, other_text, end_of_input };

// Lines that every version of ab prints, whatever its options; the ones that depend on what was measured
// (rates, tables) are asked for only if this report has to have them.
[[nodiscard]] LineKinds required_lines(const Report& report, AbEra era, LineKinds seen);

// True when ab never leaves out a line between these two of this report.
[[nodiscard]] bool follow_each_other(const Report& report, AbEra era, LineKind earlier, LineKind later);

// True when the lines seen can only come from a report of ab.
[[nodiscard]] bool is_evidence(LineKinds seen, const ReportTraits& traits);

[[nodiscard]] ReportStatus report_status(const Report& report, const ReportTraits& traits, LineKinds seen,
                                         ReportEnd end);

}  // namespace abstat
