#include "analysis/statistics/runs.hpp"

#include "analysis/audit/seed_reports.hpp"
#include "analysis/statistics/golden.hpp"

#include <fmt/format.h>

abstat::Report run_of(const std::string& stack, const std::string& block, double requests_per_second) {
  abstat::Report report;
  report.source = {fmt::format("runs/{}/{}.log", stack, block), 1, 40};
  report.stack = stack;
  report.status = abstat::ReportStatus::complete;
  report.concurrency = 100;
  report.requests.complete = 1000;
  report.requests.failed = 0;
  report.requests_per_second = abstat::rounded_figure(requests_per_second, 2);
  report.time_taken_s = abstat::rounded_figure(1000 / requests_per_second, 3);
  return report;
}

const std::vector<std::string>& d1_stacks() {
  static const std::vector<std::string> names{"A_flask",          "B_g4sync",   "C_g4gevent",
                                              "D_nginx_g4gevent", "E_g8gevent", "F_nginx_g4sync"};
  return names;
}

std::vector<abstat::Report> d1_reports(std::size_t blocks) {
  std::vector<abstat::Report> reports;
  for (const std::string& stack : d1_stacks()) {
    const std::vector<double> rates = golden_list("D1 " + stack);
    for (std::size_t b = 0; b < blocks; ++b)
      reports.push_back(run_of(stack, fmt::format("{:02}", b + 1), rates[b]));
  }
  return reports;
}

Eigen::ArrayXd d1_logs(const std::string& stack, std::size_t blocks) {
  const std::vector<double> rates = golden_list("D1 " + stack);
  return Eigen::Map<const Eigen::ArrayXd>(rates.data(), static_cast<Eigen::Index>(blocks)).log();
}

std::vector<abstat::Report> note_reports() {
  std::vector<abstat::Report> reports = seed_reports();
  int number = 0;
  for (abstat::Report& report : reports) report.stack = fmt::format("R{}", ++number);
  return reports;
}
