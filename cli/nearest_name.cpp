#include "cli/nearest_name.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

constexpr std::size_t longest_name = 64;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Optimal string alignment (Damerau 1964): changes, additions, omissions and swaps of neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> table((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return table[i * width + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
    }
  }
  return at(a.size(), b.size());
}

}  // namespace

std::string suggestion(std::string_view asked, std::span<const std::string> names) {
  if (asked.empty() || asked.size() > longest_name) return "";
  const std::string* nearest = nullptr;
  std::size_t least = 0;
  for (const std::string& name : names) {
    if (name.size() > longest_name) continue;
    const std::size_t here = distance(asked, name);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(asked.size(), name.size()) / 3);
    if (here > allowed || (nearest != nullptr && here >= least)) continue;
    nearest = &name;
    least = here;
  }
  return nearest == nullptr ? "" : fmt::format("; did you mean '{}'?", visible(*nearest));
}

}  // namespace abstat
