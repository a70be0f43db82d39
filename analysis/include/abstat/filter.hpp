// Which reports to look at: concurrency == 100 and stack != "old".
//
//   expression   comparison joined by and, or, not and parentheses; && || ! mean the same
//   comparison   FIELD == != < <= > >= VALUE, or FIELD ~ "TEXT": contains
//   FIELD        a name of the JSON output ("requests.failed"), or its last part where only one name ends so
//   VALUE        a number, "text" or 'text', true, false or null
//
// A field that the report does not have equals null and nothing else: every other comparison with it fails.
#pragma once

#include <memory>
#include <string_view>

#include <abstat/position.hpp>
#include <abstat/report.hpp>

namespace abstat {

class Filter {
 public:
  struct Program;
  explicit Filter(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  [[nodiscard]] bool matches(const Report& report) const;

 private:
  std::shared_ptr<const Program> program_;
};

// Problems carry the column in the expression, which may have 1024 bytes.
[[nodiscard]] Result<Filter> parse_filter(std::string_view expression);

}  // namespace abstat
