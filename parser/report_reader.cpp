#include "line_cutter.hpp"
#include "line_reader.hpp"

#include <utility>

#include <abstat/report_reader.hpp>

namespace abstat {

struct ReportReader::State {
  State(std::string file, Sink sink, Problems problems)
      : lines(std::move(file), std::move(sink), std::move(problems)) {}

  LineReader lines;
  LineCutter<LineReader> cutter{lines};
};

ReportReader::ReportReader(std::string file, Sink sink, Problems problems)
    : state_(std::make_unique<State>(std::move(file), std::move(sink), std::move(problems))) {}
ReportReader::~ReportReader() = default;
ReportReader::ReportReader(ReportReader&&) noexcept = default;
ReportReader& ReportReader::operator=(ReportReader&&) noexcept = default;

void ReportReader::feed(std::string_view bytes) {
  state_->cutter.feed(bytes);
}

void ReportReader::finish() {
  state_->cutter.finish();
}

std::vector<Report> read_reports(std::string_view text, std::string file) {
  std::vector<Report> reports;
  ReportReader reader(std::move(file), [&reports](Report&& report) { reports.push_back(std::move(report)); });
  reader.feed(text);
  reader.finish();
  return reports;
}

}  // namespace abstat
