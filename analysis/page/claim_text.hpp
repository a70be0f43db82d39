// A piece of a document with its claims marked, and the verdicts that stand beside it.
#pragma once

#include "markup.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/pages.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

struct NumberedClaim {
  std::size_t number;  // from 1 over all documents, as check --explain counts
  const JudgedClaim* judged;
};

void write_text(Markup& markup, const Block& block, const std::vector<NumberedClaim>& claims);
void write_verdicts(Markup& markup, const std::vector<NumberedClaim>& claims,
                    const std::vector<Report>& reports, std::size_t document);
// "✓ confirmed, ≠ inexact, …" as they are marked.
void write_verdict_key(Markup& markup);

// The id of a report's line within the page.
[[nodiscard]] std::string report_anchor(std::size_t document, std::size_t first_line);

}  // namespace abstat
