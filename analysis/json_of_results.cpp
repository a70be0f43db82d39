#include "fields_of_results.hpp"
#include "json_writer.hpp"

#include <algorithm>
#include <utility>

#include <abstat/json.hpp>

namespace abstat {

namespace {

// A document of {"schema", …} whose lists have one element a line: readable, and a diff shows what changed.
class JsonDocument {
 public:
  JsonDocument() { member("schema", json_string(json_schema)); }

  template <typename T>
  void field(std::string_view name, const T& value) {
    JsonWriter json;
    json.begin_object();
    json.field(name, value);
    json.end_object();
    append_inside(json.text());
  }
  void strings(std::string_view name, const std::vector<std::string>& values) {
    JsonWriter json;
    json.begin_object();
    json.strings(name, values);
    json.end_object();
    append_inside(json.text());
  }
  void raw(std::string_view name, const std::string& json) { member(name, json); }

  template <typename Range, typename Visit>
  void list(std::string_view name, const Range& range, Visit visit) {
    std::string body = "[";
    for (const auto& element : range) append_element(body, element, visit);
    member(name, std::move(body.append(body.size() > 1 ? "\n]" : "]")));
  }
  template <typename Element, typename Visit>
  static void append_element(std::string& body, const Element& element, Visit visit) {
    JsonWriter json;
    json.begin_object();
    visit(json, element);
    json.end_object();
    body.append(body.size() > 1 ? ",\n" : "\n").append(json.text());
  }

  [[nodiscard]] std::string text() && { return std::move(text_.append("}\n")); }

 private:
  void member(std::string_view name, const std::string& json) {
    append_inside("{" + json_string(name) + ":" + json + "}");
  }
  // Takes the members out of an object.
  void append_inside(const std::string& object) {
    text_ += text_.empty() ? "{" : ",";
    text_.append(object, 1, object.size() - 2);
  }

  std::string text_;
};

const auto visit_any = [](JsonWriter& json, const auto& element) { visit_fields(json, element); };

void add_metric(JsonDocument& document, const Metric& metric, double level) {
  document.field("metric", metric.name());
  document.field("unit", metric.unit());
  document.field("higher_is_better", metric.higher_is_better());
  document.field("level", level);
}

void add_comparison(JsonDocument& document, const ComparisonTable& comparison) {
  document.field("margin", comparison.margin);
  document.field("baseline", comparison.baseline);
  document.field("family", comparison.family);
  document.list("stacks", comparison.stacks, visit_any);
  document.list("comparisons", comparison.comparisons, visit_any);
}

void add_ranking(JsonDocument& document, const Ranking& ranking) {
  document.field("established", ranking.established);
  document.list("ranking", ranking.stacks, visit_any);
  document.list("pairs", ranking.pairs, visit_any);
}

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

}  // namespace

std::string json_of(const ComparisonTable& comparison) {
  JsonDocument document;
  add_metric(document, comparison.metric, comparison.level);
  document.field("blocked", comparison.blocked);
  add_comparison(document, comparison);
  document.list("unmeasured", comparison.unmeasured, visit_any);
  document.strings("warnings", comparison.warnings);
  return std::move(document).text();
}

std::string json_of(const Ranking& ranking) {
  JsonDocument document;
  add_metric(document, ranking.metric, ranking.level);
  document.field("blocked", ranking.blocked);
  add_ranking(document, ranking);
  document.list("unmeasured", ranking.unmeasured, visit_any);
  document.strings("warnings", ranking.warnings);
  return std::move(document).text();
}

std::string json_of(const std::vector<AuditedReport>& audit) {
  JsonDocument document;
  document.list("reports", audit, visit_any);
  return std::move(document).text();
}

std::string json_of(const std::vector<CheckedDocument>& documents) {
  JsonDocument document;
  add_claims(document, documents);
  return std::move(document).text();
}

std::string json_of(const Overview& overview) {
  JsonDocument document;
  add_metric(document, overview.ranking.metric, overview.ranking.level);
  document.list("reports", overview.reports, visit_any);
  add_ranking(document, overview.ranking);
  add_comparison(document, overview.comparison);
  document.list("unmeasured", overview.ranking.unmeasured, visit_any);
  add_claims(document, overview.documents);
  document.list("audit", overview.audit, visit_any);
  std::vector<std::string> warnings = overview.ranking.warnings;
  for (const std::string& warning : overview.comparison.warnings) {
    if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(warning);
  }
  document.strings("warnings", warnings);
  return std::move(document).text();
}

}  // namespace abstat
