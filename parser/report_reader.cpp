#include "line_reader.hpp"

#include <cstring>
#include <utility>

#include <abstat/report_reader.hpp>

namespace abstat {

// Cuts the stream into lines. A line ends with LF, CR LF or a lone CR; what is left of a piece waits for the
// next one.
struct ReportReader::State {
  State(std::string file, Sink sink) : lines(std::move(file), std::move(sink)) {}

  void feed(std::string_view bytes) {
    if (!waiting.empty()) {
      const std::size_t end = bytes.find('\n');
      const std::string_view rest_of_line = bytes.substr(0, end == std::string_view::npos ? end : end + 1);
      waiting.append(rest_of_line);
      bytes.remove_prefix(rest_of_line.size());
      if (end == std::string_view::npos) return;
      lines.read(std::exchange(waiting, {}));
    }
    const std::size_t end = bytes.rfind('\n');
    if (end != std::string_view::npos) {
      lines.read(bytes.substr(0, end + 1));
      bytes.remove_prefix(end + 1);
    }
    waiting = bytes;
  }

  LineReader lines;
  std::string waiting;
};

ReportReader::ReportReader(std::string file, Sink sink)
    : state_(std::make_unique<State>(std::move(file), std::move(sink))) {}
ReportReader::~ReportReader() = default;
ReportReader::ReportReader(ReportReader&&) noexcept = default;
ReportReader& ReportReader::operator=(ReportReader&&) noexcept = default;

void ReportReader::feed(std::string_view bytes) {
  state_->feed(bytes);
}

void ReportReader::finish() {
  state_->lines.finish(state_->waiting);
  state_->waiting.clear();
}

std::vector<Report> read_reports(std::string_view text, std::string file) {
  std::vector<Report> reports;
  ReportReader reader(std::move(file), [&reports](Report&& report) { reports.push_back(std::move(report)); });
  reader.feed(text);
  reader.finish();
  return reports;
}

}  // namespace abstat
