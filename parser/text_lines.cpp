#include "text_lines.hpp"

namespace abstat {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

TextLines::TextLines(std::string_view text) {
  while (!text.empty()) lines_.push_back(take_line(text));
}

std::string_view TextLines::line(std::size_t number) const {
  return number >= 1 && number <= lines_.size() ? lines_[number - 1] : std::string_view{};
}

void TextLines::blank(std::size_t number) {
  if (number >= 1 && number <= lines_.size()) lines_[number - 1] = std::string_view{};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace abstat
