#include "html_reading.hpp"
#include "html_report_actions.hpp"
#include "html_report_grammar.hpp"
#include "line_blocks.hpp"

#include <utility>

#include <abstat/html_report.hpp>

namespace abstat {

struct HtmlReportReader::State {
  State(std::string file, Sink sink) : reading(std::move(file), std::move(sink)) {}

  LineBlocks blocks;
  HtmlReading reading;

  void parse(std::string_view block) {
    pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf_crlf, const char*> in(
        block.data(), block.data() + block.size(), "");
    pegtl::parse<rules::html::file, html::action>(in, reading);
  }
};

HtmlReportReader::HtmlReportReader(std::string file, Sink sink)
    : state_(std::make_unique<State>(std::move(file), std::move(sink))) {}

HtmlReportReader::~HtmlReportReader() = default;
HtmlReportReader::HtmlReportReader(HtmlReportReader&&) noexcept = default;
HtmlReportReader& HtmlReportReader::operator=(HtmlReportReader&&) noexcept = default;

void HtmlReportReader::feed(std::string_view bytes) {
  state_->blocks.feed(bytes, [this](std::string_view block) { state_->parse(block); });
}

void HtmlReportReader::finish() {
  state_->blocks.finish([this](std::string_view block) { state_->parse(block); });
  state_->reading.finish();
}

std::vector<Report> read_html_reports(std::string_view text, std::string file) {
  std::vector<Report> reports;
  HtmlReportReader reader(std::move(file), [&](Report&& report) { reports.push_back(std::move(report)); });
  reader.feed(text);
  reader.finish();
  return reports;
}

}  // namespace abstat
