// A whole JSON document of results, and the members that several documents share.
#pragma once

#include "fields_of_results.hpp"
#include "json_writer.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <abstat/json.hpp>

namespace abstat {

// A document of {"schema", …} whose lists have one element a line: readable, and a diff shows what changed.
class JsonDocument {
 public:
  JsonDocument() { member("schema", json_string(json_schema)); }

  template <typename T>
  void field(std::string_view name, const T& value) {
    TextBlock block;
    JsonWriter json(block);
    json.begin_object();
    json.field(name, value);
    json.end_object();
    append_inside(json.text());
  }
  void strings(std::string_view name, const std::vector<std::string>& values) {
    TextBlock block;
    JsonWriter json(block);
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
    TextBlock block;
    JsonWriter json(block);
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

inline constexpr auto visit_any = [](JsonWriter& json, const auto& element) { visit_fields(json, element); };

void add_metric(JsonDocument& document, const Metric& metric, double level);
void add_comparison(JsonDocument& document, const ComparisonTable& comparison);
void add_ranking(JsonDocument& document, const Ranking& ranking);
void add_claims(JsonDocument& document, const std::vector<CheckedDocument>& documents);

}  // namespace abstat
