// The check families of the audit, each in the file of its name.
#pragma once

#include "evidence.hpp"
#include "ledger.hpp"

namespace abstat {

void check_rates(const Evidence& evidence, Ledger& ledger);        // A2 to A7
void check_counts(const Evidence& evidence, Ledger& ledger);       // A1, B1 to B3
void check_sizes(const Evidence& evidence, Ledger& ledger);        // C1 to C4
void check_rows(const Evidence& evidence, Ledger& ledger);         // D1 to D5
void check_row_sums(const Evidence& evidence, Ledger& ledger);     // E1 to E5
void check_occupancy(const Evidence& evidence, Ledger& ledger);    // F1, F2
void check_percentiles(const Evidence& evidence, Ledger& ledger);  // G1 to G5
void check_ab_warnings(const Evidence& evidence, Ledger& ledger);  // H1
void check_numbers(const Evidence& evidence, Ledger& ledger);      // H2

// What is genuine but speaks against a conclusion.
void find_bad_answers(const Evidence& evidence, Ledger& ledger);  // silent, failed, non-2xx, changing pages
void find_weak_run(const Evidence& evidence, Ledger& ledger);  // short, few rounds, drain, client, clock, end
// What that version of ab is known to print wrong.
void find_quirks(const Evidence& evidence, Ledger& ledger);

}  // namespace abstat
