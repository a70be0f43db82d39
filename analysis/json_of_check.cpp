#include "json_document.hpp"

namespace abstat {

namespace {

std::string coverage_json(const std::vector<CheckedDocument>& documents) {
  Coverage sum;
  for (const CheckedDocument& document : documents) {
    sum.numbers += document.result.coverage.numbers;
    sum.checked += document.result.coverage.checked;
    sum.claims += document.result.coverage.claims;
    for (const auto& [reason, count] : document.result.coverage.skipped) sum.skipped[reason] += count;
  }
  TextBlock block;
  JsonWriter json(block);
  json.begin_object();
  json.field("numbers", sum.numbers);
  json.field("checked", sum.checked);
  json.field("claims", sum.claims);
  json.counts("skipped", sum.skipped);
  json.end_object();
  return json.text();
}

void append_problem(std::string& body, std::string_view kind, const Problem& problem) {
  JsonDocument::append_element(body, problem, [&](JsonWriter& json, const Problem& one) {
    json.field("kind", kind);
    json.field("file", one.where.file);
    json.field("line", one.where.line);
    json.field("column", one.where.column);
    json.field("expected", one.expected);
    json.field("found", one.found);
  });
}

}  // namespace

void add_claims(JsonDocument& document, const std::vector<CheckedDocument>& documents) {
  std::string body = "[";
  std::string problems = "[";
  std::vector<std::string> notes;
  for (const CheckedDocument& checked : documents) {
    for (const JudgedClaim& claim : checked.result.claims) {
      JsonDocument::append_element(body, claim, [&](JsonWriter& json, const JudgedClaim& judged) {
        visit_fields(json, judged, checked.reports);
      });
    }
    for (const Problem& problem : checked.result.problems) append_problem(problems, "comment", problem);
    for (const Problem& problem : checked.result.stale_tables)
      append_problem(problems, "stale-table", problem);
    notes.insert(notes.end(), checked.result.notes.begin(), checked.result.notes.end());
  }
  document.raw("claims", body.append(body.size() > 1 ? "\n]" : "]"));
  document.raw("coverage", coverage_json(documents));
  document.strings("notes", notes);
  document.raw("problems", problems.append(problems.size() > 1 ? "\n]" : "]"));
}

std::string json_of(const std::vector<CheckedDocument>& documents) {
  JsonDocument document;
  add_claims(document, documents);
  return std::move(document).text();
}

}  // namespace abstat
