#include "claims_options.hpp"

#include <algorithm>

namespace abstat {

namespace {

bool is_close(Match match) {
  return match == Match::exact || match == Match::rounded || match == Match::truncated;
}
bool is_loose(Match match) {
  return match == Match::significant_digits || match == Match::ceiled;
}

template <typename Options, typename MatchOf>
void drop_loose(Options& options, MatchOf match_of) {
  const bool close = std::any_of(options.begin(), options.end(),
                                 [&](const auto& option) { return is_close(match_of(option)); });
  if (close) std::erase_if(options, [&](const auto& option) { return is_loose(match_of(option)); });
}

}  // namespace

bool is_confirmed(const Option* option) {
  return option->judgement.verdict == Verdict::confirmed;
}

bool is_available(const Option* option) {
  return option->judgement.verdict != Verdict::unsupported;
}

std::vector<const Option*> only_confirmed(const std::vector<const Option*>& options) {
  std::vector<const Option*> found;
  std::copy_if(options.begin(), options.end(), std::back_inserter(found), is_confirmed);
  drop_loose(found, [](const Option* option) { return option->judgement.match; });
  return found;
}

void drop_loose_beside_close(std::vector<Option>& options) {
  drop_loose(options, [](const Option& option) { return option.judgement.match; });
}

}  // namespace abstat
