// What share of the labelled claims is found, bound and judged right.
#pragma once

#include "labels.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <abstat/verdict.hpp>

namespace abstat::scoring {

struct Score {
  std::size_t documents = 0;
  std::size_t labelled = 0;      // labels that are claims
  std::size_t reported = 0;      // claims of abstat, neutral ones left out
  std::size_t found = 0;         // labelled claims among them
  std::size_t right = 0;         // … with an allowed verdict
  std::size_t with_reports = 0;  // found claims whose label names reports
  std::size_t bound = 0;         // … bound to exactly these
  std::size_t caveats_wrong = 0;
  std::size_t false_contradicted = 0;

  Score& operator+=(const Score& other);
  [[nodiscard]] double extraction_precision() const;
  [[nodiscard]] double extraction_recall() const;
  [[nodiscard]] double binding_accuracy() const;
  [[nodiscard]] double verdict_precision() const;  // right / reported
  [[nodiscard]] double verdict_recall() const;     // right / labelled
  [[nodiscard]] double verdict_accuracy() const;   // right / found
};

// Adds a line to `mistakes` for each claim missed, invented, bound or judged wrongly.
[[nodiscard]] Score score_document(const LabelledDocument& document, std::vector<std::string>& mistakes);

}  // namespace abstat::scoring
