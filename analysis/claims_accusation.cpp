#include "claims_accusation.hpp"

#include <algorithm>

namespace abstat {

bool is_unreported(const Binder& binder, const Claim& claim) {
  return claim.unreported && (claim.lost_word.empty() || !binder.is_in_a_name(claim.lost_word));
}

std::string doubt_of_text(const Binder& binder, const Claim& claim) {
  std::string_view doubt = claim.doubt;
  const bool only_names = !claim.doubt_words.empty() &&
                          std::all_of(claim.doubt_words.begin(), claim.doubt_words.end(),
                                      [&](const std::string& word) { return binder.is_in_a_name(word); });
  if (only_names) doubt = {};
  if (doubt.empty()) doubt = claim.introduced_doubt;
  return doubt.empty() ? std::string{}
                       : "the text speaks of " + std::string(doubt) + ", so other runs may be meant";
}

std::string doubt_of_scope(const Claim& claim, std::size_t judged, std::size_t all) {
  const auto spoken_of = static_cast<std::size_t>(std::max(claim.runs_spoken_of, 0));
  if (judged < 2 || spoken_of == judged) return {};
  const bool universal = claim.aggregate == Aggregate::each || judged < all;
  return universal && spoken_of == 0 ? std::string{} : "it does not say of which runs";
}

bool names_rivals(const Label& label) {
  return std::any_of(label.components.begin(), label.components.end(),
                     [&](const Component& component) { return *label.of(component.kind) != component; });
}

std::string doubt_of_name(const ClaimLabel& label, std::size_t own) {
  if (!label.informative) return {};
  if (names_rivals(label.primary)) return "its words name more than one thing of a kind";
  return label.depth >= own ? "what it is about is named in an earlier sentence" : std::string{};
}

Ruling withdrawn(Ruling judged, Verdict instead, const std::string& reason) {
  judged.verdict = instead;
  judged.match = Match::none;
  judged.explanation += "; but " + reason;
  return judged;
}

}  // namespace abstat
