#include "field_lookup.hpp"
#include "path_pattern.hpp"

#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <memory>
#include <string>

#include <abstat/report_key.hpp>

namespace abstat {

namespace {

constexpr std::string_view heading_prefix = "heading:";
constexpr std::string_view path_prefix = "path:";

Result<ReportKey> by_heading(std::string_view level_text, const std::vector<Document>& documents) {
  int level = 0;
  const auto [end, error] = std::from_chars(level_text.data(), level_text.data() + level_text.size(), level);
  if (error != std::errc{} || end != level_text.data() + level_text.size() || level < 1 || level > 6) {
    Problem problem;
    problem.expected = "a heading level from 1 to 6";
    problem.found = level_text;
    return tl::unexpected(std::move(problem));
  }
  auto by_file = std::make_shared<std::map<std::string, Document>>();
  for (const Document& document : documents) by_file->emplace(document.file, document);
  return [by_file, level](const Report& report) {
    const auto document = by_file->find(report.source.file);
    if (document == by_file->end()) return report.stack;
    for (const Heading* heading : document->second.headings_above(report.source.first_line)) {
      if (heading->level == level) return heading->text;
    }
    return report.stack;
  };
}

Result<ReportKey> by_path(std::string_view pattern) {
  auto compiled = PathPattern::compile(pattern);
  if (!compiled) return tl::unexpected(std::move(compiled).error());
  return [compiled = *std::move(compiled)](const Report& report) {
    return compiled.capture(report.source.file).value_or(report.stack);
  };
}

Result<ReportKey> by_fields(std::string_view list) {
  std::vector<std::string> names;
  while (true) {
    const std::size_t comma = list.find(',');
    auto name = resolve_field(list.substr(0, comma));
    if (!name) return tl::unexpected(std::move(name).error());
    names.push_back(*std::move(name));
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
  return [names = std::move(names)](const Report& report) {
    std::vector<std::string> values;
    for (const std::string& name : names) {
      if (auto text = field_text(report, name)) values.push_back(*std::move(text));
    }
    return values.empty() ? report.stack : fmt::format("{}", fmt::join(values, " / "));
  };
}

}  // namespace

Result<ReportKey> parse_report_key(std::string_view text, const std::vector<Document>& documents) {
  if (text.starts_with(heading_prefix)) return by_heading(text.substr(heading_prefix.size()), documents);
  if (text.starts_with(path_prefix)) return by_path(text.substr(path_prefix.size()));
  return by_fields(text);
}

}  // namespace abstat
