// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0
#include "json_writer.hpp"

#include <array>
#include <fmt/format.h>
#include <set>

#include <abstat/annotation.hpp>

namespace abstat {

namespace {

// A relative or absolute path as a URI: everything that is not unreserved, and not a separator, in percent.
std::string uri_of(const std::string& path) {
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", byte);
    }
  }
  return uri;
}

void write_location(JsonWriter& json, const Position& where) {
  json.object("physicalLocation", [&] {
    json.object("artifactLocation", [&] { json.field("uri", uri_of(where.file)); });
    if (where.line == 0) return;
    json.object("region", [&] {
      json.field("startLine", where.line);
      json.field_if(where.column > 0, "startColumn", where.column);
    });
  });
}

void write_result(JsonWriter& json, const Annotation& annotation) {
  json.field("ruleId", annotation.rule);
  json.field("level", to_string(annotation.severity));  // SARIF has the same words
  json.object("message", [&] {
    json.field("text",
               annotation.title.empty() ? annotation.message : annotation.title + ": " + annotation.message);
  });
  std::vector<Position> places;
  if (!annotation.where.file.empty()) places.push_back(annotation.where);
  json.objects("locations", places,
               [](JsonWriter& item, const Position& where) { write_location(item, where); });
}

}  // namespace

std::string render_sarif(const std::vector<Annotation>& annotations) {
  std::set<std::string> rules;
  for (const Annotation& annotation : annotations) rules.insert(annotation.rule);

  TextBlock block;
  JsonWriter json(block);
  json.begin_object();
  json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.field("version", "2.1.0");
  json.objects("runs", std::array{&annotations}, [&](JsonWriter& run, const auto* results) {
    run.object("tool", [&] {
      run.object("driver", [&] {
        run.field("name", "abstat");
        run.objects("rules", rules, [](JsonWriter& rule, const std::string& id) { rule.field("id", id); });
      });
    });
    // Columns of ours count bytes; SARIF knows UTF-16 units and code points only, and lines are exact.
    run.field("columnKind", "unicodeCodePoints");
    run.objects("results", *results, write_result);
  });
  json.end_object();
  return json.text() + "\n";
}

}  // namespace abstat
