#include "path_pattern.hpp"

#include <algorithm>
#include <array>
#include <regex.h>

namespace abstat {

namespace {

constexpr std::size_t longest_pattern = 256;
constexpr std::size_t longest_path = 4096;

bool has_back_reference(std::string_view pattern) {
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
    if (pattern[i] != '\\') continue;
    if (pattern[i + 1] >= '1' && pattern[i + 1] <= '9') return true;
    ++i;
  }
  return false;
}

tl::unexpected<Problem> refused(std::string expected, std::string_view pattern) {
  Problem problem;
  problem.expected = std::move(expected);
  problem.found = pattern.substr(0, 40);
  return tl::unexpected(std::move(problem));
}

}  // namespace

struct PathPattern::Compiled {
  Compiled() = default;
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;
  ~Compiled() {
    if (status == 0) regfree(&regex);
  }
  regex_t regex{};
  int status = REG_BADPAT;
};

Result<PathPattern> PathPattern::compile(std::string_view pattern) {
  if (pattern.empty() || pattern.size() > longest_pattern || pattern.find('\0') != std::string_view::npos) {
    return refused("a regular expression of 1 to 256 bytes", pattern);
  }
  if (has_back_reference(pattern)) return refused("a regular expression without back references", pattern);
  if (std::ranges::count(pattern, '{') > 1) return refused("at most one repetition count", pattern);
  auto compiled = std::make_shared<Compiled>();
  compiled->status = regcomp(&compiled->regex, std::string(pattern).c_str(), REG_EXTENDED);
  if (compiled->status != 0) {
    std::array<char, 128> message{};
    regerror(compiled->status, &compiled->regex, message.data(), message.size());
    return refused(std::string("a POSIX extended regular expression (") + message.data() + ")", pattern);
  }
  return PathPattern(std::move(compiled));
}

std::optional<std::string> PathPattern::capture(const std::string& path) const {
  if (path.size() > longest_path) return std::nullopt;
  std::array<regmatch_t, 2> groups{};
  if (regexec(&compiled_->regex, path.c_str(), groups.size(), groups.data(), 0) != 0) return std::nullopt;
  const bool has_group = compiled_->regex.re_nsub > 0;
  const regmatch_t& group = groups.at(has_group ? 1 : 0);
  if (group.rm_so < 0) return std::nullopt;
  return path.substr(static_cast<std::size_t>(group.rm_so),
                     static_cast<std::size_t>(group.rm_eo - group.rm_so));
}

}  // namespace abstat
