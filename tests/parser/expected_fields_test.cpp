#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <rapidjson/document.h>
#include <string>
#include <utility>

#include <abstat/html_report.hpp>
#include <abstat/report_reader.hpp>

// tests/parser/expected/expected.json holds every field of these logs as somebody typed them in from reading.
namespace {

using abstat::Figure;
using abstat::Report;
using rapidjson::Value;

const std::string folder = ABSTAT_SOURCE_DIR "/tests/parser/expected/";

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Fields {
 public:
  explicit Fields(const Value& values) : values_(values) {}

  // What the file does not mention is not compared.
  void check(const char* name, const std::optional<std::string>& value) const {
    check_field(name, value, [&](const Value& expected) { return *value == expected.GetString(); });
  }
  void check(const char* name, const std::optional<std::int64_t>& value) const {
    check_field(name, value, [&](const Value& expected) { return *value == expected.GetInt64(); });
  }
  void check(const char* name, const std::optional<Figure>& value) const {
    check_field(name, value, [&](const Value& expected) { return value->value() == expected.GetDouble(); });
  }
  [[nodiscard]] const Value* find(const char* name) const {
    return values_.HasMember(name) ? &values_[name] : nullptr;
  }

 private:
  template <typename T, typename Equal>
  void check_field(const char* name, const std::optional<T>& value, Equal equal) const {
    const Value* expected = find(name);
    if (!expected) return;
    INFO(name);
    REQUIRE(value.has_value() == !expected->IsNull());
    if (value) CHECK(equal(*expected));
  }

  const Value& values_;
};

void check_header(const Fields& fields, const Report& report) {
  fields.check("ab_version", report.ab.version);
  fields.check("ab_revision", report.ab.revision);
  const bool aborted = report.status == abstat::ReportStatus::aborted;
  fields.check("server_hostname", aborted ? report.benchmarking.host : report.server.hostname);
  fields.check("server_software", report.server.software);
  fields.check("server_port", report.server.port);
  fields.check("document_path", report.document.path);
  fields.check("document_length_bytes", report.document.length_bytes);
  CHECK(report.document.length_variable == (fields.find("document_length_text") != nullptr));
  const abstat::Tls tls = report.tls.value_or(abstat::Tls{});
  fields.check("tls_protocol", tls.protocol);
  fields.check("tls_cipher", tls.cipher);
  fields.check("tls_key_bits", tls.key_bits);
  fields.check("tls_cipher_bits", tls.cipher_bits);
  fields.check("server_temp_key", tls.server_temp_key);
  fields.check("tls_server_name", tls.server_name);
}

void check_totals(const Fields& fields, const Report& report) {
  fields.check("concurrency", report.concurrency);
  fields.check("time_taken_s", report.time_taken_s);
  fields.check("complete_requests", report.requests.complete);
  fields.check("failed_requests", report.requests.failed);
  fields.check("write_errors", report.requests.write_errors);
  fields.check("non_2xx_responses", report.requests.non_2xx);
  fields.check("keep_alive_requests", report.requests.keep_alive);
  fields.check("requests_done_before_abort", report.requests.done_before_abort);
  fields.check("total_transferred_bytes", report.bytes.total);
  fields.check("total_body_sent_bytes", report.bytes.sent);
  fields.check("html_transferred_bytes", report.bytes.html);
  fields.check("requests_per_second", report.requests_per_second);
  fields.check("time_per_request_ms", report.time_per_request_ms);
  fields.check("time_per_request_all_ms", report.time_per_request_all_ms);
  fields.check("transfer_rate_kbytes_s", report.transfer_rate_kib_s.received);
  fields.check("rate_sent_kbs", report.transfer_rate_kib_s.sent);
  fields.check("rate_total_kbs", report.transfer_rate_kib_s.total);
  fields.check("finished", report.progress.finished);
  if (const Value* breakdown = fields.find("failed_breakdown"); breakdown && breakdown->IsObject()) {
    REQUIRE(report.requests.failed_breakdown);
    const Fields parts(*breakdown);
    parts.check("connect", report.requests.failed_breakdown->connect);
    parts.check("receive", report.requests.failed_breakdown->receive);
    parts.check("length", report.requests.failed_breakdown->length);
    parts.check("exceptions", report.requests.failed_breakdown->exceptions);
  } else {
    CHECK_FALSE(report.requests.failed_breakdown);
  }
}

void check_row(const Value& times, const char* name, const std::optional<abstat::TimesRow>& row) {
  INFO(name);
  REQUIRE((times.HasMember(name) && times[name].IsObject()) == row.has_value());
  if (!row) return;
  const Value& expected = times[name];
  const Fields fields(expected);
  fields.check("min", std::optional(row->min));
  fields.check("mean", std::optional(row->mean));
  fields.check("max", std::optional(row->max));
  CHECK((expected.HasMember("sd") && !expected["sd"].IsNull()) == row->sd.has_value());
  CHECK((expected.HasMember("median") && !expected["median"].IsNull()) == row->median.has_value());
  fields.check("sd", row->sd);
  fields.check("median", row->median);
}

void check_tables(const Fields& fields, const Report& report) {
  const Value* times = fields.find("connection_times_ms");
  REQUIRE(report.connection_times_ms.has_value() == (times && times->IsObject()));
  if (report.connection_times_ms) {
    check_row(*times, "connect", report.connection_times_ms->connect);
    check_row(*times, "processing", report.connection_times_ms->processing);
    check_row(*times, "waiting", report.connection_times_ms->waiting);
    check_row(*times, "total", report.connection_times_ms->total);
  }
  const Value* percentiles = fields.find("percentiles_ms");
  REQUIRE(report.percentiles_ms.has_value() == (percentiles && percentiles->IsObject()));
  if (!report.percentiles_ms) return;
  const Fields levels(*percentiles);
  for (const int level : abstat::Percentiles::levels) {
    levels.check(std::to_string(level).c_str(), report.percentiles_ms->at(level));
  }
}

void check_remarks(const Fields& fields, const Report& report) {
  const std::string status = fields.find("status")->GetString();
  CHECK(report.status ==
        (status == "aborted_no_report" ? abstat::ReportStatus::aborted : abstat::ReportStatus::complete));
  if (const Value* error = fields.find("error")) {
    CHECK(report.status_reason == std::string((*error)["call"].GetString()) + ": " +
                                      (*error)["text"].GetString() + " (" +
                                      std::to_string((*error)["code"].GetInt()) + ")");
  }
  if (const Value* progress = fields.find("progress")) {
    REQUIRE(report.progress.completed.size() == progress->Size());
    for (rapidjson::SizeType i = 0; i < progress->Size(); ++i) {
      CHECK(report.progress.completed.at(i) == (*progress)[i].GetInt64());
    }
  }
  const Value* warnings = fields.find("warnings");
  if (!warnings) return;
  REQUIRE(report.ab_warnings.size() == warnings->Size());
  const std::array<std::string, 4> about{"the initial connection time", "the processing time",
                                         "the waiting time", "the total time"};
  for (rapidjson::SizeType i = 0; i < warnings->Size(); ++i) {
    const bool error = report.ab_warnings[i].severity == abstat::AbWarning::Severity::error;
    CHECK((*warnings)[i]["level"].GetString() == std::string(error ? "ERROR" : "WARNING"));
    CHECK((*warnings)[i]["about"].GetString() ==
          about.at(static_cast<std::size_t>(report.ab_warnings[i].about)));
  }
}

}  // namespace

TEST_CASE("every field of fourteen logs is what somebody typed in by reading them") {
  rapidjson::Document expected;
  expected.Parse(content(folder + "expected.json").c_str());
  REQUIRE(expected.IsObject());
  REQUIRE(expected.MemberCount() == 14);
  for (const auto& [name, values] : std::as_const(expected).GetObject()) {
    const std::string file = name.GetString();
    INFO(file);
    const std::string text = content(folder + file);
    const std::vector<Report> reports =
        file.ends_with(".html") ? abstat::read_html_reports(text, file) : abstat::read_reports(text, file);
    REQUIRE(reports.size() == 1);
    const Fields fields(values);
    check_header(fields, reports.front());
    check_totals(fields, reports.front());
    check_tables(fields, reports.front());
    check_remarks(fields, reports.front());
  }
}
