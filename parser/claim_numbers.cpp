#include "claim_numbers.hpp"

#include "claim_token_grammar.hpp"
#include "document_reading.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace abstat {

namespace rules = token_rules;

std::optional<Figure> read_digits(std::string_view written) {
  std::string plain;
  const std::size_t grouped = match_length<rules::grouped>(written).value_or(0);
  const std::size_t comma = written.rfind(',');
  const bool decimal_comma = comma != std::string_view::npos && comma >= grouped;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    if (c >= '0' && c <= '9') plain += c;
    if (c == '.' && i >= grouped && !decimal_comma) plain += '.';
    if (c == ',' && i == comma && decimal_comma) plain += '.';
  }
  return parse_figure(plain);
}

std::optional<Figure> other_reading(std::string_view written) {
  const std::size_t mark = written.find_first_of(".,");
  if (mark == std::string_view::npos || mark == 0 || mark > 3 || written.size() != mark + 4)
    return std::nullopt;
  std::string plain(written.substr(0, mark));
  if (written[mark] == ',') plain += '.';
  plain += written.substr(mark + 1);
  return parse_figure(plain);
}

int decimals_of_suffix(std::string_view suffix, bool capital) {
  struct Suffix {
    std::string_view text;
    int decimals;
  };
  constexpr std::array suffixes{
      Suffix{"k", 3},   Suffix{"千", 3},  Suffix{"thousand", 3}, Suffix{"tausend", 3}, Suffix{"mille", 3},
      Suffix{"mil", 3}, Suffix{"тыс", 3}, Suffix{"тыс.", 3},     Suffix{"тысяч", 3},   Suffix{"тысячи", 3},
      Suffix{"w", 4},   Suffix{"万", 4},  Suffix{"million", 6}};
  for (const auto& [text, decimals] : suffixes) {
    if (text == suffix) return decimals;
  }
  return suffix == "m" && capital ? 6 : 0;
}

std::int64_t tenths_value(std::string_view digit) {
  constexpr std::array<std::string_view, 10> ideographs{"零", "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
  if (digit == "两") return 2;
  const auto* const found = std::find(ideographs.begin(), ideographs.end(), digit);
  return found == ideographs.end() ? digit.front() - '0' : found - ideographs.begin();
}

}  // namespace abstat
