#include "cell_text.hpp"

#include <cmath>
#include <fmt/format.h>
#include <variant>

namespace abstat {

namespace {

struct TextOf {
  std::string operator()(std::monostate) const { return "-"; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Word& word) const { return word.text; }
  std::string operator()(const Figure& figure) const { return figure.text(); }
  std::string operator()(std::int64_t count) const { return fmt::format("{}", count); }
  std::string operator()(const Number& number) const {
    return fixed(number.value, number.decimals).append(number.suffix);
  }
  std::string operator()(const NumberRange& range) const {
    return fixed(range.low, range.decimals) + " – " + fixed(range.high, range.decimals);
  }
};

}  // namespace

std::string text_of(const Cell& cell) {
  return std::visit(TextOf{}, cell);
}

std::string fixed(double value, int decimals) {
  if (!std::isfinite(value)) return "-";
  // Beyond 2^53 every double is whole and a plain notation only pretends to more digits.
  if (std::abs(value) >= 1e15) return fmt::format("{:.6g}", value);
  return fmt::format("{:.{}f}", value, decimals);
}

}  // namespace abstat
