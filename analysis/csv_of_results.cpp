#include "csv_writer.hpp"
#include "fields_of_results.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <abstat/csv.hpp>

namespace abstat {

namespace {

// Rows under their column names, before they are put together.
struct Sheet {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows;
};

const Estimate& no_estimate() {
  static const Estimate none = [] {
    Estimate estimate{};
    estimate.interval = tl::unexpected(Refusal{});
    return estimate;
  }();
  return none;
}

// visit(visitor, element) tells the fields of one row; `blank` is any element, for the names.
template <typename Element, typename Rows, typename Visit>
Sheet sheet_of(const Element& blank, const Rows& elements, Visit visit) {
  CsvColumns columns;
  visit(columns, blank);
  Sheet sheet{columns.names(), {}};
  for (const auto& element : elements) {
    CsvRow row;
    visit(row, element);
    sheet.rows.push_back(std::move(row).cells());
  }
  return sheet;
}

Sheet ranking_sheet(const Ranking& ranking) {
  return sheet_of(RankedStack{}, ranking.stacks, [&](auto& v, const RankedStack& stack) {
    v.field("metric", ranking.metric.name());
    v.field("unit", ranking.metric.unit());
    visit_fields(v, stack);
  });
}

Sheet comparison_sheet(const ComparisonTable& table) {
  std::map<std::string_view, const StackEstimate*> stacks;
  for (const StackEstimate& stack : table.stacks) stacks[stack.stack] = &stack;
  const auto estimate_of = [&](const std::string& name) -> const Estimate& {
    const auto found = stacks.find(name);
    return found == stacks.end() ? no_estimate() : found->second->estimate;
  };
  return sheet_of(Comparison{}, table.comparisons, [&](auto& v, const Comparison& comparison) {
    v.field("metric", table.metric.name());
    v.field("unit", table.metric.unit());
    visit_fields(v, comparison);
    visit_estimate(v, "estimate", estimate_of(comparison.stack));
    visit_estimate(v, "baseline_estimate", estimate_of(comparison.baseline));
  });
}

struct FindingRow {
  const AuditedReport* report;
  const Finding* finding;  // null for a report without findings: it has a row all the same
};

Sheet audit_sheet(const std::vector<AuditedReport>& audit) {
  static const AuditedReport no_report;
  static const Finding no_finding;
  std::vector<FindingRow> rows;
  for (const AuditedReport& report : audit) {
    if (report.findings.empty()) rows.push_back({&report, nullptr});
    for (const Finding& finding : report.findings) rows.push_back({&report, &finding});
  }
  return sheet_of(FindingRow{&no_report, nullptr}, rows, [](auto& v, const FindingRow& row) {
    visit_source(v, row.report->source);
    v.field("stack", row.report->stack);
    visit_checks(v, *row.report);
    const std::optional<Finding> finding = row.finding ? std::optional(*row.finding) : std::nullopt;
    v.optional_object("finding", finding, [&](const Finding& one) { visit_fields(v, one); });
  });
}

struct ClaimRow {
  const JudgedClaim* claim;
  const std::vector<Report>* reports;
};

Sheet claims_sheet(const std::vector<CheckedDocument>& documents) {
  static const JudgedClaim no_claim;
  static const std::vector<Report> no_reports;
  std::vector<ClaimRow> rows;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& claim : document.result.claims) rows.push_back({&claim, &document.reports});
  }
  return sheet_of(ClaimRow{&no_claim, &no_reports}, rows,
                  [](auto& v, const ClaimRow& row) { visit_fields(v, *row.claim, *row.reports); });
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line.append(i == 0 ? "" : ",").append(cells[i]);
  return line + "\n";
}

std::string text_of(const Sheet& sheet) {
  std::string text = line_of(sheet.names);
  for (const auto& row : sheet.rows) text += line_of(row);
  return text;
}

// Puts the rows of a part below the others; names it shares with them share a column.
void append_part(Sheet& all, const std::string& part, const Sheet& sheet) {
  std::vector<std::size_t> column_of;
  for (const std::string& name : sheet.names) {
    const auto found = std::find(all.names.begin(), all.names.end(), name);
    column_of.push_back(static_cast<std::size_t>(found - all.names.begin()));
    if (found == all.names.end()) all.names.push_back(name);
  }
  for (const auto& row : sheet.rows) {
    std::vector<std::string> wide(all.names.size());
    wide.front() = part;
    for (std::size_t i = 0; i < row.size(); ++i) wide[column_of[i]] = row[i];
    all.rows.push_back(std::move(wide));
  }
}

}  // namespace

std::string csv_of(const ComparisonTable& comparison) {
  return text_of(comparison_sheet(comparison));
}

std::string csv_of(const Ranking& ranking) {
  return text_of(ranking_sheet(ranking));
}

std::string csv_of(const std::vector<AuditedReport>& audit) {
  return text_of(audit_sheet(audit));
}

std::string csv_of(const std::vector<CheckedDocument>& documents) {
  return text_of(claims_sheet(documents));
}

std::string csv_of(const Overview& overview) {
  Sheet all{{"part"}, {}};
  append_part(all, "ranking", ranking_sheet(overview.ranking));
  append_part(all, "comparison", comparison_sheet(overview.comparison));
  append_part(all, "claim", claims_sheet(overview.documents));
  append_part(all, "audit", audit_sheet(overview.audit));
  for (auto& row : all.rows) row.resize(all.names.size());
  return text_of(all);
}

}  // namespace abstat
