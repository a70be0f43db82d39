#include "json_document.hpp"

namespace abstat {

namespace {

std::string coverage_json(const std::vector<CheckedDocument>& documents) {
  Coverage sum;
  for (const CheckedDocument& document : documents) {
    sum.numbers += document.result.coverage.numbers;
    sum.claims += document.result.coverage.claims;
    for (const auto& [reason, count] : document.result.coverage.skipped) sum.skipped[reason] += count;
  }
  JsonWriter json;
  json.begin_object();
  json.field("numbers", sum.numbers);
  json.field("claims", sum.claims);
  json.counts("skipped", sum.skipped);
  json.end_object();
  return json.text();
}

}  // namespace

void add_claims(JsonDocument& document, const std::vector<CheckedDocument>& documents) {
  std::string body = "[";
  std::vector<std::string> notes;
  for (const CheckedDocument& checked : documents) {
    for (const JudgedClaim& claim : checked.result.claims) {
      JsonDocument::append_element(body, claim, [&](JsonWriter& json, const JudgedClaim& judged) {
        visit_fields(json, judged, checked.reports);
      });
    }
    notes.insert(notes.end(), checked.result.notes.begin(), checked.result.notes.end());
  }
  document.raw("claims", body.append(body.size() > 1 ? "\n]" : "]"));
  document.raw("coverage", coverage_json(documents));
  document.strings("notes", notes);
}

std::string json_of(const std::vector<CheckedDocument>& documents) {
  JsonDocument document;
  add_claims(document, documents);
  return std::move(document).text();
}

}  // namespace abstat
