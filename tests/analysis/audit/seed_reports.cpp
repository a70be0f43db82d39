#include "analysis/audit/seed_reports.hpp"

#include <initializer_list>
#include <string>

namespace {

using abstat::Figure;
using abstat::Report;

Figure figure(std::string_view text) {
  return *abstat::parse_figure(text);
}

struct RowText {
  std::string_view min;
  std::string_view mean;
  std::string_view sd;
  std::string_view median;
  std::string_view max;
};

struct TableText {
  RowText connect;
  RowText processing;
  RowText waiting;
  RowText total;
};

abstat::TimesRow row(const RowText& text) {
  return {figure(text.min), figure(text.mean), figure(text.sd), figure(text.median), figure(text.max)};
}

struct Lines {
  std::size_t first;
  std::size_t last;
};

// All of them begin at Concurrency Level; only one has failures, and it has the two lines more.
Report build(Lines lines, std::int64_t concurrency, std::string_view taken, std::int64_t complete,
             std::int64_t failed, std::optional<std::int64_t> non_2xx, std::int64_t total, std::int64_t html,
             std::string_view throughput, std::string_view per_request, std::string_view per_request_all,
             std::string_view rate, const TableText& rows, std::initializer_list<std::int64_t> table) {
  Report report;
  report.source = {"samples/web-stacks.md", lines.first, lines.last};
  report.concurrency = concurrency;
  report.time_taken_s = figure(taken);
  report.requests.complete = complete;
  report.requests.failed = failed;
  report.requests.non_2xx = non_2xx;
  if (failed > 0) report.requests.failed_breakdown = abstat::FailedBreakdown{0, 0, failed, 0};
  report.bytes.total = total;
  report.bytes.html = html;
  report.requests_per_second = figure(throughput);
  report.time_per_request_ms = figure(per_request);
  report.time_per_request_all_ms = figure(per_request_all);
  report.transfer_rate_kib_s.received = figure(rate);
  report.connection_times_ms =
      abstat::ConnectionTimes{row(rows.connect), row(rows.processing), row(rows.waiting), row(rows.total)};
  std::size_t line = lines.first;
  report.lines.concurrency = line++;
  report.lines.time_taken = line++;
  report.lines.complete = line++;
  report.lines.failed = line++;
  if (failed > 0) report.lines.failed_breakdown = line++;
  if (non_2xx) report.lines.non_2xx = line++;
  report.lines.total_bytes = line++;
  report.lines.html_bytes = line++;
  report.lines.requests_per_second = line++;
  report.lines.time_per_request = line++;
  report.lines.time_per_request_all = line++;
  report.lines.transfer_rate = line++;
  line += 3;
  report.lines.connect = line++;
  report.lines.processing = line++;
  report.lines.waiting = line++;
  report.lines.total = line++;
  if (table.size() == 0) return report;
  report.percentiles_ms.emplace();
  report.lines.percentiles = line + 2;
  std::size_t level = 0;
  for (const std::int64_t ms : table) report.percentiles_ms->ms.at(level++) = abstat::whole_figure(ms);
  return report;
}

}  // namespace

std::vector<Report> seed_reports() {
  std::vector<Report> reports;
  reports.push_back(build({20, 36}, 100, "0.798", 1000, 0, {}, 176000, 4000, "1252.57", "79.836", "0.798",
                          "215.28",
                          {{"0", "0", "0.9", "0", "5"},
                           {"14", "76", "13.1", "75", "117"},
                           {"1", "65", "13.1", "63", "103"},
                           {"14", "77", "12.8", "75", "117"}},
                          {}));
  reports.push_back(build({43, 59}, 100, "0.523", 1000, 0, {}, 156000, 4000, "1911.14", "52.325", "0.523",
                          "291.15",
                          {{"0", "0", "0.7", "0", "4"},
                           {"1", "49", "10.6", "51", "75"},
                           {"1", "49", "10.6", "50", "74"},
                           {"5", "50", "10.1", "51", "75"}},
                          {}));
  reports.push_back(build({66, 82}, 100, "0.389", 1000, 0, {}, 156000, 4000, "2567.93", "38.942", "0.389",
                          "391.21",
                          {{"0", "0", "0.8", "0", "5"},
                           {"13", "36", "13.8", "35", "80"},
                           {"9", "35", "13.8", "35", "79"},
                           {"14", "36", "14.0", "36", "81"}},
                          {}));
  reports.push_back(build({88, 104}, 100, "0.336", 1000, 0, {}, 156000, 4000, "2977.56", "33.585", "0.336",
                          "453.61",
                          {{"0", "1", "1.1", "0", "6"},
                           {"7", "30", "11.4", "28", "55"},
                           {"6", "30", "11.4", "27", "55"},
                           {"7", "31", "11.6", "28", "57"}},
                          {}));
  reports.push_back(build({110, 126}, 100, "0.462", 1000, 0, {}, 161000, 5000, "2166.15", "46.165", "0.462",
                          "340.58",
                          {{"0", "0", "0.7", "0", "4"},
                           {"5", "44", "12.5", "44", "86"},
                           {"2", "44", "12.4", "44", "86"},
                           {"6", "44", "12.4", "45", "86"}},
                          {}));
  reports.push_back(build({132, 150}, 100, "1.225", 1000, 362, 362, 458546, 188208, "816.38", "122.492",
                          "1.225", "365.57",
                          {{"0", "1", "1.0", "0", "4"},
                           {"0", "87", "153.1", "24", "1122"},
                           {"0", "87", "153.1", "24", "1122"},
                           {"0", "88", "153.0", "25", "1124"}},
                          {}));
  reports.push_back(build({157, 184}, 100, "0.781", 1000, 0, {}, 338000, 13000, "1279.80", "78.138", "0.781",
                          "422.43",
                          {{"0", "0", "0.8", "0", "5"},
                           {"7", "73", "13.6", "73", "92"},
                           {"2", "73", "13.7", "73", "92"},
                           {"7", "73", "13.2", "74", "92"}},
                          {74, 83, 84, 84, 87, 89, 91, 91, 92}));
  reports.push_back(build({190, 217}, 100, "0.548", 1000, 0, {}, 338000, 13000, "1823.29", "54.846", "0.548",
                          "601.83",
                          {{"0", "0", "0.7", "0", "4"},
                           {"6", "51", "10.8", "51", "85"},
                           {"2", "51", "10.8", "51", "85"},
                           {"6", "52", "10.4", "52", "86"}},
                          {52, 54, 56, 57, 64, 71, 79, 82, 86}));
  return reports;
}
