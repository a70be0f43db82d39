#include "cli/run_database.hpp"

#include "cli/decoded_text.hpp"
#include "cli/run_database_schema.hpp"

#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <sqlite3.h>
#include <string_view>
#include <utility>

#include <abstat/attachments.hpp>
#include <abstat/display_text.hpp>
#include <abstat/json.hpp>

namespace abstat {

namespace {

// One statement with its values, from the first on.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql) {
    sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& operator<<(std::int64_t value) {
    sqlite3_bind_int64(statement_, ++bound_, value);
    return *this;
  }
  Statement& operator<<(double value) {
    sqlite3_bind_double(statement_, ++bound_, value);
    return *this;
  }
  Statement& operator<<(std::size_t value) { return *this << static_cast<std::int64_t>(value); }
  Statement& operator<<(std::string_view raw) {
    const std::string text = valid_utf8(raw);
    sqlite3_bind_text(statement_, ++bound_, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
  }
  // What ab printed as inf or nan is no number: absent here, in its words in `report`.
  Statement& operator<<(const Figure& figure) {
    if (figure.finite()) return *this << figure.value();
    ++bound_;
    return *this;
  }
  template <typename T>
  Statement& operator<<(const std::optional<T>& value) {
    if (value) return *this << *value;
    ++bound_;
    return *this;
  }

  // Ready for other values.
  void reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    bound_ = 0;
  }

  [[nodiscard]] int step() { return statement_ == nullptr ? SQLITE_ERROR : sqlite3_step(statement_); }
  // Of the first column; 0 without a row.
  [[nodiscard]] std::int64_t number() {
    return step() == SQLITE_ROW ? sqlite3_column_int64(statement_, 0) : 0;
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

std::uint64_t fnv(std::string_view text, std::uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

// Of what ab printed, wherever it stood and whatever it was called: two runs that print all the same figures
// are one run given twice. Runs that ab gave up print no figures to tell them apart; there the place counts.
std::string fingerprint_of(const Report& report) {
  Report bare = report;
  if (report.requests_per_second) bare.source = {};
  bare.stack.clear();
  bare.commands.clear();
  bare.unparsed.clear();
  const std::string json = json_of(bare);
  return fmt::format("{:016x}{:016x}", fnv(json, 0xcbf29ce484222325U), fnv(json, 0x9ae16a3b2f90404fU));
}

// A clock that stood at 0 tells no time.
std::optional<double> seconds_of(const RequestRow& request) {
  if (request.start == 0) return std::nullopt;
  const double unit = start_unit_of(request.start) == StartUnit::microseconds ? 1e6 : 1;
  return static_cast<double>(request.start) / unit;
}

}  // namespace

RunDatabase::RunDatabase(std::string path) : path_(std::move(path)) {}

// What was not committed is rolled back.
RunDatabase::~RunDatabase() {
  sqlite3_close(database_);
}

Result<std::unique_ptr<RunDatabase>> RunDatabase::open(const std::string& path) {
  std::unique_ptr<RunDatabase> database(new RunDatabase(path));
  const int opened = sqlite3_open_v2(path.c_str(), &database->database_,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  if (opened != SQLITE_OK) database->failed_ = true;
  if (auto prepared = database->prepare(); !prepared) return tl::unexpected(prepared.error());
  return database;
}

Result<void> RunDatabase::result() const {
  if (!unread_.empty())
    return tl::unexpected(problem_in(unread_, "the requests that were there a moment ago", "none"));
  if (!failed_) return {};
  return tl::unexpected(problem_in(path_, "a database that can be written", sqlite3_errmsg(database_)));
}

bool RunDatabase::execute(const char* sql) {
  if (!failed_) failed_ = sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK;
  return !failed_;
}

Result<void> RunDatabase::prepare() {
  if (failed_) return result();
  sqlite3_busy_timeout(database_, 10'000);
  // Nobody writes between the look at what is there and what is added.
  if (!execute("PRAGMA foreign_keys = ON") || !execute("BEGIN IMMEDIATE")) return result();
  const std::int64_t tables = Statement(database_, "SELECT count(*) FROM sqlite_schema").number();
  const std::int64_t owner = Statement(database_, "PRAGMA application_id").number();
  const std::int64_t version = Statement(database_, "PRAGMA user_version").number();
  if (tables == 0 && owner == 0) {
    execute(database_schema);
    execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", database_application_id,
                        database_version)
                .c_str());
    return result();
  }
  if (owner == database_application_id && version == database_version) return {};
  return tl::unexpected(problem_in(path_, fmt::format("a database of abstat, version {}", database_version),
                                   owner == database_application_id
                                       ? fmt::format("version {}", version)
                                       : std::string("a database of another program")));
}

void RunDatabase::add(const Report& r) {
  if (failed_) return;
  Statement insert(
      database_,
      "INSERT INTO run (fingerprint, file, first_line, last_line, stack, status, era, ab_version, "
      "server_software, hostname, port, path, document_bytes, concurrency, time_taken_s, complete, "
      "failed, non_2xx, write_errors, keep_alive, bytes_total, bytes_html, requests_per_second, "
      "time_per_request_ms, time_per_request_all_ms, received_kib_s, report) VALUES (?, ?, ?, ?, ?, "
      "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const std::string fingerprint = fingerprint_of(r);
  insert << fingerprint << r.source.file << r.source.first_line << r.source.last_line << r.stack
         << to_string(r.status) << to_string(r.era) << r.ab.version << r.server.software << r.server.hostname
         << r.server.port << r.document.path << r.document.length_bytes << r.concurrency << r.time_taken_s
         << r.requests.complete << r.requests.failed << r.requests.non_2xx << r.requests.write_errors
         << r.requests.keep_alive << r.bytes.total << r.bytes.html << r.requests_per_second
         << r.time_per_request_ms << r.time_per_request_all_ms << r.transfer_rate_kib_s.received
         << json_of(r);
  if (insert.step() != SQLITE_DONE) {
    failed_ = true;
    return;
  }
  const bool known = sqlite3_changes(database_) == 0;
  ++(known ? known_ : added_);
  const std::int64_t run = known ? run_with(fingerprint) : sqlite3_last_insert_rowid(database_);
  if (!known) add_times(run, r);
  // A known run may have got its -e or -g file since.
  add_percentiles(run, r);
  add_requests(run, r);
}

std::int64_t RunDatabase::run_with(std::string_view fingerprint) {
  Statement find(database_, "SELECT id FROM run WHERE fingerprint = ?");
  find << fingerprint;
  return find.number();
}

void RunDatabase::add_times(std::int64_t run, const Report& report) {
  if (!report.connection_times_ms) return;
  const ConnectionTimes& times = *report.connection_times_ms;
  for (const auto& [phase, row] :
       {std::pair("connect", &times.connect), std::pair("processing", &times.processing),
        std::pair("waiting", &times.waiting), std::pair("total", &times.total)}) {
    if (!*row) continue;
    Statement insert(database_, "INSERT INTO connection_times VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert << run << std::string_view(phase) << (*row)->min << (*row)->mean << (*row)->sd << (*row)->median
           << (*row)->max;
    if (insert.step() != SQLITE_DONE) failed_ = true;
  }
}

void RunDatabase::add_percentiles(std::int64_t run, const Report& report) {
  const auto add = [&](int percent, std::string_view source, const std::optional<Figure>& ms) {
    if (!ms || !ms->finite()) return;
    Statement insert(database_, "INSERT INTO percentiles VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    insert << run << static_cast<std::int64_t>(percent) << source << ms;
    if (insert.step() != SQLITE_DONE) failed_ = true;
  };
  if (report.percentiles_ms) {
    for (const int level : Percentiles::levels) add(level, "report", report.percentiles_ms->at(level));
  }
  if (!report.attachments || !report.attachments->percentile_file) return;
  const auto& rows = report.attachments->percentile_file->ms;
  for (std::size_t i = 0; i < rows.size(); ++i) add(static_cast<int>(i), "-e", rows.at(i));
}

void RunDatabase::add_requests(std::int64_t run, const Report& report) {
  if (!report.attachments || !report.attachments->request_log) return;
  Statement known(database_, "SELECT EXISTS (SELECT 1 FROM request WHERE run_id = ?)");
  known << run;
  if (known.number() != 0) return;
  Statement insert(database_,
                   "INSERT INTO request (run_id, row, seconds, ctime, dtime, ttime, wait) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)");
  std::int64_t row = 0;
  // The report carries how often each time occurred; which of them belong to one request stands in the file.
  const std::string& file = report.attachments->request_log->file;
  RequestLogReader reader(file, [&](const RequestRow& request) {
    insert << run << ++row << seconds_of(request) << request.connect_ms << request.processing_ms
           << request.total_ms << request.waiting_ms;
    if (insert.step() != SQLITE_DONE) failed_ = true;
    insert.reset();
  });
  const auto feed = [&](std::string_view text) {
    reader.feed(text);
    return !failed_;
  };
  // What of the file cannot be read was said when the report was.
  read_text(ByteSource::open(file), file, feed, [](InputProblem&&) {});
  if (!reader.finish()) unread_ = file;
}

Result<void> RunDatabase::commit() {
  if (unread_.empty()) execute("COMMIT");
  return result();
}

}  // namespace abstat
