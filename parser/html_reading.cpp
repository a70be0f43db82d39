#include "html_reading.hpp"

#include "html_corrections.hpp"

#include <utility>

#include <abstat/limits.hpp>
#include <abstat/report_reader.hpp>

namespace abstat {

// Lines outside the tables, read by the reader of text reports.
class TextBetweenTables {
 public:
  TextBetweenTables(const std::string& file, std::size_t lines_before, bool behind_html_banner,
                    const HtmlReportReader::Sink& sink)
      : behind_html_banner_(behind_html_banner),
        sink_(sink),
        reader_(
            file, [this](Report&& report) { take(std::move(report)); }, {}, lines_before + 1) {}
  TextBetweenTables(const TextBetweenTables&) = delete;
  TextBetweenTables& operator=(const TextBetweenTables&) = delete;
  ~TextBetweenTables() = default;

  void feed(std::string_view line) { reader_.feed(line); }
  void finish() { reader_.finish(); }

  // What ab said before its table. A run that comes to its table was not aborted.
  std::vector<std::string> finish_before_table() {
    before_table_ = true;
    reader_.finish();
    return std::move(messages_);
  }

 private:
  void take(Report&& report) {
    if (before_table_ && !report.time_taken_s) {
      messages_ = std::move(report.messages);
      return;
    }
    if (behind_html_banner_ && report.time_taken_s) report.status = ReportStatus::interrupted;
    sink_(std::move(report));
  }

  bool behind_html_banner_;
  const HtmlReportReader::Sink& sink_;
  bool before_table_ = false;
  std::vector<std::string> messages_;
  ReportReader reader_;
};

HtmlReading::HtmlReading(std::string file, HtmlReportReader::Sink sink)
    : file_(std::move(file)), sink_(std::move(sink)) {}

HtmlReading::~HtmlReading() = default;

void HtmlReading::begin_line() {
  ++line_;
}

// The banner goes to the reader of text reports in the words of a text banner, because a run that is aborted
// or interrupted prints no table: what it prints is text.
void HtmlReading::take_banner(HtmlBanner banner_read) {
  end_report(ReportStatus::truncated);
  if (text_) text_->finish();
  banner_ = std::move(banner_read);
  banner_->line = line_;
  text_ = std::make_unique<TextBetweenTables>(file_, line_ - 1, true, sink_);
  std::string words = "This is ApacheBench, Version " + banner_->ab.version.value_or("") + " <$Revision";
  words += banner_->ab.revision ? ": " + *banner_->ab.revision + " $>" : "$>";
  if (!banner_->apache.empty()) words += " " + banner_->apache;
  text_->feed(words + "\n");
}

void HtmlReading::take_text_banner(std::string_view banner_line) {
  end_report(ReportStatus::truncated);
  take_text_line(banner_line);
}

void HtmlReading::begin_table() {
  end_report(ReportStatus::truncated);
  table_line_ = line_;
  take_text_line("\n");
}

Report& HtmlReading::open_report() {
  last_row_line_ = line_;
  if (report_) return *report_;
  report_.emplace();
  if (text_) report_->messages = text_->finish_before_table();
  text_.reset();
  report_->html = true;
  report_->source.file = file_;
  report_->source.first_line = banner_ ? banner_->line : table_line_.value_or(line_);
  if (banner_) report_->ab = banner_->ab;
  return *report_;
}

void HtmlReading::end_table() {
  if (!report_) return take_text_line("\n");
  last_row_line_ = line_;
  end_report(ReportStatus::complete);
}

// Rows outside a table are an excerpt.
void HtmlReading::end_report(ReportStatus status) {
  const bool in_table = table_line_.has_value();
  table_line_.reset();
  if (!report_) return;
  Report report = *std::exchange(report_, std::nullopt);
  report.source.last_line = last_row_line_;
  const bool whole = in_table && report.concurrency && report.time_taken_s && report.requests.complete;
  report.status = whole || status == ReportStatus::truncated ? status : ReportStatus::partial;
  if (!in_table) report.status = ReportStatus::partial;
  if (interrupted_ && report.status == ReportStatus::complete) report.status = ReportStatus::interrupted;
  correct_html_report(report, banner_ ? std::string_view(banner_->apache) : "");
  banner_.reset();
  interrupted_ = false;
  sink_(std::move(report));
}

void HtmlReading::take_other(std::string_view other) {
  if (report_ && !table_line_) end_report(ReportStatus::partial);
  if (!report_) return take_text_line(other);
  while (other.ends_with('\n') || other.ends_with('\r')) other.remove_suffix(1);
  if (report_->unparsed.size() >= limits::unparsed_kept) return;
  report_->unparsed.push_back({line_, std::string(other.substr(0, limits::unparsed_bytes))});
}

void HtmlReading::take_text_line(std::string_view other) {
  if (report_) return;
  const bool blank = other.find_first_not_of(" \t\r\n") == std::string_view::npos;
  if (!text_ && blank) return;
  if (!text_) text_ = std::make_unique<TextBetweenTables>(file_, line_ - 1, false, sink_);
  text_->feed(other);
}

void HtmlReading::finish() {
  end_report(ReportStatus::truncated);
  if (text_) text_->finish();
  text_.reset();
}

}  // namespace abstat
