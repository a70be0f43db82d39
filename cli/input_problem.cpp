#include "cli/input_problem.hpp"

#include <fmt/format.h>
#include <system_error>

namespace abstat {

namespace {

// A file name or a found word may hold anything; a message must stay one harmless line.
std::string visible(const std::string& text) {
  std::string shown;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      shown += fmt::format("\\x{:02x}", byte);
    } else {
      shown.push_back(c);
    }
  }
  return shown;
}

}  // namespace

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
  return message;
}

}  // namespace abstat
