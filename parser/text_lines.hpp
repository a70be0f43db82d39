// A text cut into lines that know where they begin.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace abstat {

// The first line of a text without its end (LF or CRLF); the text loses it.
[[nodiscard]] std::string_view take_line(std::string_view& text);

// The lines of a text without their ends (LF or CRLF). Line numbers count from 1.
class TextLines {
 public:
  explicit TextLines(std::string_view text);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  // Empty for a number that is no line.
  [[nodiscard]] std::string_view line(std::size_t number) const;
  // Takes a line for empty from now on.
  void blank(std::size_t number);

 private:
  std::vector<std::string_view> lines_;
};

// Without blanks (space, tab) at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace abstat
