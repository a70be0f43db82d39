// Genuine reports with one digit of one figure changed, and which of them the audit catches.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <abstat/report.hpp>

// All reports of the folder genuine/ and of the seed note.
[[nodiscard]] const std::vector<abstat::Report>& genuine_reports();

// One printed number of a report, whichever type holds it.
struct PrintedDigits {
  std::string field;  // "Requests per second", "Waiting mean"
  std::function<std::int64_t&(abstat::Report&)> digits;
};

[[nodiscard]] std::vector<PrintedDigits> printed_digits(const abstat::Report& report);

struct MutationPower {
  std::size_t changes = 0;
  std::size_t errors = 0;   // the audit calls it impossible
  std::size_t remarks = 0;  // it says something it does not say of the genuine report
};

// By field, so many changes drawn from this seed.
[[nodiscard]] std::map<std::string, MutationPower> mutate(std::size_t changes, std::uint64_t seed);

// The table of docs/audit.md.
[[nodiscard]] std::string table_of(const std::map<std::string, MutationPower>& power);
