#include "analysis/audit/small_run.hpp"

abstat::Report small_run() {
  const auto figure = [](std::string_view text) { return *abstat::parse_figure(text); };
  abstat::Report report;
  report.era = abstat::AbEra::e7;
  report.status = abstat::ReportStatus::complete;
  report.concurrency = 1;
  report.time_taken_s = figure("0.083");
  report.requests.complete = 4;
  const abstat::TimesRow none{figure("0"), figure("0"), figure("0.0"), figure("0"), figure("0")};
  const abstat::TimesRow times{figure("10"), figure("21"), figure("8.5"), figure("21"), figure("31")};
  report.connection_times_ms = abstat::ConnectionTimes{none, times, times, times};
  report.percentiles_ms.emplace();
  for (const int level : abstat::Percentiles::levels) {
    report.percentiles_ms->set(level, figure(level < 75 ? "21" : "31"));
  }
  return report;
}
