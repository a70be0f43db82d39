// Lists of metrics beside lists of numbers: "p50/p95/p99 are 30/32/39 ms".
#include "claim_sentence.hpp"

namespace abstat {

bool SentenceReader::only_separates(std::size_t first, std::size_t last) const {
  if (first >= last) return false;
  constexpr std::size_t longest = 2;  // ", and"
  if (last - first > longest) return false;
  for (std::size_t i = first; i < last; ++i) {
    const Word kind = token(i).kind;
    if (kind != Word::enumeration && kind != Word::clause && kind != Word::conjunction) return false;
  }
  return true;
}

// The place of an amount in a row of amounts, and how many there are.
SentenceReader::Place SentenceReader::place_in_row(const Amount& amount) const {
  const auto& amounts = sentence_.amounts;
  const auto at = static_cast<std::size_t>(&amount - amounts.data());
  const auto joined = [&](std::size_t i) {
    const bool figures = amounts[i].unit != Word::percentile && amounts[i + 1].unit != Word::percentile;
    return figures && only_separates(amounts[i].last, amounts[i + 1].first);
  };
  std::size_t first = at;
  while (first > 0 && joined(first - 1)) --first;
  std::size_t last = at;
  while (last + 1 < amounts.size() && joined(last)) ++last;
  return {at - first, last - first + 1, amounts[first].first};
}

// As many metrics in a row before as there are amounts: each has the one at its place.
std::optional<Mention> SentenceReader::listed_mention(const Amount& amount) const {
  const Place place = place_in_row(amount);
  constexpr std::size_t least = 2;
  if (place.count < least) return std::nullopt;
  const auto& mentions = sentence_.mentions;
  std::size_t end = 0;
  while (end < mentions.size() && mentions[end].token < place.first) ++end;
  for (std::size_t last = end; last >= place.count; --last) {
    const std::size_t first = last - place.count;
    bool row = true;
    for (std::size_t i = first; i + 1 < last; ++i)
      row = row && only_separates(mentions[i].token + 1, mentions[i + 1].token);
    const bool longer = first > 0 && only_separates(mentions[first - 1].token + 1, mentions[first].token);
    if (row && !longer) return mentions[first + place.index];
  }
  return std::nullopt;
}

void SentenceReader::place_in_row(Claim& claim, const Amount& amount) const {
  const Place place = place_in_row(amount);
  if (place.count < 2) return;
  claim.row_place = place.index;
  claim.row_size = place.count;
}

}  // namespace abstat
