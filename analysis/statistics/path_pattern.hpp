// A POSIX extended regular expression on paths. The C library's matcher runs in time polynomial in the path;
// back references and nested repetition counts, which would not, are refused.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <abstat/position.hpp>

namespace abstat {

class PathPattern {
 public:
  [[nodiscard]] static Result<PathPattern> compile(std::string_view pattern);

  // What the first group matches, or the whole match where there is no group. Nothing where it does not
  // match.
  [[nodiscard]] std::optional<std::string> capture(const std::string& path) const;

 private:
  struct Compiled;
  explicit PathPattern(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace abstat
