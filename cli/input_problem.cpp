#include "cli/input_problem.hpp"

#include <fmt/format.h>
#include <system_error>
#include <utility>

#include <abstat/display_text.hpp>

namespace abstat {

Problem cannot_read(const std::string& file, int error) {
  return problem_in(file, "a readable file or folder", std::generic_category().message(error));
}

std::string message_of(const Problem& problem) {
  std::string message = "abstat: ";
  if (!problem.where.file.empty()) message += visible(problem.where.file) + ":";
  if (problem.where.line > 0) message += fmt::format("{}:", problem.where.line);
  if (problem.where.line > 0 && problem.where.column > 0) message += fmt::format("{}:", problem.where.column);
  if (!problem.where.file.empty()) message += " ";
  message += "expected " + visible(problem.expected);
  if (!problem.found.empty()) message += ", found " + visible(problem.found);
  return without_runner_commands(std::move(message));
}

}  // namespace abstat
