// Amounts whose other half stands in the clause before: "…, gevent only 2.4 times", "…, i.e. by 27 %".
#include "claim_sentence.hpp"

#include <algorithm>
#include <array>

namespace abstat {

// "falls from 4,383 to 3,188 req/s, i.e. by 27 %", "…, also um 18 %"
void SentenceReader::read_change_before(Amount& amount) {
  const Clause& clause = sentence_.clause_of(amount.number);
  if (amount.unit != Word::percent || &clause == sentence_.clauses.data()) return;
  const Clause& before = *(&clause - 1);
  const auto ends_change = [&](const Amount& other) { return other.side == Side::to && before.holds(other); };
  const auto word = sentence_.find(Word::relation, before.first, before.last);
  constexpr std::size_t few_words = 4;
  const bool alone = amount.first - clause.first < few_words &&
                     !sentence_.has(Word::metric, clause.first, clause.last) &&
                     !sentence_.has(Word::requests, clause.first, clause.last);
  if (!word || !alone || token(*word).word->direction == Direction::none ||
      std::none_of(sentence_.amounts.begin(), sentence_.amounts.end(), ends_change))
    return;
  Claim claim = draft(amount.number, amount.number + 1);
  name_relation_metric(claim, *word);
  claim.relation = Relation::percent;
  claim.direction = token(*word).word->direction;
  claim.subject = scopes_before(before.first, *word);
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
}

// What the last relation of the sentence said, with this amount.
Claim SentenceReader::same_of_another(const Claim& before, const Amount& amount) const {
  Claim claim = draft(amount.number, amount.number + 1);
  claim.relation = before.relation;
  claim.direction = before.direction;
  claim.metric = before.metric;
  claim.metric_named = before.metric_named;
  claim.changed = before.changed;
  claim.percentile = before.percentile;
  return claim;
}

// "sync answers 3.8 times as many requests as flask run, gevent only 2.4 times": the second says of another
// stack what the first says.
bool SentenceReader::read_ellipsis(Amount& amount) {
  if (!last_ratio_) return false;
  if (amount.unit == Word::percent) return read_percent_ellipsis(amount);
  if (amount.unit != Word::times) return false;
  const Claim& before = out_.claims[*last_ratio_];
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool alike = before.relation == Relation::times_as || before.relation == Relation::times_more;
  if (!alike || before.comparand.empty() || amount.first == clause.first) return false;
  Claim claim = same_of_another(before, amount);
  claim.comparand = before.comparand;
  claim.subject = {sentence_.text(clause.first, amount.first)};
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

// "nginx 带来的损失: 同步 23%, gevent 14.5%": a name and its share, and nothing else.
bool SentenceReader::ends_named(const Amount& amount) const {
  const Clause& clause = sentence_.clause_of(amount.number);
  const bool ends = amount.last >= clause.last || token(amount.last).kind == Word::stop;
  const auto names = [this](std::size_t i) {
    const Word kind = token(i).kind;
    return kind == Word::other || kind == Word::code || kind == Word::workers || kind == Word::conjunction ||
           kind == Word::change || kind == Word::particle || kind == Word::range || kind == Word::clause ||
           kind == Word::copula;
  };
  std::size_t i = clause.first;
  while (i < amount.first && names(i)) ++i;
  return ends && amount.first > clause.first && i == amount.first;
}

// "nginx costs 25 % with sync but only 10 % with gevent"
bool SentenceReader::read_percent_ellipsis(Amount& amount) {
  const Claim& before = out_.claims[*last_ratio_];
  const Clause& clause = sentence_.clause_of(amount.number);
  constexpr std::array<std::string_view, 8> prepositions{"en",   "bei",  "für", "for",
                                                         "pour", "para", "при", "для"};
  const bool with = amount.last < clause.last &&
                    (token(amount.last).kind == Word::change ||
                     std::find(prepositions.begin(), prepositions.end(),
                               sentence_.text(amount.last, amount.last + 1)) != prepositions.end());
  const bool follows = &clause != sentence_.clauses.data() && (with || ends_named(amount));
  const bool other_matter = sentence_.has(Word::hardware, clause.first, clause.last) ||
                            sentence_.has(Word::failed, clause.first, clause.last) ||
                            sentence_.has(Word::metric, clause.first, clause.last);
  if (!follows || other_matter || before.relation != Relation::percent || !before.comparand.empty())
    return false;
  Claim claim = same_of_another(before, amount);
  claim.crowded = true;
  const Clause& first = *(&clause - 1);
  claim.subject = {sentence_.text(clause.first, clause.last)};
  claim.agent = sentence_.text(first.first, sentence_.end_of_subject(first));
  take_number(claim, amount);
  claim.kind = ClaimKind::ratio;
  add(std::move(claim));
  return true;
}

}  // namespace abstat
