// Runs in an SQLite file, for questions in SQL: docs/database.md has its tables. A run that is in it already
// is not added again, from whatever file it comes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <abstat/position.hpp>
#include <abstat/report.hpp>

struct sqlite3;
struct sqlite3_stmt;

namespace abstat {

class RunDatabase {
 public:
  // A new file, an empty one, or one that this class made before; anything else is a problem and stays as it
  // is.
  [[nodiscard]] static Result<std::unique_ptr<RunDatabase>> open(const std::string& path);
  ~RunDatabase();
  RunDatabase(const RunDatabase&) = delete;
  RunDatabase& operator=(const RunDatabase&) = delete;

  // The requests of a -g file are read from it once more, row by row. What goes wrong is kept for commit().
  void add(const Report& report);
  // All that was added, or nothing of it.
  [[nodiscard]] Result<void> commit();

  [[nodiscard]] std::size_t added() const { return added_; }
  [[nodiscard]] std::size_t known() const { return known_; }  // runs that were in it already

 private:
  explicit RunDatabase(std::string path);

  [[nodiscard]] Result<void> prepare();
  bool execute(const char* sql);  // false after the first failure too
  [[nodiscard]] Result<void> result() const;
  void add_times(std::int64_t run, const Report& report);
  void add_percentiles(std::int64_t run, const Report& report);
  void add_requests(std::int64_t run, const Report& report);
  [[nodiscard]] std::int64_t run_with(std::string_view fingerprint);

  std::string path_;
  sqlite3* database_ = nullptr;
  bool failed_ = false;
  std::string unread_;  // a -g file that was there when its report was read, and is gone
  std::size_t added_ = 0;
  std::size_t known_ = 0;
};

}  // namespace abstat
