#include "analysis/audit/seed_reports.hpp"

#include <fstream>
#include <sstream>

#include <abstat/report_reader.hpp>

std::vector<abstat::Report> seed_reports() {
  static const std::vector<abstat::Report> reports = [] {
    std::ifstream file(ABSTAT_SOURCE_DIR "/samples/web-stacks.md", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return abstat::read_reports(text.str(), "samples/web-stacks.md");
  }();
  return reports;
}
