// C1 to C4. What the byte counts say about the responses. Only C1 is guaranteed; the others hold when every
// good response had one size, and tell a varying page when they do not.
#include "checks.hpp"

#include <fmt/format.h>
#include <numeric>

namespace abstat {

namespace {

// All g, b >= 0 with goods*g + bads*b = bytes, g ascending, at most SizeSolutions::limit of them.
struct Mixture {
  std::vector<ResponseSizes> sizes;
  bool complete = true;
};

// x with a*x = 1 modulo m, for coprime a and m > 0.
std::int64_t inverse(std::int64_t a, std::int64_t m) {
  std::int64_t x = 0;
  std::int64_t next = 1;
  std::int64_t rest = m;
  std::int64_t divisor = a % m;
  while (divisor != 0) {
    const std::int64_t quotient = rest / divisor;
    x = std::exchange(next, x - quotient * next);
    rest = std::exchange(divisor, rest - quotient * divisor);
  }
  return x < 0 ? x + m : x;
}

__extension__ using Product = __int128;

Mixture solve(std::int64_t goods, std::int64_t bads, std::int64_t bytes) {
  Mixture mixture;
  const std::int64_t divisor = std::gcd(goods, bads);
  if (bytes < 0 || bytes % divisor != 0) return mixture;
  const std::int64_t step = bads / divisor;
  const std::int64_t wanted = bytes / divisor;
  const auto first =
      static_cast<std::int64_t>(Product{wanted % step} * inverse(goods / divisor, step) % step);
  for (Product good = first; Product{goods} * good <= bytes; good += step) {
    if (mixture.sizes.size() == SizeSolutions::limit) {
      mixture.complete = false;
      break;
    }
    const Product rest = Product{bytes} - Product{goods} * good;
    mixture.sizes.push_back({static_cast<std::int64_t>(good), static_cast<std::int64_t>(rest / bads)});
  }
  return mixture;
}

// Some responses were 2xx and some were not, and bytes are known.
bool mixed(const Report& report) {
  const auto& complete = report.requests.complete;
  const auto& non_2xx = report.requests.non_2xx;
  return complete && non_2xx && *non_2xx > 0 && *non_2xx < *complete && report.bytes.total &&
         report.bytes.html;
}

// All responses should have one size: nothing failed, nothing was cut short, no page is known to vary.
bool uniform_expected(const Report& report) {
  const auto& requests = report.requests;
  return requests.failed.value_or(0) == 0 && requests.non_2xx.value_or(0) == 0 &&
         requests.write_errors.value_or(0) == 0 && !report.document.length_variable &&
         report.status != ReportStatus::interrupted;
}

void check_uniform_bodies(const Report& report, std::int64_t complete, std::int64_t html, Ledger& ledger) {
  const auto& length = report.document.length_bytes;
  const bool holds = length ? Product{*length} * complete == html : html % complete == 0;
  ledger.expect(holds, "C2", Severity::note, report.lines.html_bytes, [&] {
    return length ? fmt::format(
                        "HTML transferred {} is not Document Length {} times Complete requests {}: requests "
                        "were cut off at the end of the run, or the page changes",
                        html, *length, complete)
                  : fmt::format(
                        "HTML transferred {} is not a multiple of Complete requests {}: requests were cut "
                        "off at the end of the run, or the page changes",
                        html, complete);
  });
}

void check_uniform_headers(const Report& report, std::int64_t complete, Ledger& ledger) {
  const auto headers = Product{*report.bytes.total} - *report.bytes.html;
  ledger.expect(headers % complete == 0, "C3", Severity::note, report.lines.total_bytes, [&] {
    return fmt::format(
        "the headers weigh {} bytes, not a multiple of Complete requests {}: their size varies, or "
        "requests were cut off at the end of the run",
        static_cast<long long>(headers), complete);
  });
}

}  // namespace

std::optional<SizeSolutions> response_sizes(const Report& report) {
  if (!mixed(report)) return std::nullopt;
  const std::int64_t bads = *report.requests.non_2xx;
  const std::int64_t goods = *report.requests.complete - bads;
  if (*report.bytes.total < *report.bytes.html || *report.bytes.html < 0) return std::nullopt;
  Mixture body = solve(goods, bads, *report.bytes.html);
  Mixture total = solve(goods, bads, *report.bytes.total);
  Mixture header = solve(goods, bads, *report.bytes.total - *report.bytes.html);
  const bool complete = body.complete && total.complete && header.complete;
  return SizeSolutions{std::move(body.sizes), std::move(total.sizes), std::move(header.sizes), complete};
}

void check_sizes(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  const auto& bytes = report.bytes;
  if (!bytes.total || !bytes.html) return;
  ledger.require(*bytes.total >= *bytes.html, "C1", report.lines.total_bytes, [&] {
    return fmt::format("Total transferred {} contains HTML transferred {}, so it cannot be less",
                       *bytes.total, *bytes.html);
  });
  const auto& complete = report.requests.complete;
  if (!complete || *complete <= 0) return;
  if (uniform_expected(report)) {
    check_uniform_bodies(report, *complete, *bytes.html, ledger);
    check_uniform_headers(report, *complete, ledger);
  } else {
    ledger.not_applicable();
    ledger.not_applicable();
  }
  if (const auto sizes = response_sizes(report)) {
    const bool holds = !sizes->body.empty() && !sizes->total.empty() && !sizes->header.empty();
    ledger.expect(holds, "C4", Severity::note, report.lines.html_bytes, [&] {
      return fmt::format(
          "no single size of good and of bad responses adds up to {} bytes of bodies and {} in all: "
          "at least one of the two kinds varies",
          *bytes.html, *bytes.total);
    });
  }
}

}  // namespace abstat
