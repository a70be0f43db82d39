// Time and memory to rank ever more stacks of ten runs each: linear in the stacks, however many pairs they
// make.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <random>
#include <sys/resource.h>

#include <abstat/ranking.hpp>

namespace {

std::vector<abstat::Report> campaign(std::size_t stacks, std::size_t replicates) {
  std::mt19937_64 random(1);
  std::normal_distribution<double> normal;
  std::vector<abstat::Report> reports;
  reports.reserve(stacks * replicates);
  for (std::size_t stack = 0; stack < stacks; ++stack) {
    const double mean = std::log(2000) + 0.5 * normal(random);
    const double sd = 0.03 * std::exp(0.5 * normal(random));
    for (std::size_t run = 0; run < replicates; ++run) {
      abstat::Report& report = reports.emplace_back();
      report.stack = fmt::format("stack {}", stack);
      report.source = {fmt::format("runs/{}/{:02}.log", stack, run), 1, 40};
      report.status = abstat::ReportStatus::complete;
      report.concurrency = 100;
      report.requests.complete = 1000;
      report.requests.failed = 0;
      report.bytes.total = static_cast<std::int64_t>(run);  // no two runs of a stack print the same
      report.requests_per_second = abstat::rounded_figure(std::exp(mean + sd * normal(random)), 2);
    }
  }
  return reports;
}

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double resident_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main() {
  fmt::print(
      "| stacks | runs each | method | seconds | of a processor | MiB at most, reports included | shared "
      "first "
      "rank |\n");
  fmt::print("|---:|---:|---|---:|---:|---:|---:|\n");
  for (const std::size_t stacks : {100U, 1000U, 10'000U}) {
    const auto reports = campaign(stacks, 10);
    for (const abstat::Method method : {abstat::Method::log_t, abstat::Method::paired}) {
      abstat::RankOptions options;
      options.method = method;
      const double busy = processor_seconds();
      const auto start = std::chrono::steady_clock::now();
      const auto ranking = abstat::rank_reports(reports, options);
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
      std::size_t shared = 0;
      for (const auto& row : ranking.stacks) shared += row.rank.low == 1 ? 1 : 0;
      fmt::print("| {} | 10 | {} | {:.2f} | {:.2f} | {:.0f} | {} |\n", stacks, to_string(method),
                 taken.count(), processor_seconds() - busy, resident_mib(), shared);
      std::fflush(stdout);
    }
  }
  return 0;
}
