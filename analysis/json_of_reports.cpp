#include "fields_of_report.hpp"
#include "json_writer.hpp"

#include <utility>

#include <abstat/json.hpp>
#include <abstat/report_lines.hpp>

namespace abstat {

[[gnu::flatten]] void append_json(std::string& text, const Report& report) {
  TextBlock block(std::move(text));
  JsonWriter json(block);
  json.begin_object();
  visit_fields(json, report);
  json.end_object();
  text = json.text();
}

std::string json_of(const Report& report) {
  std::string text;
  append_json(text, report);
  return text;
}

}  // namespace abstat
