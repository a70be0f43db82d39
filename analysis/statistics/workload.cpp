#include <cmath>
#include <fmt/format.h>
#include <string_view>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

// "Keep-Alive requests:" stands between "Failed requests:" and "Total transferred:", with -k only. An excerpt
// that has both neighbours and not the line says that -k was off.
std::optional<bool> keep_alive_of(const Report& report) {
  if (report.requests.keep_alive) return true;
  if (report.requests.failed && report.bytes.total) return false;
  return std::nullopt;
}

// "SSL/TLS Protocol:" stands between "Server Port:" and "Document Path:".
std::optional<bool> tls_of(const Report& report) {
  if (report.tls) return true;
  if (report.server.port && report.document.path) return false;
  return std::nullopt;
}

std::optional<std::string> method_of(const Report& report) {
  switch (report.bytes.sent_label) {
    case SentLabel::posted:
      return "POST";
    case SentLabel::put:
      return "PUT";
    case SentLabel::body_sent:
      return "with a body";
    case SentLabel::none:
      break;
  }
  if (report.bytes.total && report.bytes.html) return "GET or HEAD";
  return std::nullopt;
}

// ab -t ends at the first event after the limit, which comes well within a mean response time.
std::optional<std::int64_t> possible_time_limit(const Report& report) {
  if (!report.time_taken_s || !report.time_per_request_ms) return std::nullopt;
  const double time_taken = report.time_taken_s->value();
  const double whole = std::floor(time_taken);
  if (!(whole >= 1) || whole > 1e9 || (time_taken - whole) * 1000 > report.time_per_request_ms->value()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(whole);
}

template <typename T>
void add_difference(std::vector<std::string>& list, std::string_view what, const std::optional<T>& a,
                    const std::optional<T>& b) {
  if (a && b && *a != *b) list.push_back(fmt::format("{} {} and {}", what, *a, *b));
}

void add_difference(std::vector<std::string>& list, std::string_view what, const std::optional<bool>& a,
                    const std::optional<bool>& b) {
  if (a && b && *a != *b)
    list.push_back(fmt::format("{} {} and {}", what, *a ? "on" : "off", *b ? "on" : "off"));
}

std::string extent(const Workload& workload) {
  if (workload.requests) return fmt::format("{} requests", *workload.requests);
  return fmt::format("{} s", *workload.time_limit_s);
}

bool same_extent(const Workload& a, const Workload& b) {
  const auto unknown = [](const Workload& w) { return !w.requests && !w.time_limit_s; };
  if (unknown(a) || unknown(b)) return true;
  return (a.requests && a.requests == b.requests) || (a.time_limit_s && a.time_limit_s == b.time_limit_s);
}

}  // namespace

Workload workload_of(const Report& report) {
  Workload workload;
  workload.concurrency = report.concurrency;
  if (report.status == ReportStatus::complete || report.status == ReportStatus::partial) {
    workload.requests = report.requests.complete;
    workload.time_limit_s = possible_time_limit(report);
  }
  workload.path = report.document.path;
  workload.method = method_of(report);
  if (!is_tainted(report)) workload.document_bytes = report.document.length_bytes;
  workload.keep_alive = keep_alive_of(report);
  workload.tls = tls_of(report);
  return workload;
}

std::vector<std::string> differences(const Workload& a, const Workload& b) {
  std::vector<std::string> list;
  add_difference(list, "concurrency", a.concurrency, b.concurrency);
  if (!same_extent(a, b)) list.push_back(fmt::format("{} and {}", extent(a), extent(b)));
  add_difference(list, "path", a.path, b.path);
  add_difference(list, "document bytes", a.document_bytes, b.document_bytes);
  add_difference(list, "method", a.method, b.method);
  add_difference(list, "keep-alive", a.keep_alive, b.keep_alive);
  add_difference(list, "TLS", a.tls, b.tls);
  return list;
}

std::optional<std::int64_t> body_bytes(const Report& report) {
  const auto& complete = report.requests.complete;
  const auto& html = report.bytes.html;
  if (!complete || !html || *complete <= 0 || *html < 0 || is_tainted(report)) return std::nullopt;
  if (*html % *complete != 0) return std::nullopt;
  return *html / *complete;
}

bool is_tainted(const Report& report, bool length_ok) {
  const Requests& requests = report.requests;
  if (requests.non_2xx.value_or(0) > 0) return true;
  const std::int64_t failed = requests.failed.value_or(0);
  if (failed <= 0) return false;
  return !(length_ok && requests.failed_breakdown && requests.failed_breakdown->length == failed);
}

}  // namespace abstat
