// Where something stands in an input, what is wrong there, and how a reader says so.
#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace abstat {

// A place in an input. Lines and columns count from 1; 0 means "not known". Columns count bytes.
struct Position {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;

  bool operator==(const Position&) const = default;
};

// The lines a report, claim or block occupies, both ends included.
struct Span {
  std::string file;
  std::size_t first_line = 0;
  std::size_t last_line = 0;

  bool operator==(const Span&) const = default;
};

// An input that could not be taken: what was expected at that place and what was found there. Both are
// plain text without the position; found may be empty.
struct Problem {
  Position where;
  std::string expected;
  std::string found;

  bool operator==(const Problem&) const = default;
};

// A problem with an input as a whole.
[[nodiscard]] inline Problem problem_in(const std::string& file, std::string expected, std::string found) {
  Problem problem;
  problem.where.file = file;
  problem.expected = std::move(expected);
  problem.found = std::move(found);
  return problem;
}

template <typename T>
using Result = tl::expected<T, Problem>;

}  // namespace abstat
