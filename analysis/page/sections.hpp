// The sections of the page, in its order. Each answers its question in a sentence made from the results,
// shows the picture, and then the table behind it.
#pragma once

#include "html_parts.hpp"

#include <string>
#include <vector>

#include <abstat/plot.hpp>
#include <abstat/report_page.hpp>

namespace abstat {

void write_fastest(HtmlWriter& html, const ReportPage& page);
void write_speedup(HtmlWriter& html, const ReportPage& page);
void write_waiting(HtmlWriter& html, const ReportPage& page);
void write_trust(HtmlWriter& html, const ReportPage& page);
void write_scaling(HtmlWriter& html, const ReportPage& page);
void write_claims(HtmlWriter& html, const ReportPage& page);
void write_method(HtmlWriter& html, const ReportPage& page);

// At which number of connections a sweep's stacks are compared; nothing where it is no sweep.
[[nodiscard]] inline Connections connections_of(const ReportPage& page) {
  return page.load ? Connections(page.load->concurrency) : std::nullopt;
}
// The reports that the ranking, the speedups and the waits are of.
[[nodiscard]] inline const std::vector<Report>& compared_reports(const ReportPage& page) {
  return page.load ? page.load->reports : page.overview.reports;
}

// The commands that would settle what one run of each stack cannot: a plan of interleaved runs, and this page
// again from their logs. Where a report does not say where its server is, the reader fills it in.
[[nodiscard]] std::vector<std::string> commands_to_settle(const ReportPage& page);

// Names with commas and "and" between, each kept apart from its neighbours' writing direction.
void write_names(Markup& markup, const std::vector<std::string>& names);

}  // namespace abstat
