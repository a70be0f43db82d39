#include "cli/ordered_rendering.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

using abstat::OrderedRendering;
using abstat::Report;

namespace {

void numbers(std::string& text, std::size_t index, std::span<const Report> reports) {
  for (const Report& report : reports) {
    text += std::to_string(index++) + ":" + std::to_string(*report.concurrency) + "\n";
  }
}

void take(OrderedRendering& rendering, int reports) {
  for (int i = 0; i < reports; ++i) {
    Report report;
    report.concurrency = i;
    rendering.take(std::move(report));
  }
}

std::string rendered(unsigned threads, int reports, const OrderedRendering::Render& render) {
  std::ostringstream out;
  abstat::Workers workers(threads);
  OrderedRendering rendering(workers, render, out);
  take(rendering, reports);
  rendering.finish();
  return out.str();
}

}  // namespace

TEST_CASE("the output is the same for any number of threads") {
  const int reports = GENERATE(0, 1, 63, 64, 65, 1000);
  std::string expected;
  for (int i = 0; i < reports; ++i) expected += std::to_string(i) + ":" + std::to_string(i) + "\n";
  for (const unsigned threads : {1U, 2U, 3U, 16U}) CHECK(rendered(threads, reports, numbers) == expected);
}

TEST_CASE("batches that take long do not change the order") {
  const auto slow_first = [](std::string& text, std::size_t index, std::span<const Report> reports) {
    if (index % 128 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    numbers(text, index, reports);
  };
  CHECK(rendered(4, 1000, slow_first) == rendered(1, 1000, numbers));
}

TEST_CASE("an error on any thread reaches the one that brings the reports") {
  const auto failing = [](std::string& text, std::size_t index, std::span<const Report> reports) {
    if (index == 256) throw std::runtime_error("no memory");
    numbers(text, index, reports);
  };
  const unsigned threads = GENERATE(1U, 3U);
  CHECK_THROWS_WITH(rendered(threads, 1000, failing), "no memory");
}

TEST_CASE("reports that were taken and not finished are dropped without waiting for ever") {
  std::ostringstream out;
  {
    abstat::Workers workers(3);
    OrderedRendering rendering(workers, numbers, out);
    take(rendering, 1000);
  }
  CHECK(out.str().size() < rendered(1, 1000, numbers).size());
}
