#include "analysis/statistics/latency_curve.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <memory>
#include <string>

#include <abstat/attachments.hpp>

using abstat::Report;

namespace {

// Requests of 1 ms, 2 ms and so on.
std::string request_log(int requests) {
  std::string text = "starttime\tseconds\tctime\tdtime\tttime\twait\n";
  for (int i = 1; i <= requests; ++i) {
    text +=
        "Sat Jun 01 12:00:00 2024\t1717243200\t0\t" + std::to_string(i) + "\t" + std::to_string(i) + "\t1\n";
  }
  return text;
}

Report run_with_log(int requests) {
  Report report;
  report.stack = "sync";
  report.requests.complete = requests;
  abstat::Attachments attached;
  attached.request_log = *abstat::read_request_log(request_log(requests), "01.g.tsv");
  report.attachments = std::make_shared<const abstat::Attachments>(std::move(attached));
  return report;
}

abstat::Stack stack_of(const std::vector<Report>& reports) {
  abstat::Stack stack;
  for (const Report& report : reports) stack.runs.push_back({&report, ""});
  return stack;
}

double ms_at(const std::vector<abstat::LatencyPoint>& curve, double percent) {
  for (const abstat::LatencyPoint& point : curve) {
    if (point.percent == Approx(percent)) return point.ms;
  }
  return 0;
}

}  // namespace

TEST_CASE("a curve has what the -g file has at ab's own index") {
  const std::vector<Report> reports{run_with_log(100)};
  const auto curve = latency_curve(stack_of(reports));
  CHECK(ms_at(curve, 50) == Approx(51));
  CHECK(ms_at(curve, 99) == Approx(100));
}

TEST_CASE("a curve ends where fewer than ten requests took longer") {
  const std::vector<Report> few{run_with_log(1000)};
  CHECK(latency_curve(stack_of(few)).back().percent == 99);
  const std::vector<Report> many{run_with_log(10'000)};
  const auto curve = latency_curve(stack_of(many));
  CHECK(curve.back().percent == Approx(99.9));
  CHECK(curve.back().ms == Approx(9990));
}

TEST_CASE("a curve is the geometric mean over the runs, as far as all of them reach") {
  const std::vector<Report> reports{run_with_log(100), run_with_log(400)};
  const auto curve = latency_curve(stack_of(reports));
  CHECK(ms_at(curve, 50) == Approx(std::sqrt(51.0 * 201.0)));
  CHECK(curve.back().percent == 99);
}

TEST_CASE("without -e and -g files there is no curve") {
  const std::vector<Report> reports{Report()};
  CHECK(latency_curve(stack_of(reports)).empty());
}
