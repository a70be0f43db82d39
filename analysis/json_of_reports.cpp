#include "fields_of_report.hpp"
#include "json_writer.hpp"

#include <abstat/json.hpp>

namespace abstat {

std::string json_of(const Report& report) {
  JsonWriter json;
  json.begin_object();
  visit_fields(json, report);
  json.end_object();
  return json.text();
}

}  // namespace abstat
