#include <array>

#include <abstat/line_shift.hpp>

namespace abstat {

namespace {

constexpr std::array all_lines{&ReportLines::concurrency,
                               &ReportLines::time_taken,
                               &ReportLines::complete,
                               &ReportLines::failed,
                               &ReportLines::failed_breakdown,
                               &ReportLines::write_errors,
                               &ReportLines::non_2xx,
                               &ReportLines::keep_alive,
                               &ReportLines::document_length,
                               &ReportLines::total_bytes,
                               &ReportLines::html_bytes,
                               &ReportLines::sent_bytes,
                               &ReportLines::requests_per_second,
                               &ReportLines::time_per_request,
                               &ReportLines::time_per_request_all,
                               &ReportLines::transfer_rate,
                               &ReportLines::connect,
                               &ReportLines::processing,
                               &ReportLines::waiting,
                               &ReportLines::total,
                               &ReportLines::percentiles};
static_assert(sizeof(ReportLines) == all_lines.size() * sizeof(std::size_t), "a line number is missing here");

}  // namespace

void shift_lines(Report& report, std::size_t lines) {
  report.source.first_line += lines;
  report.source.last_line += lines;
  for (UnparsedLine& unparsed : report.unparsed) unparsed.line += lines;
  for (const auto member : all_lines) {
    if (report.lines.*member > 0) report.lines.*member += lines;
  }
}

}  // namespace abstat
