// What one page about some inputs needs: the results of every command on the same reports.
#pragma once

#include <string>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/document.hpp>
#include <abstat/finding.hpp>
#include <abstat/ranking.hpp>
#include <abstat/report.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// A document, the reports in it, and what they say about its claims.
struct CheckedDocument {
  std::string file;
  std::vector<Report> reports;  // BoundReport::report is an index into them
  CheckResult result;
  Document document;  // Claim::block is an index into its blocks
};

struct Overview {
  std::vector<Report> reports;
  Ranking ranking;
  ComparisonTable comparison;
  std::vector<CheckedDocument> documents;
  std::vector<AuditedReport> audit;
};

}  // namespace abstat
