#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include <abstat/plot.hpp>

using abstat::PlotUse;
using abstat::Report;

namespace {

Report run_of(const std::string& stack, double rate, int concurrency = 100) {
  Report report;
  report.stack = stack;
  report.source = {stack + ".log", 1, 40};
  report.requests_per_second = abstat::rounded_figure(rate, 2);
  report.time_taken_s = abstat::rounded_figure(1000 / rate, 3);
  report.concurrency = concurrency;
  report.requests.complete = 1000;
  report.requests.failed = 0;
  return report;
}

std::vector<Report> two_stacks(std::size_t runs) {
  std::vector<Report> reports;
  for (std::size_t i = 0; i < runs; ++i) {
    const double noise = 1 + 0.01 * static_cast<double>(i);
    reports.push_back(run_of("slow", 1000 * noise));
    reports.push_back(run_of("fast", 2000 * noise));
    reports[2 * i].source.first_line += i * 50;
    reports[2 * i + 1].source.first_line += i * 50;
  }
  return reports;
}

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::string rank_plot(const std::vector<Report>& reports) {
  return svg_of(rank_reports(reports, {}), PlotUse::page);
}

std::string speedup_plot(const std::vector<Report>& reports) {
  return svg_of(*compare_reports(reports, {}), PlotUse::page);
}

}  // namespace

TEST_CASE("a ranking of several runs draws an interval for each stack") {
  const std::string svg = rank_plot(two_stacks(4));
  CHECK(count_of(svg, "class=\"span c0\"") == 2);
  CHECK(count_of(svg, "ring") == 0);
}

TEST_CASE("one run each is drawn as rings without an interval") {
  for (const std::string& svg : {rank_plot(two_stacks(1)), speedup_plot(two_stacks(1))}) {
    CHECK(count_of(svg, "class=\"span") == 0);
    CHECK(count_of(svg, "no interval can be known") == 1);
    CHECK(count_of(svg, "no interval") > 1);  // the description says so for each stack
  }
}

TEST_CASE("a stack whose responses failed is a cross, and its description says why") {
  std::vector<Report> reports = two_stacks(1);
  reports[1].requests.non_2xx = 300;
  const std::string svg = rank_plot(reports);
  CHECK(count_of(svg, "class=\"c1 ring\"") == 2);  // in the legend and in its row
  CHECK(count_of(svg, "rank 2, some responses failed") == 1);
}

TEST_CASE("a forest plot shades the practical margin and names each verdict") {
  const std::string svg = speedup_plot(two_stacks(4));
  CHECK(count_of(svg, "class=\"one\"") == 1);
  CHECK(count_of(svg, "within 5 %: no difference in practice") == 1);
  CHECK(count_of(svg, "2.000x faster</text>") == 1);
}

TEST_CASE("every run is a point of its stack's strip") {
  const std::string svg = svg_of(run_order(two_stacks(4), {abstat::MetricKind::throughput}), PlotUse::page);
  CHECK(count_of(svg, "<circle class=\"c0\"") == 8 + 1);  // and one in the legend
}

TEST_CASE("a stack measured at several numbers of connections is one line") {
  const std::vector<Report> reports{run_of("sync/c001", 500, 1), run_of("sync/c008", 2000, 8),
                                    run_of("gevent", 900, 8)};
  const abstat::Scaling scaling = scaling_of(reports, {abstat::MetricKind::throughput}, 0.95);
  REQUIRE(scaling.series.size() == 1);
  CHECK(scaling.series.front().name == "sync");
  CHECK(scaling.series.front().points.size() == 2);
  CHECK(count_of(svg_of(scaling, PlotUse::page), "class=\"path c0\"") == 1);
}

TEST_CASE("a name loses its own number of connections and no other number") {
  using abstat::name_without_concurrency;
  CHECK(name_without_concurrency("sync/c008", 8) == "sync");
  CHECK(name_without_concurrency("sync (c 8)", 8) == "sync");
  CHECK(name_without_concurrency("sync c=8", 8) == "sync");
  CHECK(name_without_concurrency("sync-64", 64) == "sync");
  CHECK(name_without_concurrency("gunicorn4", 8) == "gunicorn4");
  CHECK(name_without_concurrency("c16", 16) == "c16");
  CHECK(name_without_concurrency("8", 8) == "8");
}

TEST_CASE("the stacks of a sweep are compared with the most connections that all were measured with") {
  const std::vector<Report> reports{run_of("sync/c001", 500, 1),   run_of("sync/c008", 2000, 8),
                                    run_of("sync/c064", 2100, 64), run_of("gevent/c008", 900, 8),
                                    run_of("gevent/c001", 400, 1), run_of("late/c032", 100, 32)};
  const auto load = common_load(reports, scaling_of(reports, {abstat::MetricKind::throughput}, 0.95));
  REQUIRE(load);
  CHECK(load->concurrency == 8);
  REQUIRE(load->reports.size() == 2);
  CHECK(load->reports[0].stack == "sync");
  CHECK(load->reports[1].stack == "gevent");
  CHECK(load->stacks == 3);
  CHECK(load->missing == std::vector<std::string>{"late/c032"});
  CHECK(count_of(svg_of(rank_reports(load->reports, {}), PlotUse::page, load->concurrency),
                 "of each stack with 8 connections") == 1);
}

TEST_CASE("stacks measured with one number of connections need no common load") {
  const std::vector<Report> reports = two_stacks(2);
  CHECK_FALSE(common_load(reports, scaling_of(reports, {abstat::MetricKind::throughput}, 0.95)));
}

TEST_CASE("a drawing higher than a page of paper goes on in the next one, each with the axis") {
  std::vector<Report> reports;
  for (int i = 0; i < 40; ++i) reports.push_back(run_of("stack " + std::to_string(i), 1000 + 10 * i));
  const std::string page = rank_plot(reports);
  CHECK(count_of(page, "aria-labelledby") == 3);
  CHECK(count_of(page, "id=\"rank-2-title\"") == 1);
  CHECK(count_of(page, "goodput in req/s, more is better") == 3);
  CHECK(count_of(svg_of(rank_reports(reports, {}), PlotUse::file), "aria-labelledby") == 1);
}

TEST_CASE("a logarithmic axis is called so") {
  const std::vector<Report> reports{run_of("slow", 10), run_of("fast", 1000)};
  CHECK(count_of(rank_plot(reports), "more is better (logarithmic)") == 1);
}

TEST_CASE("drawings of nothing are empty drawings") {
  CHECK(count_of(rank_plot({}), "<circle") == 0);
  CHECK(count_of(svg_of(abstat::LatencyProfile{}, PlotUse::file), "<svg") == 2);
  CHECK(count_of(svg_of(abstat::Scaling{}, PlotUse::page), "<circle") == 0);
}

TEST_CASE("a stack's name reaches a drawing as text") {
  std::vector<Report> reports = two_stacks(1);
  reports[0].stack = "</text><script>";
  CHECK(count_of(rank_plot(reports), "<script") == 0);
}
