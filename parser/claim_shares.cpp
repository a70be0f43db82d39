// Shares of the requests that name a percentile: "99% within 57 ms", "half of them", "5% took longer than".
#include "claim_sentence.hpp"

namespace abstat {

// "99% of the requests in 57 ms", "95% under 90 ms": a share of the requests names a percentile when its
// clause has an amount of time.
void SentenceReader::mark_levels() {
  constexpr double least_level = 50;
  for (Amount& amount : sentence_.amounts) {
    if (mark_half(amount) || mark_tail(amount)) continue;
    if (amount.used || amount.unit != Word::percent || amount.upper) continue;
    const ClaimNumber& number = token(amount.number).number;
    if (number.value() < least_level || number.value() > 100) continue;
    const Clause& clause = sentence_.clause_of(amount.number);
    bool time = false;
    for (const Amount& other : sentence_.amounts) {
      time =
          time || (other.unit == Word::time_unit && other.first >= amount.last && other.last <= clause.last);
    }
    const auto colon = sentence_.find(Word::colon, clause.first, amount.first);
    const bool related = sentence_.has(Word::relation, colon ? *colon : clause.first, amount.last + 1);
    const bool failing = sentence_.has(Word::failed, clause.first, clause.last) ||
                         sentence_.has(Word::succeeded, clause.first, clause.last);
    if (!time || related || failing) continue;
    name_percentile(amount, number.figure.decimals > 0 ? -1 : static_cast<int>(number.value()));
  }
  sort_mentions();
}

void SentenceReader::name_percentile(Amount& amount, int level) {
  amount.used = true;
  amount.unit = Word::percentile;
  sentence_.mentions.push_back({amount.number, ClaimMetric::percentile, level, false});
}

// "Half of the requests took 23 ms."
bool SentenceReader::mark_half(Amount& amount) {
  const Token& word = token(amount.number);
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool half = word.kind == Word::ratio_word && word.word->value == 0.5;
  const bool of_them = sentence_.text(amount.last, amount.last + 2) == "of them";
  if (!half || !(of_them || sentence_.has(Word::requests, clause.first, clause.last)) ||
      !sentence_.has(Word::time_unit, amount.last, clause.last)) {
    return false;
  }
  amount.used = true;
  sentence_.mentions.push_back({amount.number, ClaimMetric::median, std::nullopt, false});
  return true;
}

// "5% took longer than 4.3 s": the 95th percentile is above it.
bool SentenceReader::mark_tail(Amount& amount) {
  const Token& number = token(amount.number);
  const bool share =
      !amount.used && amount.unit == Word::percent && !amount.upper && number.kind == Word::number;
  if (!share || number.number.value() <= 0 || number.number.value() >= 50) return false;
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool told = amount.last < clause.last && token(amount.last).kind != Word::relation &&
                    !sentence_.has(Word::relation, clause.first, amount.first);
  if (!told) return false;
  for (Amount& time : sentence_.amounts) {
    if (time.unit != Word::time_unit || time.used || time.first < amount.last || !clause.holds(time))
      continue;
    const auto than = sentence_.find(Word::than, amount.last, time.first);
    const auto longer = sentence_.find(Word::relation, amount.last, time.first);
    const bool compared = than && longer && *than + 1 == time.first &&
                          token(*longer).word->direction != Direction::better &&
                          token(*longer).word->direction != Direction::down;
    const bool above = time.hedge == Hedge::more_than || time.hedge == Hedge::at_least;
    if (!compared && !above) return false;
    if (compared) related_.push_back(*longer);
    time.hedge = Hedge::more_than;
    const bool whole = number.number.figure.decimals <= 0;
    name_percentile(amount, whole ? 100 - static_cast<int>(number.number.value()) : -1);
    return true;
  }
  return false;
}

}  // namespace abstat
