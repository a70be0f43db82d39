#include "analysis/audit/mutation.hpp"

#include "analysis/audit/seed_reports.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include <abstat/finding.hpp>
#include <abstat/html_report.hpp>
#include <abstat/input_kind.hpp>
#include <abstat/report_reader.hpp>

namespace {

using abstat::Figure;
using abstat::Report;
using abstat::TimesRow;

std::vector<Report> reports_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string text = bytes.str();
  return abstat::kind_of(text) == abstat::InputKind::html
             ? abstat::read_html_reports(text, path.filename().string())
             : abstat::read_reports(text, path.filename().string());
}

using Fields = std::vector<PrintedDigits>;

template <typename Find>
void add_number(Fields& fields, const Report& report, std::string field, const Find& find) {
  if (find(report))
    fields.push_back({std::move(field), [find](Report& of) -> std::int64_t& { return *find(of); }});
}

template <typename Find>
void add_figure(Fields& fields, const Report& report, std::string field, const Find& find) {
  const auto& figure = find(report);
  if (!figure || !figure->finite()) return;
  fields.push_back({std::move(field), [find](Report& of) -> std::int64_t& { return find(of)->digits; }});
}

void add_counts(Fields& fields, const Report& report) {
  add_number(
      fields, report, "Document Length", [](auto& of) -> auto& { return of.document.length_bytes; });
  add_number(
      fields, report, "Concurrency Level", [](auto& of) -> auto& { return of.concurrency; });
  add_number(
      fields, report, "Complete requests", [](auto& of) -> auto& { return of.requests.complete; });
  add_number(
      fields, report, "Failed requests", [](auto& of) -> auto& { return of.requests.failed; });
  add_number(
      fields, report, "Non-2xx responses", [](auto& of) -> auto& { return of.requests.non_2xx; });
  add_number(
      fields, report, "Keep-Alive requests", [](auto& of) -> auto& { return of.requests.keep_alive; });
  add_number(
      fields, report, "Total transferred", [](auto& of) -> auto& { return of.bytes.total; });
  add_number(
      fields, report, "HTML transferred", [](auto& of) -> auto& { return of.bytes.html; });
}

void add_rates(Fields& fields, const Report& report) {
  add_figure(
      fields, report, "Time taken for tests", [](auto& of) -> auto& { return of.time_taken_s; });
  add_figure(
      fields, report, "Requests per second", [](auto& of) -> auto& { return of.requests_per_second; });
  add_figure(
      fields, report, "Time per request", [](auto& of) -> auto& { return of.time_per_request_ms; });
  add_figure(
      fields, report, "Time per request, across all",
      [](auto& of) -> auto& { return of.time_per_request_all_ms; });
  add_figure(
      fields, report, "Transfer rate", [](auto& of) -> auto& { return of.transfer_rate_kib_s.received; });
}

using RowField = std::optional<TimesRow> abstat::ConnectionTimes::*;

void add_row(Fields& fields, const Report& report, const std::string& name, RowField row) {
  if (!report.connection_times_ms || !((*report.connection_times_ms).*row)) return;
  const auto add = [&](const char* figure, const std::function<std::int64_t&(TimesRow&)>& digits) {
    fields.push_back({name + " " + figure, [row, digits](Report& of) -> std::int64_t& {
                        return digits(*((*of.connection_times_ms).*row));
                      }});
  };
  const TimesRow& printed = *((*report.connection_times_ms).*row);
  add("min", [](TimesRow& of) -> std::int64_t& { return of.min.digits; });
  add("mean", [](TimesRow& of) -> std::int64_t& { return of.mean.digits; });
  if (printed.sd && printed.sd->finite())
    add("sd", [](TimesRow& of) -> std::int64_t& { return of.sd->digits; });
  if (printed.median) add("median", [](TimesRow& of) -> std::int64_t& { return of.median->digits; });
  add("max", [](TimesRow& of) -> std::int64_t& { return of.max.digits; });
}

void add_percentiles(Fields& fields, const Report& report) {
  if (!report.percentiles_ms) return;
  for (std::size_t i = 0; i < abstat::Percentiles::levels.size(); ++i) {
    if (!report.percentiles_ms->ms.at(i)) continue;
    fields.push_back({fmt::format("{:3}%", abstat::Percentiles::levels.at(i)),
                      [i](Report& of) -> std::int64_t& { return of.percentiles_ms->ms.at(i)->digits; }});
  }
}

using Remark = std::pair<std::string_view, std::size_t>;

std::set<Remark> remarks_on(const Report& report, std::size_t& errors) {
  const auto audited = audit(report);
  errors = audited.failed;
  std::set<Remark> remarks;
  for (const auto& finding : audited.findings) remarks.insert({finding.check, finding.line});
  return remarks;
}

// Another digit at a random place.
void change_digit(std::int64_t& number, std::mt19937_64& random) {
  std::int64_t places = 1;
  for (std::int64_t rest = std::abs(number); rest >= 10; rest /= 10) ++places;
  std::int64_t unit = 1;
  for (std::uint64_t place = random() % static_cast<std::uint64_t>(places); place > 0; --place) unit *= 10;
  const std::int64_t old = std::abs(number) / unit % 10;
  const auto other = static_cast<std::int64_t>((static_cast<std::uint64_t>(old) + 1 + random() % 9) % 10);
  number += (number < 0 ? -1 : 1) * (other - old) * unit;
}

std::string share(std::size_t part, std::size_t whole) {
  return fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace

const std::vector<Report>& genuine_reports() {
  static const std::vector<Report> reports = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(ABSTAT_SOURCE_DIR "/tests/analysis/audit/genuine")) {
      paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Report> all = seed_reports();
    for (const auto& path : paths) {
      for (Report& report : reports_of(path)) all.push_back(std::move(report));
    }
    return all;
  }();
  return reports;
}

Fields printed_digits(const Report& report) {
  Fields fields;
  add_counts(fields, report);
  add_rates(fields, report);
  add_row(fields, report, "Connect", &abstat::ConnectionTimes::connect);
  add_row(fields, report, "Processing", &abstat::ConnectionTimes::processing);
  add_row(fields, report, "Waiting", &abstat::ConnectionTimes::waiting);
  add_row(fields, report, "Total", &abstat::ConnectionTimes::total);
  add_percentiles(fields, report);
  return fields;
}

std::map<std::string, MutationPower> mutate(std::size_t changes, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::map<std::string, MutationPower> power;
  std::size_t errors = 0;
  std::vector<std::set<Remark>> before;
  for (const Report& genuine : genuine_reports()) before.push_back(remarks_on(genuine, errors));
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t which = random() % genuine_reports().size();
    const Report& genuine = genuine_reports()[which];
    const Fields fields = printed_digits(genuine);
    const PrintedDigits& field = fields[random() % fields.size()];
    Report report = genuine;
    change_digit(field.digits(report), random);
    const auto after = remarks_on(report, errors);
    MutationPower& of = power[field.field];
    ++of.changes;
    if (errors > 0) {
      ++of.errors;
    } else if (!std::includes(before[which].begin(), before[which].end(), after.begin(), after.end())) {
      ++of.remarks;
    }
  }
  return power;
}

std::string table_of(const std::map<std::string, MutationPower>& power) {
  std::string text =
      "| figure | changes | error | only a new warning or note | unnoticed |\n|---|---:|---:|---:|---:|\n";
  MutationPower all;
  const auto add_row = [&](std::string_view name, const MutationPower& of) {
    text +=
        fmt::format("| {} | {} | {} | {} | {} |\n", name, of.changes, share(of.errors, of.changes),
                    share(of.remarks, of.changes), share(of.changes - of.errors - of.remarks, of.changes));
  };
  for (const auto& [field, of] : power) {
    add_row(field, of);
    all.changes += of.changes;
    all.errors += of.errors;
    all.remarks += of.remarks;
  }
  add_row("all", all);
  return text;
}
