// What is said beside the verdicts: where a wrong figure comes from, how a document rounds.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include <abstat/verdict.hpp>

namespace abstat {

// The figures of all reports by their digits.
class PrintedIndex {
 public:
  explicit PrintedIndex(const std::vector<Report>& reports);

  // A figure that its report does not print: does another?
  void note_origin(JudgedClaim& judged) const;

 private:
  const std::vector<Report>& reports_;
  std::unordered_map<std::string, std::size_t> printed_;  // digits -> report
};

// statistics.md 10: one convention for all whole numbers is said once.
void note_convention(const std::vector<Report>& reports, CheckResult& result);

}  // namespace abstat
