// Reports held against each other: the same run shown twice, and rates or tables that two reports share and
// two runs cannot.
#include "forensics.hpp"

#include "elapsed.hpp"

#include <fmt/format.h>
#include <map>
#include <set>
#include <string>

namespace abstat {

namespace {

// A run of a tenth of a second has six digits of microseconds; shorter ones coincide by chance.
constexpr std::int64_t distinctive_microseconds = 100'000;
// With every row and percentile the same as well, five digits will do.
constexpr std::int64_t distinctive_with_table = 10'000;
// Tables of fast runs are all zeros and ones and coincide too.
constexpr std::size_t distinctive_figures = 8;

using Key = std::string;

void add(Key& key, const std::optional<Figure>& figure) {
  key += figure ? figure->text() : "-";
  key += ' ';
}

void add(Key& key, const std::optional<std::int64_t>& number) {
  key += number ? fmt::format("{} ", *number) : "- ";
}

// The rates of a run; empty when another run may well print the same.
Key rates_key(const Report& report, std::int64_t distinctive) {
  const auto time = elapsed_microseconds(report);
  if (!time || time->low < distinctive || !report.requests_per_second) return {};
  Key key;
  add(key, report.requests.complete);
  add(key, report.time_taken_s);
  add(key, report.requests_per_second);
  add(key, report.time_per_request_ms);
  add(key, report.time_per_request_all_ms);
  add(key, report.transfer_rate_kib_s.received);
  return key;
}

void add_row(Key& key, std::set<std::string>& distinct, const std::optional<TimesRow>& row) {
  if (!row) {
    key += "- ";
    return;
  }
  for (const auto& figure :
       {std::optional(row->min), std::optional(row->mean), row->sd, row->median, std::optional(row->max)}) {
    add(key, figure);
    if (figure) distinct.insert(figure->text());
  }
}

Key table_key(const Report& report) {
  if (!report.connection_times_ms) return {};
  Key key;
  std::set<std::string> distinct;
  const ConnectionTimes& times = *report.connection_times_ms;
  for (const auto* row : {&times.connect, &times.processing, &times.waiting, &times.total}) {
    add_row(key, distinct, *row);
  }
  return distinct.size() < distinctive_figures ? Key() : key;
}

// Everything a run prints of its times.
Key whole_key(const Report& report) {
  if (!report.connection_times_ms || !report.percentiles_ms) return {};
  Key key = rates_key(report, distinctive_with_table);
  if (key.empty()) return {};
  std::set<std::string> ignored;
  const ConnectionTimes& times = *report.connection_times_ms;
  for (const auto* row : {&times.connect, &times.processing, &times.waiting, &times.total}) {
    add_row(key, ignored, *row);
  }
  for (const auto& percentile : report.percentiles_ms->ms) add(key, percentile);
  return key;
}

std::string name_of(const Report& report) {
  const std::string where = report.source.first_line == 0
                                ? report.source.file
                                : fmt::format("{}:{}", report.source.file, report.source.first_line);
  return report.stack.empty() ? where : fmt::format("'{}' ({})", report.stack, where);
}

// The first report with each key.
class Seen {
 public:
  // The earlier report with this key; nothing, and the key noted, when there is none.
  std::optional<std::size_t> earlier(const Key& key, std::size_t report) {
    if (key.empty()) return std::nullopt;
    const auto [at, fresh] = first_.emplace(key, report);
    return fresh ? std::nullopt : std::optional(at->second);
  }

 private:
  std::map<Key, std::size_t> first_;
};

Finding same_run(const Report& report, const Report& other) {
  const bool other_stack = report.stack != other.stack && !report.stack.empty() && !other.stack.empty();
  return {"pasted-twice", Severity::warning, report.source.first_line,
          fmt::format("this is the run of {} again: every rate and time is the same. {}", name_of(other),
                      other_stack ? "One of the two stacks was not measured by it"
                                  : "It is one run, not two, and must not be counted as a repetition")};
}

Finding quoted_again(const Report& report, const Report& other) {
  return {
      "pasted-twice", Severity::note, report.source.first_line,
      fmt::format("the rates are those of {}: an excerpt of the same run, not another one", name_of(other))};
}

Finding shared_rates(const Report& report, const Report& other) {
  return {
      "shared-rates", Severity::error, report.lines.requests_per_second,
      fmt::format("all rates are those of {}, to the microsecond, but the Connection Times differ: rates and "
                  "times of one of the two are not of the same run",
                  name_of(other))};
}

Finding shared_table(const Report& report, const Report& other) {
  return {"shared-table", Severity::error, report.lines.total,
          fmt::format(
              "the Connection Times are those of {} in every figure, but the rates differ: rates and times "
              "of one of the two are not of the same run",
              name_of(other))};
}

Finding stitched(const Report& report, const Report& rates, const Report& table) {
  return {"stitched", Severity::error, report.source.first_line,
          fmt::format(
              "the rates are those of {} and the Connection Times those of {}: this report was put together "
              "from two runs",
              name_of(rates), name_of(table))};
}

}  // namespace

std::vector<std::optional<Finding>> compare_runs(std::span<const Report> reports) {
  std::vector<std::optional<Finding>> findings(reports.size());
  Seen whole;
  Seen rates;
  Seen tables;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Report& report = reports[i];
    const auto same_run_whole = whole.earlier(whole_key(report), i);
    const auto same_rates = rates.earlier(rates_key(report, distinctive_microseconds), i);
    const auto same_table = tables.earlier(table_key(report), i);
    if (same_run_whole) {
      findings[i] = same_run(report, reports[*same_run_whole]);
    } else if (same_rates && same_table && *same_rates != *same_table) {
      findings[i] = stitched(report, reports[*same_rates], reports[*same_table]);
    } else if (same_rates && same_table) {
      findings[i] = same_run(report, reports[*same_rates]);
    } else if (same_rates) {
      const Report& other = reports[*same_rates];
      const bool both = report.connection_times_ms && other.connection_times_ms;
      findings[i] = !both                                                     ? quoted_again(report, other)
                    : report.connection_times_ms == other.connection_times_ms ? same_run(report, other)
                                                                              : shared_rates(report, other);
    } else if (same_table && report.requests_per_second && reports[*same_table].requests_per_second) {
      findings[i] = shared_table(report, reports[*same_table]);
    }
  }
  return findings;
}

}  // namespace abstat
