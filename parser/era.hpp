// Which ab printed a report, and what that version is known to print wrongly.
#pragma once

#include "line_kind.hpp"
#include "report_traits.hpp"

#include <abstat/report.hpp>

namespace abstat {

// Told from the lines present; the banner alone does not do (it says 2.3 since 2.2.9). `unknown` when the
// lines fit several eras, as most aborted runs and short excerpts do.
[[nodiscard]] AbEra era_of(const Report& report, const ReportTraits& traits, LineKinds seen);

// Adds the corrections that the era of the report asks for.
void correct(Report& report, const ReportTraits& traits);

}  // namespace abstat
