// The line where most pasted reports begin tells what stands in front of the others.
#include "line_reader.hpp"

#include <algorithm>

#include <abstat/limits.hpp>

namespace abstat {

namespace {

constexpr std::string_view banner = "This is ApacheBench, Version ";

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

bool is_lower_case(char byte) {
  return byte >= 'a' && byte <= 'z';
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// Decoration, a label or a timestamp, in which no line of ab can begin and which nothing hides or divides.
bool is_only_prefix(std::string_view text) {
  const auto hides = [](char byte) { return byte == '<' || byte == '\\'; };
  if (std::any_of(text.begin(), text.end(), hides) || text.find(": ") != std::string_view::npos) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_capital(text[at]) && (at == 0 || !is_digit(text[at - 1]))) return false;
  }
  return prefix_kind(text) != PrefixKind::loose_words ||
         std::none_of(text.begin(), text.end(), is_lower_case);
}

}  // namespace

bool LineReader::learn_from_banner(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  const std::size_t size = line.substr(0, limits::prefix_bytes + banner.size()).find(banner);
  if (size == std::string_view::npos || size == 0 || !fragment_.text.empty()) return false;
  const std::string_view prefix = line.substr(0, size);
  if (prefix == assembler_.learned.text() || !is_only_prefix(prefix)) return false;
  if (visible_text(line, shown_).data() != line.data()) return false;
  const std::size_t own_prefix = own_prefix_size(line);
  if (own_prefix != 0 && own_prefix != size) return false;
  assembler_.learned.learn(prefix);
  style_ = Style::pasted;
  return true;
}

}  // namespace abstat
