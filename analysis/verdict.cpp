#include <array>

#include <abstat/verdict.hpp>

namespace abstat {

std::string_view to_string(Verdict verdict) {
  constexpr std::array<std::string_view, 5> names{"confirmed", "inexact", "contradicted", "unsupported",
                                                  "ambiguous"};
  return names.at(static_cast<std::size_t>(verdict));
}

std::string_view to_string(Match match) {
  constexpr std::array<std::string_view, 11> names{"",
                                                   "exact",
                                                   "rounded",
                                                   "truncated",
                                                   "ceiled",
                                                   "significant-digits",
                                                   "approximate",
                                                   "lower-bound",
                                                   "upper-bound",
                                                   "separated",
                                                   "point-only"};
  return names.at(static_cast<std::size_t>(match));
}

}  // namespace abstat
