// The check families of the audit, each in the file of its name.
#pragma once

#include "audit/ledger.hpp"

#include <abstat/report.hpp>

namespace abstat {

void check_rates(const Report& report, Ledger& ledger);        // A2 to A7
void check_counts(const Report& report, Ledger& ledger);       // A1, B1 to B3
void check_sizes(const Report& report, Ledger& ledger);        // C1 to C4
void check_rows(const Report& report, Ledger& ledger);         // D1 to D5
void check_row_sums(const Report& report, Ledger& ledger);     // E1 to E5
void check_occupancy(const Report& report, Ledger& ledger);    // F1, F2
void check_percentiles(const Report& report, Ledger& ledger);  // G1 to G5
void check_ab_warnings(const Report& report, Ledger& ledger);  // H1

}  // namespace abstat
