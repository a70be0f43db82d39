#include "touching_columns.hpp"

namespace abstat {

namespace {

constexpr std::string_view decimal_digits = "0123456789";
constexpr std::size_t column_width = 5;

std::optional<ShortTimes> parted(const Figure& min, std::string_view touching, std::size_t mean_size) {
  // Only a max that fills its column touches, and no number begins with a zero.
  if (mean_size == 0 || touching.size() < mean_size + column_width) return std::nullopt;
  const auto mean = parse_figure(touching.substr(0, mean_size));
  const auto max = parse_figure(touching.substr(mean_size));
  if (!mean || !max || touching[mean_size] == '0') return std::nullopt;
  if (touching.front() == '0' && mean_size > 1) return std::nullopt;
  if (min.digits > mean->digits || mean->digits > max->digits) return std::nullopt;
  return ShortTimes{min, *mean, *max};
}

// The only way to part them, if there is just one.
std::optional<ShortTimes> parted_anywhere(const Figure& min, std::string_view touching,
                                          std::size_t least_size) {
  std::optional<ShortTimes> found;
  for (std::size_t size = least_size; size < touching.size(); ++size) {
    const auto candidate = parted(min, touching, size);
    if (candidate && found) return std::nullopt;
    if (candidate) found = candidate;
  }
  return found;
}

}  // namespace

std::optional<ShortTimes> part_touching_columns(std::string_view columns, std::size_t padding) {
  const std::size_t min_begin = columns.find_first_of(decimal_digits);
  if (min_begin == std::string_view::npos) return std::nullopt;
  const std::size_t min_end = columns.find_first_not_of(decimal_digits, min_begin);
  if (min_end == std::string_view::npos) return std::nullopt;
  const std::size_t begin = columns.find_first_not_of(' ', min_end);
  if (begin == std::string_view::npos || begin == min_end) return std::nullopt;
  const std::string_view touching = columns.substr(begin);
  constexpr std::size_t most_digits = 36;
  if (touching.size() > most_digits || touching.find_first_not_of(decimal_digits) != std::string_view::npos) {
    return std::nullopt;
  }
  const auto min = parse_figure(columns.substr(min_begin, min_end - min_begin));
  if (!min) return std::nullopt;
  const bool in_place = min_end >= padding + column_width && begin <= min_end + 1 + column_width;
  const std::size_t mean_end = min_end + 1 + column_width;
  if (!in_place) return parted_anywhere(*min, touching, 1);
  // A mean that fills its column may as well be wider than it.
  if (begin == min_end + 1) return parted_anywhere(*min, touching, column_width);
  return parted(*min, touching, mean_end - begin);
}

}  // namespace abstat
