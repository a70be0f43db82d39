#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

TEST_CASE("bodies cannot weigh more than everything received") {
  Report report = seed_reports()[0];
  report.bytes.html = 176001;
  const auto audited = audit(report);
  CHECK(has_error(audited, "C1"));
  CHECK(find(audited, "C1")->line == 24);
}

TEST_CASE("bytes that no single size explains are a note, since ab counts requests cut off at the end") {
  Report report = seed_reports()[0];
  report.bytes.html = 4004;
  report.bytes.total = 176176;
  const auto audited = audit(report);
  CHECK(audited.failed == 2);  // A6 and A7: the rate belongs to the other total
  CHECK(find(audited, "C2")->severity == Severity::note);
  CHECK(find(audited, "C3")->severity == Severity::note);
}

TEST_CASE("a Document Length binds the bodies more tightly than divisibility") {
  Report report = seed_reports()[0];
  report.document.length_bytes = 4;
  CHECK_FALSE(find(audit(report), "C2"));
  report.document.length_bytes = 5;
  CHECK(find(audit(report), "C2"));
}

TEST_CASE("sizes are not expected to agree after failures, -l or Ctrl-C") {
  Report report = seed_reports()[0];
  report.bytes.html = 4001;
  report.document.length_variable = true;
  CHECK_FALSE(find(audit(report), "C2"));
  report.document.length_variable = false;
  report.status = abstat::ReportStatus::interrupted;
  CHECK_FALSE(find(audit(report), "C2"));
}

TEST_CASE(
    "sizes of good and bad responses are all pairs of whole numbers that add up, found by trying each") {
  Report report = seed_reports()[5];
  const auto [goods, bads, bytes] = GENERATE(table<std::int64_t, std::int64_t, std::int64_t>(
      {{638, 362, 188208}, {3, 7, 20}, {3, 7, 21}, {6, 4, 25}, {1, 1, 5}, {999, 1, 2000}, {1, 999, 2000}}));
  report.requests.complete = goods + bads;
  report.requests.non_2xx = bads;
  report.bytes.html = bytes;
  report.bytes.total = bytes;
  std::vector<abstat::ResponseSizes> expected;
  for (std::int64_t good = 0; good * goods <= bytes; ++good) {
    if ((bytes - good * goods) % bads == 0) expected.push_back({good, (bytes - good * goods) / bads});
  }
  const auto sizes = abstat::response_sizes(report);
  REQUIRE(sizes);
  CHECK(sizes->complete);
  CHECK(sizes->body == expected);
  CHECK(sizes->header == std::vector<abstat::ResponseSizes>{{0, 0}});
}

TEST_CASE("of very many possible sizes only the first are listed") {
  Report report = seed_reports()[5];
  report.bytes.total = std::numeric_limits<std::int64_t>::max() - 1;
  const auto sizes = abstat::response_sizes(report);
  REQUIRE(sizes);
  CHECK_FALSE(sizes->complete);
  CHECK(sizes->total.size() == abstat::SizeSolutions::limit);
}

TEST_CASE("a mixture that no two sizes explain says that one kind varies") {
  Report report = seed_reports()[5];
  report.requests.non_2xx = 400;
  report.requests.failed = 400;
  report.requests.failed_breakdown->length = 400;
  report.bytes.html = 188210 + 1;
  CHECK(find(audit(report), "C4")->severity == Severity::note);
}
